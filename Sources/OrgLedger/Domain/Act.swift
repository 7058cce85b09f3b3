/// Whether an act took effect or was only planned.
public enum Status: String, CaseIterable, Sendable {
  /// It holds. The default.
  case enacted
  /// A plan: it enters no chart unless a scenario names it.
  case proposed
}

/// What a text orders or reports, as one: its events hold or fail together.
public struct Act: Hashable, Sendable {
  /// Opaque, unique in the ledger.
  public var id: ActID
  /// Whether it was enacted, or is only planned.
  public var status: Status
  /// The default day for its events.
  public var effectiveOn: ImpreciseDay?
  /// Its place among all acts of its days, over all documents; may be negative.
  public var order: Int
  /// The document that states it.
  public var instrument: InstrumentID
  /// The texts that order it, its legal basis; empty: the sources do not say.
  public var orderedBy: [InstrumentID]
  /// The proposed acts that it carries out.
  public var enacts: [ActID]
  /// After this day a pilot is overdue; it changes no chart.
  public var plannedUntil: Day?
  /// What whoever recorded it adds.
  public var note: String?
  /// What it does, in order; they hold or fail together.
  public var events: [Event]
  /// Of the replacement of an act: what it states although that is the default, which else leaves
  /// what is replaced as it was. Empty in other acts.
  public var stated: Stated = []

  /// What an act can state that is the default too.
  public struct Stated: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    /// That its own document orders it.
    public static let orderedBy = Stated(rawValue: 1)
    /// That its place is 0.
    public static let order = Stated(rawValue: 2)

    public init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  public init(
    id: ActID, status: Status = .enacted, effectiveOn: ImpreciseDay? = nil, order: Int = 0,
    instrument: InstrumentID, orderedBy: [InstrumentID]? = nil, enacts: [ActID] = [],
    plannedUntil: Day? = nil, note: String? = nil, events: [Event]
  ) {
    self.id = id
    self.status = status
    self.effectiveOn = effectiveOn
    self.order = order
    self.instrument = instrument
    self.orderedBy = orderedBy ?? [instrument]
    self.enacts = enacts
    self.plannedUntil = plannedUntil
    self.note = note
    self.events = events
  }

  /// The identifier that an event has where the document gives none: `<act id>#<n>`, from 1.
  public static func eventID(_ act: ActID, _ number: Int) -> EventID {
    EventID("\(act.text)#\(number)")
  }
}
