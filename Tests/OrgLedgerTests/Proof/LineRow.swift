import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// A row of a line, taken apart.
struct LineRow {
  var line: [UInt8]
  var day: Day
  var position: UInt64
  var folds: FoldSet
  var value: [UInt8]

  init?(_ key: [UInt8], _ value: [UInt8]) {
    guard key.count > 13, let row = LineKey(key.span.bytes, after: key.count - 13) else {
      return nil
    }
    line = Array(key.dropLast(13))
    (day, position, folds) = (row.day, row.position, row.folds)
    self.value = value
  }

  var key: [UInt8] {
    var key = line
    key.append(bigEndian: day.rawValue)
    key.append(bigEndian: position)
    key.append(bigEndian: folds.rawValue)
    return key
  }

  /// Whether it tells of a life, and not of a function that is held: what is held without a scope
  /// ends with zeros too.
  var isLife: Bool { line.suffix(2) == [0, 0] && line.firstIndex(of: 0) == line.count - 2 }

  /// The unit of a life.
  var unit: UnitID { UnitID(String(decoding: line.dropLast(2), as: UTF8.self)) }

  /// What a row of a life says.
  var life: UnitRow? {
    get { isLife ? try? LineCodec.row(value.span.bytes) : nil }
    set { if let newValue { value = LineCodec.encode(.life(newValue)) } }
  }

  /// Changes the unit, where the row has one that lives.
  mutating func change(_ body: (inout LivingUnit) -> Void) {
    guard case .living(var unit) = life else { return }
    body(&unit)
    life = .living(unit)
  }

  mutating func shift(by days: Int32) {
    if day != .distantPast, day != .distantFuture { day = Day(rawValue: day.rawValue + days) }
  }
}

extension LMDBStore {
  /// Writes all rows of the lines anew, as somebody broke them; they come by line, day, position.
  func changeLines(_ change: ([LineRow]) -> [LineRow]) throws {
    let lines = try #require(tables.lines)
    let rows = try contents().lines.compactMap { LineRow($0.key, $0.value) }.sorted {
      $0.key.lexicographicallyPrecedes($1.key)
    }
    let changed = change(rows)
    try environment.write {
      (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
      for row in rows { _ = try transaction.delete(row.key, in: lines.lines) }
      for row in changed { try transaction.put(row.key, row.value, in: lines.lines) }
    }
  }

  /// Writes all entries of a table anew.
  func change(
    _ table: Database,
    _ change: ([(key: [UInt8], value: [UInt8])]) -> [(key: [UInt8], value: [UInt8])]
  ) throws {
    let entries = try environment.read { transaction throws(StoreError) in
      var entries: [(key: [UInt8], value: [UInt8])] = []
      try transaction.forEach(in: table) { key, value throws(StoreError) in
        entries.append(([UInt8](copying: key), [UInt8](copying: value)))
        return .continue
      }
      return entries
    }
    let changed = change(entries)
    try environment.write {
      (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
      try transaction.deleteAll(in: table)
      for entry in changed { try transaction.put(entry.key, entry.value, in: table) }
    }
  }
}

extension [LineRow] {
  /// Each row with the one before it of the same line, if there is one.
  func besidePrevious(_ body: (inout LineRow, LineRow) -> Void) -> [LineRow] {
    indices.map { index in
      var row = self[index]
      if index > 0, self[index - 1].line == row.line { body(&row, self[index - 1]) }
      return row
    }
  }

  /// Each row, changed.
  func each(_ body: (inout LineRow) -> Void) -> [LineRow] {
    map { row in
      var row = row
      body(&row)
      return row
    }
  }

  /// Each living unit, changed after what the last row before it said of it alive.
  func eachLiving(_ body: (inout LivingUnit, LivingUnit) -> Void) -> [LineRow] {
    besidePrevious { row, previous in
      guard let before = previous.life?.living else { return }
      row.change { body(&$0, before) }
    }
  }
}
