import LMDB
import Synchronization

/// What need not be read again before the read model is asked.
final class AskedBefore: Sendable {
  /// The state of the store, as LMDB numbers them, in which the read model was last found to know
  /// all records; 0: none.
  let current = Atomic<Int>(0)
  /// The record time last asked about that had passed, with the last record known then.
  let passed = Mutex<(time: SystemTime, position: UInt64)?>(nil)
}

extension LMDBStore: TemporalReadModel {
  public func structure(
    on day: Day, at known: Known, under root: UnitID?, depth: Int?, supposing supposed: [Fact]
  ) throws(StoreError) -> Structure? {
    guard let lines = tables.lines else { return nil }
    let layout = LMDBLayout(tables: tables, read: ReadFacts())
    guard root?.isWellFormed != false else {
      return Structure(units: [], head: try head(at: known))
    }
    return try environment.read { transaction throws(StoreError) -> Structure? in
      guard try transaction.isCurrent(tables, asked) else { return nil }
      let head = try transaction.head(at: known, tables)
      let limit = readingLimit(of: head)
      guard
        case .changes(let changes) = try transaction.lineChanges(
          supposing: supposed, atMost: limit, asKnownAt: head.position, layout)
      else { return nil }
      let units = try transaction.withCursor(in: lines.lines) { cursor throws(StoreError) in
        var walk = StructureWalk(day: day, position: head.position, changes)
        return try walk.units(
          under: root, depth: depth, &cursor,
          candidates: { parent throws(StoreError) in
            try transaction.candidates(under: parent, lines)
          },
          holdings: { unit throws(StoreError) in try transaction.everHeld(by: unit, lines) },
          naming: { function throws(StoreError) in
            let naming = Mention.functionNamed(function)
            return try transaction.facts(mentioning: naming, asKnownAt: head.position, layout)
              + supposed.filter { $0.event.mentions.contains(naming) }
          })
      }
      return units.map { Structure(units: $0, head: head) }
    }
  }

  public func unit(_ unit: UnitID, on day: Day, at known: Known) throws(StoreError) -> UnitRows? {
    try readLines(at: known) { cursor, position, _ throws(StoreError) in
      var bytes: [UInt8] = []
      let place = try cursor.copyRows(of: unit, on: day, knownAt: position, to: &bytes)
      return UnitRows(bytes, at: place, LineCodec.self)
    }
  }

  public func units(
    _ units: [UnitID], on day: Day, at known: Known
  ) throws(StoreError) -> [UnitRows]? {
    try readLines(at: known) { cursor, position, _ throws(StoreError) in
      try cursor.rows(of: units, on: day, knownAt: position)
    }
  }

  public func units(
    under parent: UnitID?, on day: Day, at known: Known
  ) throws(StoreError) -> [(id: UnitID, rows: UnitRows)]? {
    guard parent?.isWellFormed != false else { return tables.lines == nil ? nil : [] }
    return try readLines(at: known) { cursor, position, candidates throws(StoreError) in
      let candidates = try candidates(parent)
      var found: [(id: UnitID, rows: UnitRows)] = []
      for (unit, rows) in zip(
        candidates, try cursor.rows(of: candidates, on: day, knownAt: position))
      where try rows.stand(under: parent) {
        found.append((unit, rows))
      }
      return found
    }
  }

  /// Lends a cursor over the lines, with the last position that counts and what finds candidates.
  ///
  /// - Returns: `nil` where the read model does not know all records.
  private func readLines<Answer>(
    at known: Known,
    _ body: (
      inout Cursor<StoreError>, _ position: UInt64,
      _ candidates: (UnitID?) throws(StoreError) -> [UnitID]
    ) throws(StoreError) -> Answer
  ) throws(StoreError) -> Answer? {
    guard let lines = tables.lines else { return nil }
    return try environment.read { transaction throws(StoreError) in
      guard try transaction.isCurrent(tables, asked) else { return nil }
      let position = try transaction.lastPosition(at: known, tables, asked)
      return try transaction.withCursor(in: lines.lines) { cursor throws(StoreError) in
        try body(&cursor, position) { parent throws(StoreError) in
          try transaction.candidates(under: parent, lines)
        }
      }
    }
  }
}

extension Cursor where Failure == StoreError {
  /// What is said of units at the end of a day, in the order in which they are given.
  fileprivate mutating func rows(
    of units: [UnitID], on day: Day, knownAt position: UInt64
  ) throws(StoreError) -> [UnitRows] {
    var bytes: [UInt8] = []
    var places: [UnitRows.Place] = []
    places.reserveCapacity(units.count)
    for unit in units {
      places.append(try copyRows(of: unit, on: day, knownAt: position, to: &bytes))
    }
    return places.map { UnitRows(bytes, at: $0, LineCodec.self) }
  }

