/// One entry of the log: what was recorded, at which position, when and by whom.
///
/// Positions run from 1 without a gap, in commit order. The records of an act are committed
/// together: the act first, then its events in order, all with one record time.
public struct Record: Hashable, Sendable {
  /// Its place in the log, from 1.
  public var position: UInt64
  /// When it was recorded, later than all before it.
  public var recordedAt: SystemTime
  /// Who says that they recorded it: a statement, not an authentication.
  public var recordedBy: String
  /// What it holds.
  public var body: Body
  /// What a later version of the format added and this one only carries along.
  public var unknown: UnknownFields

  public init(
    position: UInt64, recordedAt: SystemTime, recordedBy: String, body: Body,
    unknown: UnknownFields = UnknownFields()
  ) {
    self.position = position
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.body = body
    self.unknown = unknown
  }

  /// The kinds of records; the raw value is the name in `log` and in documents.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case instrument, act, event, claim, conflict, coverage
  }

  /// What a record holds; behind references, since records are passed on more than looked into.
  public enum Body: Hashable, Sendable {
    indirect case instrument(Instrument)
    indirect case act(ActHeader)
    case event(EventRecord)
    indirect case claim(Claim)
    indirect case conflict(Conflict)
    indirect case coverage(Coverage)
  }
}

/// An event with what decides its visibility and place, so that a view of its bytes tells both
/// without looking at another record.
///
/// It is shared and never changes: of all that a log holds, events are the most and the largest.
public final class EventRecord: Sendable {
  /// What happened.
  public let event: Event
  /// The position of its act's record.
  public let act: UInt64
  /// Whether its act was enacted, or is only planned.
  public let status: Status
  /// The act's place among all acts of the day.
  public let order: Int
  /// The position of what it replaces; `nil`: its own.
  public let slot: UInt64?
  /// The positions of the records that it takes back, ascending.
  public let retracts: [UInt64]

  public init(
    event: Event, act: UInt64, status: Status, order: Int, slot: UInt64? = nil,
    retracts: [UInt64] = []
  ) {
    self.event = event
    self.act = act
    self.status = status
    self.order = order
    self.slot = slot
    self.retracts = retracts
  }
}

extension EventRecord: Hashable {
  public static func == (left: EventRecord, right: EventRecord) -> Bool {
    left === right
      || left.act == right.act && left.status == right.status && left.order == right.order
        && left.slot == right.slot && left.retracts == right.retracts && left.event == right.event
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(act)
    hasher.combine(event.id)
  }
}

extension Record: Retractable {
  public var retracts: [UInt64] {
    if case .event(let record) = body { record.retracts } else { [] }
  }
}

extension Record.Body {
  public var kind: Record.Kind {
    switch self {
    case .instrument: .instrument
    case .act: .act
    case .event: .event
    case .claim: .claim
    case .conflict: .conflict
    case .coverage: .coverage
    }
  }

  /// The identifier in documents; coverage has none, its content identifies it.
  public var id: String {
    switch self {
    case .instrument(let instrument): instrument.id.text
    case .act(let act): act.id.text
    case .event(let record): record.event.id.text
    case .claim(let claim): claim.id.text
    case .conflict(let conflict): conflict.id.text
    case .coverage: ""
    }
  }
}
