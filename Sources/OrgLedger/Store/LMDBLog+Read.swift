import LMDB

extension Transaction: RecordReading, FactReading where Failure == StoreError {
  typealias Layout = LMDBLayout

  func lastPosition(_ layout: LMDBLayout) throws(StoreError) -> UInt64 {
    try head(layout.tables).position
  }

  func position(
    of kind: Record.Kind, id: String, _ layout: LMDBLayout
  ) throws(StoreError) -> UInt64? { try entry(kind, id, [], layout.tables)?.position }

  func positions(
    of kind: Record.Kind, _ layout: LMDBLayout
  ) throws(StoreError) -> [UInt64] { try positions(of: kind, layout.tables) }

  func record(at position: UInt64, _ layout: LMDBLayout) throws(StoreError) -> Record {
    if let known = layout.read.record(at: position) { return known }
    let (record, size) = try sizedRecord(at: position, layout.tables)
    layout.read.keep(record, size: size)
    return record
  }

  func retractions(of position: UInt64, _ layout: LMDBLayout) throws(StoreError) -> [UInt64] {
    try retractions(of: position, layout.tables)
  }

  func hasRetractions(_ layout: LMDBLayout) throws(StoreError) -> Bool {
    if let known = layout.read.hasRetractions { return known }
    var has = false
    try forEach(in: layout.tables.mentions, withPrefix: Key.retractions) { _, _ in
      has = true
      return .stop
    }
    layout.read.hasRetractions = has
    return has
  }

  func recordedFacts(
    mentioning mention: Mention, _ layout: LMDBLayout
  ) throws(StoreError) -> [Fact] {
    if let known = layout.read.facts(mentioning: mention) { return known }
    var facts: [Fact] = []
    for position in try positions(mentioning: mention, layout.tables) {
      facts.append(try eventFact(at: position, layout))
    }
    layout.read.keep(facts, mentioning: mention)
    return facts
  }
}