  /// Copies what is said of a unit at the end of a day to the end of bytes, and says where it stands.
  fileprivate mutating func copyRows(
    of unit: UnitID, on day: Day, knownAt position: UInt64, to bytes: inout [UInt8]
  ) throws(StoreError) -> UnitRows.Place {
    var place = UnitRows.Place()
    // A longer one is nobody's, and would not fit a key.
    guard unit.text.utf8.count <= longestUnitID else { return place }
    try read(LineKey.life(of: unit), on: day, knownAt: position) {
      folds, value throws(StoreError) in
      guard !value.isEmpty else { throw .damaged("lines") }
      let start = bytes.count
      bytes.append(copying: value)
      if folds.contains(.latest) { place.latest = start..<bytes.count }
      if folds.contains(.earliest) { place.earliest = start..<bytes.count }
    }
    return place
  }
}

extension LMDBStore {
  public func unitsNamed(_ text: String) throws(StoreError) -> Set<UnitID>? {
    guard let lines = tables.lines else { return nil }
    let layout = LMDBLayout(tables: tables, read: ReadFacts())
    return try environment.read { transaction throws(StoreError) in
      guard try transaction.isCurrent(tables, asked) else { return nil }
      var units = Set(try transaction.called(.unit, text, lines).map { UnitID($0) })
      if UnitID(text).isWellFormed { units.insert(UnitID(text)) }
      if let code = Code(colonSeparated: text) {
        for fact in try transaction.recordedFacts(mentioning: .code(code), layout) {
          units.formUnion(fact.event.born.map(\.id) + fact.event.persists)
        }
      }
      return units
    }
  }

  public func functionsNamed(_ text: String) throws(StoreError) -> Set<FunctionID>? {
    guard let lines = tables.lines else { return nil }
    return try environment.read { transaction throws(StoreError) in
      guard try transaction.isCurrent(tables, asked) else { return nil }
      let named = try transaction.called(.function, text, lines).map { FunctionID($0) }
      // By some texts a function may have no name, and answers to its id as to one.
      let alike = try transaction.functions(withIDsLike: text, lines)
      return Set(named + alike + (FunctionID(text).isStorable ? [FunctionID(text)] : []))
    }
  }
}

extension Transaction where Failure == StoreError {
  /// What was ever called so.
  fileprivate func called(
    _ kind: LineKey.Called, _ text: String, _ tables: LineTables
  ) throws(StoreError) -> [String] {
    let prefix = LineKey.called(kind, text, "")
    var found: [String] = []
    try forEach(in: tables.called, withPrefix: prefix) { key, _ throws(StoreError) in
      found.append(String(decoding: [UInt8](copying: key).dropFirst(prefix.count), as: UTF8.self))
      return .continue
    }
    return found
  }

  /// The functions whose ids differ from a text in case and marks only.
  ///
  /// - Complexity: O(*n*) in the number of functions, of which there are few.
  fileprivate func functions(
    withIDsLike text: String, _ tables: LineTables
  ) throws(StoreError) -> [FunctionID] {
    let folded = FoldedText(text)
    var found: [FunctionID] = []
    try forEach(in: tables.called, withPrefix: [LineKey.Called.function.rawValue]) {
      key, _ throws(StoreError) in
      let id = [UInt8](copying: key).split(separator: 0, omittingEmptySubsequences: false).last
      let name = String(decoding: id ?? [], as: UTF8.self)
      if FoldedText(name) == folded { found.append(FunctionID(name)) }
      return .continue
    }
    return found
  }

  /// Whether the read model knows all records.
  func isCurrent(
    _ tables: Tables, _ asked: AskedBefore
  ) throws(StoreError) -> Bool {
    let state = id
    if asked.current.load(ordering: .relaxed) == state { return true }
    guard try readModelState(tables)?.isBehind == false else { return false }
    asked.current.store(state, ordering: .relaxed)
    return true
  }

  /// The last position at which a row of a line counts.
  fileprivate func lastPosition(
    at known: Known, _ tables: Tables, _ asked: AskedBefore
  ) throws(StoreError) -> UInt64 {
    switch known {
    case .now: return .max
    // A row has the position at which its submission ends.
    case .upTo(let position): return position
    case .at(let time):
      guard time < .distantFuture else { return .max }
      if let last = asked.passed.withLock({ $0?.time == time ? $0?.position : nil }) { return last }
      return try withCursor(in: tables.clock) { cursor throws(StoreError) in
        // What was known at a time that has passed does not change any more.
        let hasPassed = try cursor.seek(atLeast: BigEndian(time.rawValue + 1))
        guard try cursor.previous() else { return 0 }
        let last = cursor.withEntry { _, value in value.bigEndian(at: 0, as: UInt64.self) }
        guard let last else { throw .damaged("clock") }
        if hasPassed { asked.passed.withLock { $0 = (time, last) } }
        return last
      }
    }
  }
}
