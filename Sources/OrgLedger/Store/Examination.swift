import LMDB

/// What a look through a store found.
public struct Examination: Sendable {
  /// How many records there are.
  public internal(set) var records: UInt64 = 0
  /// How far the read model knows the log; `nil`: it has none, or one of another shape.
  public internal(set) var readModel: UInt64?
  /// How many units were asked for in the read model and in the records.
  public internal(set) var unitsCompared = 0
  /// What is not as it must be, in the order in which it was found; at most
  /// ``Examination/mostFindings``.
  public internal(set) var findings: [Finding] = []

  /// How many findings are told.
  public static let mostFindings = 100

  /// Something that is not as it must be.
  public enum Finding: Hashable, Sendable {
    /// The bytes at a position are no record.
    case unreadable(position: UInt64, RecordError)
    /// A record is not found by its identifier.
    case notFoundByID(position: UInt64, kind: Record.Kind, id: String)
    /// An event is not found by what it mentions.
    case notFoundByMention(position: UInt64, event: EventID)
    /// The read model says something else of a unit than the records.
    case readModelDiffers(unit: UnitID, day: Day)
  }
}

extension LMDBStore {
  /// Looks through the whole store: whether every record can be read and is found, and whether the
  /// read model says what the records say.
  ///
  /// - Parameters:
  ///   - units: Of how many units, evenly spread, read model and records are compared.
  ///   - progress: Told now and then which position was reached.
  /// - Complexity: O(*n*) in the number of records, in memory that does not grow with it.
  public func examine(
    comparing units: Int = 2_000, progress: (RebuildProgress) -> Void = { _ in }
  ) throws(StoreError) -> Examination {
    var examination = Examination()
    let last = try head().position
    examination.records = last
    var first: UInt64 = 1
    while first <= last {
      let end = min(last, first + 4_999)
      try environment.read { transaction throws(StoreError) in
        let layout = LMDBLayout(tables: tables, read: ReadFacts())
        for position in first...end {
          try transaction.examine(position, layout, &examination.findings)
        }
      }
      progress(RebuildProgress(position: end, last: last))
      first = end + 1
    }
    guard tables.lines != nil else { return examination }
    let (state, sample) = try environment.read { transaction throws(StoreError) in
      (
        try transaction.readModelState(tables)?.position,
        try transaction.someUnits(atMost: units, tables)
      )
    }
    examination.readModel = state
    // Whoever writes meanwhile takes it further, and what was known at `last` is still in it.
    guard let state, state >= last, examination.findings.isEmpty else { return examination }
    for unit in sample where examination.findings.count < Examination.mostFindings {
      if let day = try differingDay(of: unit, knownAt: last) {
        examination.findings.append(.readModelDiffers(unit: unit, day: day))
      }
      examination.unitsCompared += 1
    }
    return examination
  }
}

extension Transaction where Failure == StoreError {
  /// Looks at one record and how it is found.
  fileprivate func examine(
    _ position: UInt64, _ layout: LMDBLayout, _ findings: inout [Examination.Finding]
  ) throws(StoreError) {
    let tables = layout.tables
    guard findings.count < Examination.mostFindings else { return }
    let record: Record
    do { record = try self.record(at: position, tables) } catch {
      guard case .damagedRecord(_, let problem) = error else { throw error }
      findings.append(.unreadable(position: position, problem))
      return
    }
    let id = record.body.id
    // What replaces something is found through what was recorded first under its id.
    let found = id.isEmpty ? position : try entry(record.body.kind, id, [], tables)?.position
    if found.map({ $0 > position }) ?? true {
      findings.append(.notFoundByID(position: position, kind: record.body.kind, id: id))
    }
    guard case .event(let event) = record.body else { return }
    for mention in event.event.mentions {
      // Before the read model was there, that a function was named was not written.
      if case .functionNamed = mention, tables.lines == nil { continue }
      guard try isFound(position, by: mention, tables) else {
        findings.append(.notFoundByMention(position: position, event: event.event.id))
        return
      }
    }
    // What an older format wrote has them only since it was caught up.
    guard try readModelState(tables) != nil else { return }
    let namings = try Namings.entries(for: event.event, at: position) {
      mention throws(StoreError) in
      try recordedFacts(mentioning: mention, layout)
    }
    for naming in namings where try !isFound(naming.position, by: naming.mention, tables) {
      findings.append(.notFoundByMention(position: position, event: event.event.id))
      return
    }
  }

  /// Whether an event is found by a mention.
  private func isFound(
    _ position: UInt64, by mention: Mention, _ tables: Tables
  ) throws(StoreError) -> Bool {
    let key = try Key.mention(mention) { entity throws(StoreError) in
      try number(of: entity, tables)
    }
    guard var key else { return false }
    key.append(bigEndian: position)
    return try contains(key, in: tables.mentions)
  }

  /// Some of the units that were ever mentioned, evenly spread.
  fileprivate func someUnits(atMost most: Int, _ tables: Tables) throws(StoreError) -> [UnitID] {
    let step = max(1, try count(of: tables.entities) / max(1, most))
    var (units, number): ([UnitID], Int) = ([], 0)
    let prefix = Key.unit("")
    try forEach(in: tables.entities, withPrefix: prefix) { key, _ throws(StoreError) in
      defer { number += 1 }
      guard number.isMultiple(of: step) else { return .continue }
      let id = [UInt8](copying: key).dropFirst(prefix.count)
      units.append(UnitID(String(decoding: id, as: UTF8.self)))
      return .continue
    }
    return units
  }
}
