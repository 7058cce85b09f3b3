/// A record as a line: what `log` answers.
public struct LogLine: Hashable, Sendable, Encodable {
  /// Its place in the log.
  public let position: UInt64
  /// When it was recorded.
  public let recordedAt: Timestamp
  /// Who says that they recorded it.
  public let recordedBy: String
  /// What sort of record it is.
  public let kind: Record.Kind
  /// The identifier in documents; empty for coverage, which has none.
  public let id: String
  /// The act of an event.
  @OrNull public internal(set) var act: ActID?
  /// The type of an event; `nil` for all else.
  @OrNull public internal(set) var type: EventType?
  /// When an event or act takes effect, where it says so.
  @OrNull public internal(set) var effectiveOn: ImpreciseDay?
  /// The place of an act, or of an event's act, among all acts of its day.
  @OrNull public internal(set) var order: Int?
  /// The document that states it.
  @OrNull public internal(set) var instrument: InstrumentID?
  /// The positions of the records that it takes back; left out of JSON where there are none.
  public let retracts: [UInt64]?
  /// In whose slot an event stands that replaces another; left out of JSON for others.
  public let slot: UInt64?
  /// The leaf's hash in hexadecimal digits, where the store has it.
  @OrNull public var leaf: String?
}

extension Record.Kind: Encodable {}
