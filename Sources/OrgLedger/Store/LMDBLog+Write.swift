import LMDB

extension Transaction: LogTransaction where Access == WriteAccess, Failure == StoreError {
  func head(_ layout: LMDBLayout) throws(StoreError) -> Head { try head(layout.tables) }

  func entry(
    _ kind: Record.Kind, _ id: String, _ digest: [UInt8], _ layout: LMDBLayout
  ) throws(StoreError) -> (position: UInt64, digest: [UInt8])? {
    try entry(kind, id, digest, layout.tables)
  }

  mutating func write(
    _ records: [StoredRecord], digest: [UInt8], _ layout: LMDBLayout
  ) throws(StoreError) {
    guard let last = records.last?.record else { return }
    for stored in records {
      let record = stored.record
      try put(BigEndian(record.position), stored.bytes, in: layout.tables.log, options: .append)
      try keep(stored, layout)
      try index(record, digest: digest, layout)
    }
    try put(
      BigEndian(last.recordedAt.rawValue), BigEndian(last.position), in: layout.tables.clock,
      options: .append)
    guard let lines = layout.tables.lines, let first = records.first?.record.position,
      var state = try readModelState(layout.tables)
    else { return }
    guard state.position < first - 1 else {
      return try extendLines(from: first, through: last.position, lines, layout)
    }
    // One that lags is caught up when the store is opened, not in the midst of an act.
    state.isBehind = true
    try put(state, layout.tables)
  }

  /// Keeps what was read back of a record, since it is read again to index it and to judge the next.
  private borrowing func keep(_ stored: StoredRecord, _ layout: LMDBLayout) throws(StoreError) {
    let (record, size) = (stored.record, stored.bytes.count)
    switch record.body {
    case .act(let act): layout.read.keep(act, at: record.position, size: size)
    case .event(let event): _ = try keep(event, of: record, size: size, layout)
    default: break
    }
  }

  /// Writes everything through which a record is found.
  mutating func index(
    _ record: Record, digest: [UInt8], _ layout: LMDBLayout
  ) throws(StoreError) {
    let tables = layout.tables
    var entry: [UInt8] = []
    entry.append(bigEndian: record.position)
    // What an event says is part of its act's content.
    if record.body.kind != .event { entry += digest }
    // What replaces something may bear an id that stands already, and is found through that.
    _ = try insert(Key.id(record.body.kind, record.body.id, digest), entry, in: tables.ids)
    guard case .event(let event) = record.body else { return }
    try indexMentions(of: event.event, at: record.position, layout)
    for position in event.retracts {
      try put(Key.retraction(of: position, by: record.position), [UInt8](), in: tables.mentions)
      layout.read.hasRetractions = true
    }
    guard event.status == .enacted, let day = event.event.effectiveOn else { return }
    for end in Set(day.ends) {
      try put(Key.day(end, record.position), [UInt8](), in: tables.days)
    }
  }

  /// Writes what an event mentions.
  mutating func indexMentions(
    of event: Event, at position: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) {
    let tables = layout.tables
    for mention in event.mentions { try index(mention, at: position, layout) }
    let namings = try Namings.entries(for: event, at: position) { mention throws(StoreError) in
      try recordedFacts(mentioning: mention, layout)
    }
    for naming in namings { try index(naming.mention, at: naming.position, layout) }
    guard let lines = tables.lines else { return }
    for (kind, id, name) in event.namesWritten {
      try put(LineKey.called(kind, name, id), [UInt8](), in: lines.called)
    }
  }

  private mutating func index(
    _ mention: Mention, at position: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) {
    guard var key = try key(of: mention, layout.tables) else { return }
    key.append(bigEndian: position)
    try put(key, [UInt8](), in: layout.tables.mentions)
    layout.read.forget(mention)
  }

  /// The key of a mention; an entity that is mentioned for the first time is given its number.
  private mutating func key(of mention: Mention, _ tables: Tables) throws(StoreError) -> [UInt8]? {
    switch mention {
    case .unit(let unit), .parent(let unit), .name(_, let unit):
      try giveNumber(to: Key.unit(unit), tables)
    case .function(let function), .functionNamed(let function):
      try giveNumber(to: Key.function(function), tables)
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

extension Event {
  /// Every name that it gives to a unit or a function.
  fileprivate var namesWritten: [(LineKey.Called, id: String, name: String)] {
    var list: [(LineKey.Called, id: String, name: String)] = []
    func add(_ unit: UnitID, _ name: Name) {
      list.append((.unit, unit.text, name.full))
      if let short = name.short { list.append((.unit, unit.text, short)) }
    }
    for birth in born { add(birth.id, birth.name) }
    if let name = details.name {
      for unit in persists { add(unit, Name(name, short: details.shortName)) }
    }
    for mention in functionMentions {
      if let name = mention.name { list.append((.function, mention.id.text, name)) }
    }
    return list
  }
}
