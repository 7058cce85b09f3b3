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

  func number(of entity: [UInt8], _ tables: Tables) throws(StoreError) -> UInt64? {
    try get(entity, in: tables.entities) { $0.bigEndian(at: 0, as: UInt64.self) } ?? nil
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

extension Record {
  /// A record from its stored bytes.
  init(stored bytes: RawSpan, at position: UInt64) throws(StoreError) {
    do { self = try RecordCodec.decode(bytes) } catch {
      throw .damagedRecord(position: position, error)
    }
  }
}
