import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// A store over another one that gets a part of the reading wrong.
struct FaultyStore: LogStore, TemporalReadModel {
  let base: LMDBStore
  var known: @Sendable (Known) -> Known = { $0 }
  /// As of when it says how much it knows.
  var headKnown: @Sendable (Known) -> Known = { $0 }
  var day: @Sendable (Day) -> Day = { $0 }
  var depth: @Sendable (Int?) -> Int? = { $0 }
  /// What it supposes instead.
  var supposed: @Sendable ([Fact]) -> [Fact] = { $0 }
  var structure: @Sendable (inout Structure, UnitID?) -> Void = { _, _ in }
  var scope: @Sendable (Scope) -> Scope = { $0 }
  /// Which of the units that stand under one are told.
  var standsUnder: @Sendable (UnitRows) -> Bool = { _ in true }
  /// Which facts a history has.
  var facts: @Sendable ([Fact], Scope) -> [Fact] = { facts, _ in facts }
  var forgetsCorrections = false
  /// The last day of the texts that it lets count.
  var textsUntil: @Sendable (Day?) -> Day? = { $0 }
  /// What it reads of the log; `nil`: what stands there.
  var records: (@Sendable ([Record]) -> [Record])?
  var units: @Sendable (Set<UnitID>) -> Set<UnitID> = { $0 }

  init(_ base: LMDBStore) { self.base = base }

  func structure(
    on day: Day, at known: Known, under root: UnitID?, depth: Int?, supposing supposed: [Fact]
  ) throws(StoreError) -> Structure? {
    guard
      var found = try base.structure(
        on: self.day(day), at: self.known(known), under: root, depth: self.depth(depth),
        supposing: self.supposed(supposed))
    else { return nil }
    found.head = try base.head(at: headKnown(known))
    structure(&found, root)
    return found
  }

  func unit(_ unit: UnitID, on day: Day, at known: Known) throws(StoreError) -> UnitRows? {
    try base.unit(unit, on: self.day(day), at: self.known(known))
  }

  func units(_ units: [UnitID], on day: Day, at known: Known) throws(StoreError) -> [UnitRows]? {
    try base.units(units, on: self.day(day), at: self.known(known))
  }

  func units(
    under parent: UnitID?, on day: Day, at known: Known
  ) throws(StoreError) -> [(id: UnitID, rows: UnitRows)]? {
    try base.units(under: parent, on: self.day(day), at: self.known(known))?
      .filter { standsUnder($0.rows) }
  }

  func history(
    of scope: Scope, at known: Known, textsUntil: Day?
  ) throws(StoreError) -> History? {
    let head = try base.head(at: self.known(known))
    if records != nil {
      return History(
        try Ledger(self).records(through: head.position), offsetMinutes: identity.offsetMinutes,
        textsUntil: textsUntil)
    }
    guard
      let found = try base.history(
        of: self.scope(scope), at: self.known(known), textsUntil: self.textsUntil(textsUntil))
    else { return nil }
    let history = History(
      facts: facts(found.facts, scope), instruments: Array(found.instruments.values),
      acts: Array(found.acts.values), coverage: found.coverage, offsetMinutes: found.offsetMinutes,
      head: head,
      corrections: Corrections(), textsUntil: textsUntil, undatedTexts: found.undatedTexts)
    return forgetsCorrections ? history : history.knowing(found)
  }

  func unitsNamed(_ text: String) throws(StoreError) -> Set<UnitID>? {
    try base.unitsNamed(text).map(units)
  }

  func functionsNamed(_ text: String) throws(StoreError) -> Set<FunctionID>? {
    try base.functionsNamed(text)
  }

  func forEachRecord(
    from first: UInt64, through last: UInt64, _ body: (Record) throws(StoreError) -> Bool
  ) throws(StoreError) {
    guard let records else { return try base.forEachRecord(from: first, through: last, body) }
    for record in records(try Ledger(base).records(through: last)) where record.position >= first {
      guard try body(record) else { return }
    }
  }

  var identity: StoreIdentity { base.identity }
  func head() throws(StoreError) -> Head { try base.head() }
  func head(at known: Known) throws(StoreError) -> Head { try base.head(at: known) }
  func append(_ request: AppendRequest) throws(StoreError) -> AppendResult {
    try base.append(request)
  }
  func storedBytes(at position: UInt64) throws(StoreError) -> [UInt8]? {
    try base.storedBytes(at: position)
  }
  func leaf(at position: UInt64) throws(StoreError) -> [UInt8]? { try base.leaf(at: position) }
  func position(of kind: Record.Kind, id: String) throws(StoreError) -> UInt64? {
    try base.position(of: kind, id: id)
  }
  func positions(mentioning unit: UnitID) throws(StoreError) -> [UInt64] {
    try base.positions(mentioning: unit)
  }
  func positions(from first: Day, through last: Day) throws(StoreError) -> [UInt64] {
    try base.positions(from: first, through: last)
  }
}
