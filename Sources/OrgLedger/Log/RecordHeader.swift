/// What decides whether a record counts and where it stands, and whether plans are told by it, read
/// from the stored bytes without building a text.
///
/// It reads only as far as it must, so it does not prove that the rest is canonical: bytes that
/// come from a store were proven when they were written, others are for `RecordCodec.decode`.
public struct RecordHeader: Hashable, Sendable, Retractable {
  /// Its place in the log, from 1.
  public var position: UInt64
  /// When it was recorded.
  public var recordedAt: SystemTime
  /// What sort of record it is.
  public var kind: Record.Kind
  /// Of an event and of an act; `nil` for the other kinds.
  public var status: Status?
  /// The act's place among all acts of the day; 0 for the other kinds.
  public var order = 0
  /// When the event takes effect, or the act's default for its events; `nil`: not written.
  public var effectiveOn: ImpreciseDay?
  /// Whether an act is a plan, carries one out, or is to hold for a time only; an event does not say.
  public var concernsPlans = false
  /// The type of an event; `nil` for the other kinds.
  public var type: EventType?
  /// The position of an event's act; an act's own.
  public var act: UInt64?
  /// The position of what an event replaces; `nil`: its own.
  public var slot: UInt64?
  /// The positions of the records that it takes back, ascending.
  public var retracts: [UInt64] = []

  /// Reads the header of a record.
  ///
  /// - Throws: `RecordError` where the bytes end too early or are no record as far as it reads.
  /// - Complexity: O(1) but for retractions, the texts that order an act and unknown fields, which it
  ///   walks past. It allocates nothing unless the record retracts something.
  public init(_ bytes: RawSpan) throws(RecordError) {
    try self.init(Span<UInt8>(_bytes: bytes))
  }

  /// Reads the header of a record.
  public init(_ bytes: [UInt8]) throws(RecordError) { try self.init(bytes.span) }

  private init(_ bytes: Span<UInt8>) throws(RecordError) {
    var cursor = HeaderCursor(offset: 0, end: bytes.count)
    var position: UInt64 = 0
    var recordedAt: UInt64 = 0
    while let (field, type) = try cursor.next(bytes) {
      switch (field, type) {
      case (1, .varint): position = try cursor.varint(bytes)
      case (2, .fixed64): recordedAt = try cursor.fixed64(bytes)
      case (EntryField.instrument...EntryField.coverage, .bytes):
        self.position = position
        self.recordedAt = SystemTime(rawValue: Int64(bitPattern: recordedAt))
        kind = RecordHeader.kind(field)
        var body = try cursor.inner(bytes)
        switch kind {
        case .event: try readEvent(bytes, &body)
        case .act: try readAct(bytes, &body)
        default: break
        }
        return
      default: try cursor.skip(bytes, type)
      }
    }
    throw cursor.error(.missing(field: EntryField.coverage))
  }

  private static func kind(_ field: Int) -> Record.Kind {
    switch field {
    case EntryField.instrument: .instrument
    case EntryField.act: .act
    case EntryField.event: .event
    case EntryField.claim: .claim
    case EntryField.conflict: .conflict
    default: .coverage
    }
  }

  private mutating func readAct(
    _ bytes: Span<UInt8>, _ cursor: inout HeaderCursor
  ) throws(RecordError) {
    status = .enacted
    act = position
    while let (field, type) = try cursor.next(bytes), field <= 7 {
      switch (field, type) {
      case (1, .varint):
        status = try cursor.status(bytes)
        concernsPlans = status == .proposed
      case (2, .varint): order = Int(unzigzag(try cursor.varint(bytes)))
      case (3, .bytes): effectiveOn = try cursor.days(bytes)
      case (4, .bytes), (5, .bytes): try cursor.skip(bytes, type)
      case (6, .bytes), (7, .varint):
        concernsPlans = true
        return
      default: throw cursor.error(.wireType)
      }
    }
  }

  private mutating func readEvent(
    _ bytes: Span<UInt8>, _ cursor: inout HeaderCursor
  ) throws(RecordError) {
    status = .enacted
    act = 0
    while let (field, kind) = try cursor.next(bytes), field <= 7 {
      switch (field, kind) {
      case (1, .varint): act = try cursor.varint(bytes)
      case (2, .varint): status = try cursor.status(bytes)
      case (3, .varint): order = Int(unzigzag(try cursor.varint(bytes)))
      case (4, .bytes): effectiveOn = try cursor.days(bytes)
      case (5, .varint): slot = try cursor.varint(bytes)
      case (6, .bytes):
        var inner = try cursor.inner(bytes)
        while inner.offset < inner.end { retracts.append(try inner.varint(bytes)) }
      case (7, .varint):
        let number = try cursor.varint(bytes)
        guard let (known, _) = EventType.read(wire: number) else {
          throw cursor.error(.unsupported(field: 7, number: number))
        }
        // Nothing of the header stands behind the type.
        type = known
        return
      default: throw cursor.error(.wireType)
      }
    }
    throw cursor.error(.missing(field: 7))
  }
}
