/// An event as it stands in the log: what happened, in which act, and where in the order.
///
/// It is shared and never changes, so that to sort, filter and keep facts costs nothing but a
/// reference.
public final class Fact: Sendable, Retractable {
  /// What happened.
  public let event: Event
  /// The act that it is part of.
  public let act: ActHeader
  /// Its place in the log.
  public let position: UInt64
  /// The position of what it replaces, else its own.
  public let slot: UInt64
  /// The position of its act, or of the first one, where acts replaced each other.
  public let actPosition: UInt64
  /// When it was recorded.
  public let recordedAt: SystemTime
  /// Who says that they recorded it.
  public let recordedBy: String
  /// The positions of the records that it takes back.
  public let retracts: [UInt64]
  /// The positions of the records of which it says from when on they are without effect, or take it
  /// again; later ones that replace them included.
  public let targets: Set<UInt64>
  /// What its event does to the chart, in order; worked out once, since every fold asks.
  public let effects: [Effect]

  /// An event of an act at a position.
  ///
  /// - Parameters:
  ///   - slot: The position of what it replaces; `nil`: its own.
  ///   - actPosition: That of its act, or of the first one, where acts replaced each other; `nil`:
  ///     it is an act by itself.
  public init(
    event: Event, act: ActHeader, position: UInt64, slot: UInt64? = nil,
    actPosition: UInt64? = nil, recordedAt: SystemTime = SystemTime(rawValue: 0),
    recordedBy: String = "", retracts: [UInt64] = [], targets: Set<UInt64> = []
  ) {
    self.event = event
    self.act = act
    self.position = position
    self.slot = slot ?? position
    self.actPosition = actPosition ?? self.slot
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.retracts = retracts
    self.targets = targets
    effects = event.effects
  }

  /// The same, with another event, or with other targets.
  func with(_ event: Event? = nil, targets: Set<UInt64>? = nil) -> Fact {
    Fact(
      event: event ?? self.event, act: act, position: position, slot: slot,
      actPosition: actPosition, recordedAt: recordedAt, recordedBy: recordedBy, retracts: retracts,
      targets: targets ?? self.targets)
  }

  /// Whether it has a place in the order of facts: it is about the world, or about when something
  /// in it takes effect.
  var isPlaced: Bool { !event.type.isAboutTheRecord || event.type.isSuspension }

  /// When it takes effect; an enacted event of the world always says.
  public var effectiveOn: ImpreciseDay { event.effectiveOn ?? .notStated }
}

extension Fact: Hashable {
  public static func == (left: Fact, right: Fact) -> Bool {
    left === right
      || left.position == right.position && left.slot == right.slot
        && left.actPosition == right.actPosition
        && left.recordedAt == right.recordedAt && left.recordedBy == right.recordedBy
        && left.retracts == right.retracts && left.targets == right.targets && left.act == right.act
        && left.event == right.event
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(position)
    hasher.combine(event.id)
  }
}

/// An act without its events.
public struct ActHeader: Hashable, Sendable {
  /// Opaque, unique in the ledger.
  public var id: ActID
  /// Whether it was enacted, or is only planned.
  public var status: Status
  /// The day of its events that state none.
  public var effectiveOn: ImpreciseDay?
  /// Its place among all acts of its day.
  public var order: Int
  /// The document that states it.
  public var instrument: InstrumentID
  /// The texts that order it; empty: the sources do not say.
  public var orderedBy: [InstrumentID]
  /// The proposed acts that it carries out.
  public var enacts: [ActID]
  /// The day until which it is to hold; it changes no chart.
  public var plannedUntil: Day?
  /// What whoever recorded it adds.
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
