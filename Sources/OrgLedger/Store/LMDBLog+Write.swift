import LMDB

extension Transaction: RecordReading, LogTransaction
where Access == WriteAccess, Failure == StoreError {
  typealias Layout = LMDBLayout

  func head(_ layout: LMDBLayout) throws(StoreError) -> Head { try head(layout.tables) }

  func entry(
    _ kind: Record.Kind, _ id: String, _ digest: [UInt8], _ layout: LMDBLayout
  ) throws(StoreError) -> (position: UInt64, digest: [UInt8])? {
    try entry(kind, id, digest, layout.tables)
  }

  func record(at position: UInt64, _ layout: LMDBLayout) throws(StoreError) -> Record {
    try record(at: position, layout.tables)
  }

  func retractions(of position: UInt64, _ layout: LMDBLayout) throws(StoreError) -> [UInt64] {
    try retractions(of: position, layout.tables)
  }

  func hasRetractions(_ layout: LMDBLayout) throws(StoreError) -> Bool {
    var has = false
    try forEach(in: layout.tables.mentions, withPrefix: Key.retractions) { _, _ in
      has = true
      return .stop
    }
    return has
  }

  func recordedFacts(
    mentioning mention: Mention, _ layout: LMDBLayout
  ) throws(StoreError) -> [Fact] {
    var facts: [Fact] = []
    for position in try positions(mentioning: mention, layout.tables) {
      facts.append(try fact(at: position, layout))
    }
    return facts
  }

  private func fact(at position: UInt64, _ layout: LMDBLayout) throws(StoreError) -> Fact {
    if let known = layout.read.fact(at: position) { return known }
    let (record, size) = try sizedRecord(at: position, layout.tables)
    guard case .event(let event) = record.body else {
      throw .damaged("mentions: no event at \(position)")
    }
    let fact = Fact(event, in: try act(at: event.act, layout), of: record)
    layout.read.keep(fact, size: size)
    return fact
  }

  private func act(at position: UInt64, _ layout: LMDBLayout) throws(StoreError) -> ActHeader {
    if let known = layout.read.act(at: position) { return known }
    let (record, size) = try sizedRecord(at: position, layout.tables)
    guard case .act(let act) = record.body else { throw .damaged("log: no act at \(position)") }
    layout.read.keep(act, at: position, size: size)
    return act
  }

  mutating func write(
    _ records: [StoredRecord], digest: [UInt8], _ layout: LMDBLayout
  ) throws(StoreError) {
    guard let last = records.last?.record else { return }
    for stored in records {
      let record = stored.record
      try put(BigEndian(record.position), stored.bytes, in: layout.tables.log, options: .append)
      try index(record, digest: digest, layout.tables)
    }
    try put(
      BigEndian(last.recordedAt.rawValue), BigEndian(last.position), in: layout.tables.clock,
      options: .append)
  }

  /// Writes everything through which a record is found.
  mutating func index(
    _ record: Record, digest: [UInt8], _ tables: Tables
  ) throws(StoreError) {
    var entry: [UInt8] = []
    entry.append(bigEndian: record.position)
    // What an event says is part of its act's content.
    if record.body.kind != .event { entry += digest }
    // What replaces something may bear an id that stands already, and is found through that.
    _ = try insert(Key.id(record.body.kind, record.body.id, digest), entry, in: tables.ids)
    guard case .event(let event) = record.body else { return }
    for mention in event.event.mentions {
      guard var key = try key(of: mention, tables) else { continue }
      key.append(bigEndian: record.position)
      try put(key, [UInt8](), in: tables.mentions)
    }
    for position in event.retracts {
      try put(Key.retraction(of: position, by: record.position), [UInt8](), in: tables.mentions)
    }
    guard event.status == .enacted, let day = event.event.effectiveOn else { return }
    for end in Set(day.ends) {
      try put(Key.day(end, record.position), [UInt8](), in: tables.days)
    }
  }

  /// The key of a mention; an entity that is mentioned for the first time is given its number.
  private mutating func key(of mention: Mention, _ tables: Tables) throws(StoreError) -> [UInt8]? {
    switch mention {
    case .unit(let unit), .parent(let unit), .arrival(let unit):
      try giveNumber(to: Key.unit(unit), tables)
    case .name(_, let parent):
      if let parent { try giveNumber(to: Key.unit(parent), tables) }
    case .function(let function): try giveNumber(to: Key.function(function), tables)
    case .code, .reading: break
    }
    return try Key.mention(mention) { entity throws(StoreError) in
      try number(of: entity, tables)
    }
  }

  private mutating func giveNumber(
    to entity: [UInt8], _ tables: Tables
  ) throws(StoreError) {
    guard try number(of: entity, tables) == nil else { return }
    let next = (try number(of: Key.lastEntity, tables) ?? 0) + 1
    try put(entity, BigEndian(next), in: tables.entities)
    try put(Key.lastEntity, BigEndian(next), in: tables.entities)
  }
}
