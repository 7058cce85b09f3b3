import LMDB

extension StoreError: LMDBErrorConvertible {
  /// What a failure of LMDB means to whoever keeps a ledger.
  public init(_ error: LMDBError) {
    switch error {
    case .noSuchStore(let path): self = .noSuchStore(path: path)
    case .alreadyExists(let path): self = .alreadyExists(path: path)
    case .notAStore(let defect): self = .notAStore(path: "", reason: "\(defect)")
    case .versionMismatch: self = .notAStore(path: "", reason: "\(error)")
    case .truncated, .corrupted: self = .damaged("\(error)")
    case .alreadyOpen(let path): self = .alreadyOpen(path: path)
    case .readOnly: self = .readOnly
    case .closed: self = .closed
    case .noSuchFolder(let path): self = .cannotCreate(path: path, reason: "no such folder")
    case .permissionDenied: self = .permissionDenied
    case .diskFull: self = .diskFull
    case .mapFull: self = .mapFull
    case .inputOutput, .stopped: self = .inputOutput("\(error)")
    default: self = .unexpected("\(error)")
    }
  }
}

/// Where a store on LMDB keeps things, and what its writers have read already.
struct LMDBLayout {
  let tables: Tables
  let read: ReadFacts
}

// Reading is the same within a read and a write transaction.
extension Transaction where Failure == StoreError {
  func head(
    _ tables: Tables, notAfter time: SystemTime = .distantFuture
  ) throws(StoreError) -> Head {
    let head = try floor(
      BigEndian(time.rawValue), in: tables.clock, withPrefix: [UInt8]()
    ) {
      key, value throws(StoreError) in
      guard let time = key.bigEndian(at: 0, as: Int64.self),
        let position = value.bigEndian(at: 0, as: UInt64.self)
      else { throw StoreError.damaged("clock") }
      return Head(position: position, recordedAt: SystemTime(rawValue: time))
    }
    return head ?? Head(position: 0, recordedAt: nil)
  }

  /// The end of the log as it was known at a point of record time.
  func head(at known: Known, _ tables: Tables) throws(StoreError) -> Head {
    switch known {
    case .now: return try head(tables)
    case .at(let time): return try head(tables, notAfter: time)
    case .upTo(let position):
      let end = try head(tables)
      guard position < end.position else { return end }
      guard position > 0 else { return Head(position: 0, recordedAt: nil) }
      // The submission of this record counts only if it ends here.
      let time = try record(at: position, tables).recordedAt
      let own = try head(tables, notAfter: time)
      guard own.position > position else { return own }
      return try head(tables, notAfter: SystemTime(rawValue: time.rawValue - 1))
    }
  }

  func record(at position: UInt64, _ tables: Tables) throws(StoreError) -> Record {
    try sizedRecord(at: position, tables).record
  }

  /// A record with the number of bytes that are stored of it.
  func sizedRecord(
    at position: UInt64, _ tables: Tables
  ) throws(StoreError) -> (record: Record, size: Int) {
    let record = try get(BigEndian(position), in: tables.log) { bytes throws(StoreError) in
      (record: try Record(stored: bytes, at: position), size: bytes.byteCount)
    }
    guard let record else { throw .damaged("log: no record at \(position)") }
    return record
  }

  func entry(
    _ kind: Record.Kind, _ id: String, _ digest: [UInt8], _ tables: Tables
  ) throws(StoreError) -> (position: UInt64, digest: [UInt8])? {
    let entry = try bytes(at: Key.id(kind, id, digest), in: tables.ids)
    guard let entry else { return nil }
    guard let position = entry.span.bytes.bigEndian(at: 0, as: UInt64.self) else {
      throw .damaged("ids: \(id)")
    }
    return (position, Array(entry.dropFirst(8)))
  }

  /// Where everything of a kind was recorded first, ascending.
  func positions(of kind: Record.Kind, _ tables: Tables) throws(StoreError) -> [UInt64] {
    var positions: [UInt64] = []
    try forEach(in: tables.ids, withPrefix: Key.id(kind, "", [])) { _, entry throws(StoreError) in
      if let position = entry.bigEndian(at: 0, as: UInt64.self) { positions.append(position) }
      return .continue
    }
    return positions.sorted()
  }

