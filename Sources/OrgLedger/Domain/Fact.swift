/// An event as it stands in the log: what happened, in which act, and where in the order.
public struct Fact: Hashable, Sendable, Retractable {
  public var event: Event
  /// The act that it is part of.
  public var act: ActHeader
  public var position: UInt64
  /// The position of what it replaces, else its own.
  public var slot: UInt64
  public var recordedAt: SystemTime
  public var recordedBy: String
  public var retracts: [UInt64]

  public init(
    event: Event, act: ActHeader, position: UInt64, slot: UInt64? = nil,
    recordedAt: SystemTime = SystemTime(rawValue: 0), recordedBy: String = "",
    retracts: [UInt64] = []
  ) {
    self.event = event
    self.act = act
    self.position = position
    self.slot = slot ?? position
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.retracts = retracts
  }

  /// When it takes effect; an enacted event always says.
  public var effectiveOn: ImpreciseDay { event.effectiveOn ?? .notStated }
}

/// An act without its events.
public struct ActHeader: Hashable, Sendable {
  public var id: ActID
  public var status: Status
  public var effectiveOn: ImpreciseDay?
  public var order: Int
  public var instrument: InstrumentID
  public var orderedBy: [InstrumentID]
  public var enacts: [ActID]
  public var plannedUntil: Day?
  public var note: String?

  /// The header of an act.
  public init(_ act: Act) {
    id = act.id
    status = act.status
    effectiveOn = act.effectiveOn
    order = act.order
    instrument = act.instrument
    orderedBy = act.orderedBy
    enacts = act.enacts
    plannedUntil = act.plannedUntil
    note = act.note
  }

  /// The act again, with its events.
  public func act(with events: [Event]) -> Act {
    Act(
      id: id, status: status, effectiveOn: effectiveOn, order: order, instrument: instrument,
      orderedBy: orderedBy, enacts: enacts, plannedUntil: plannedUntil, note: note,
      events: events)
  }
}