  func number(of entity: [UInt8], _ tables: Tables) throws(StoreError) -> UInt64? {
    try get(entity, in: tables.entities) { $0.bigEndian(at: 0, as: UInt64.self) } ?? nil
  }

  /// The event at a position as recorded.
  ///
  /// - Throws: `damaged` where there is none.
  func eventFact(at position: UInt64, _ layout: LMDBLayout) throws(StoreError) -> Fact {
    guard let fact = try recordedFact(at: position, layout) else {
      throw .damaged("mentions: no event at \(position)")
    }
    return fact
  }

  /// The event at a position as recorded; `nil`: what stands there is none.
  func recordedFact(at position: UInt64, _ layout: LMDBLayout) throws(StoreError) -> Fact? {
    if let known = layout.read.fact(at: position) { return known }
    let (record, size) = try sizedRecord(at: position, layout.tables)
    guard case .event(let event) = record.body else { return nil }
    return try keep(event, of: record, size: size, layout)
  }

  /// The fact of an event's record, kept for whoever asks next.
  func keep(
    _ event: EventRecord, of record: Record, size: Int, _ layout: LMDBLayout
  ) throws(StoreError) -> Fact {
    let fact = Fact(
      event, in: try act(at: event.act, layout), at: try firstAct(of: event, layout), of: record)
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

  /// The positions of the records that take back the one at a position, ascending.
  func retractions(of position: UInt64, _ tables: Tables) throws(StoreError) -> [UInt64] {
    var positions: [UInt64] = []
    let key = Key.retraction(of: position)
    try forEach(in: tables.mentions, withPrefix: key) { found, _ throws(StoreError) in
      if let later = found.bigEndian(at: key.count, as: UInt64.self) { positions.append(later) }
      return .continue
    }
    return positions
  }

  /// Whether a record counts for who knows the log up to a position.
  func isVisible(
    _ position: UInt64, asKnownAt known: UInt64 = .max, _ tables: Tables
  ) throws(StoreError) -> Bool {
    try OrgLedger.isVisible(position, asKnownAt: known) { position throws(StoreError) in
      try retractions(of: position, tables)
    }
  }

  /// The positions of the enacted events whose first or last possible day lies between two days,
  /// both included, ascending.
  ///
  /// - Parameter limit: When more than so many were found, no more are looked for.
  func positions(
    from first: Day, through last: Day, atMost limit: Int = .max, _ tables: Tables
  ) throws(StoreError) -> [UInt64] {
    var positions: Set<UInt64> = []
    try forEach(
      in: tables.days, from: Key.day(first, 0), upTo: Key.day(last, .max)
    ) { key, _ throws(StoreError) in
      if let position = key.bigEndian(at: 4, as: UInt64.self) { positions.insert(position) }
      return positions.count > limit ? .stop : .continue
    }
    return positions.sorted()
  }

  /// The positions under a mention, ascending.
  func positions(
    mentioning mention: Mention, _ tables: Tables
  ) throws(StoreError) -> [UInt64] {
    let key = try Key.mention(mention) { entity throws(StoreError) in
      try number(of: entity, tables)
    }
    guard let key else { return [] }
    var positions: [UInt64] = []
    try forEach(in: tables.mentions, withPrefix: key) { found, _ throws(StoreError) in
      if found.byteCount == key.count + 8,
        let position = found.bigEndian(at: key.count, as: UInt64.self)
      {
        positions.append(position)
      }
      return .continue
    }
    return positions
  }
}

extension RecordHeader {
  /// The header of a record from its stored bytes.
  init(stored bytes: RawSpan, at position: UInt64) throws(StoreError) {
    do { self = try RecordHeader(bytes) } catch {
      throw .damagedRecord(position: position, error)
    }
  }
}

extension Record {
  /// A record from its stored bytes.
  init(stored bytes: RawSpan, at position: UInt64) throws(StoreError) {
    do { self = try RecordCodec.decode(bytes) } catch {
      throw .damagedRecord(position: position, error)
    }
  }
}
