/// A legal fact: the fates of its participants and what else its type needs.
///
/// One shape serves all types, on the wire and in documents; `EventType` says which keys a type
/// takes, how many units take part, and which effects it has.
public struct Event: Hashable, Sendable {
  public var id: EventID
  public var type: EventType
  /// When it takes effect; `nil` where a plan states no day.
  public var effectiveOn: ImpreciseDay?
  /// The units that end.
  public var ends: [UnitID]
  /// The units that take part and go on.
  public var persists: [UnitID]
  /// The units that begin.
  public var born: [Birth]
  /// The keys of its type.
  public var details: Details
  /// The verb of the text, verbatim.
  public var term: String?
  public var citations: [Citation]
  public var certainty: Certainty
  /// What other sources say of single keys.
  public var alternatives: [Alternative]
  public var note: String?

  public init(
    id: EventID = "", type: EventType, effectiveOn: ImpreciseDay? = nil, ends: [UnitID] = [],
    persists: [UnitID] = [], born: [Birth] = [], details: Details = Details(),
    term: String? = nil, citations: [Citation] = [], certainty: Certainty = .stated,
    alternatives: [Alternative] = [], note: String? = nil
  ) {
    self.id = id
    self.type = type
    self.effectiveOn = effectiveOn
    self.ends = ends
    self.persists = persists
    self.born = born
    self.details = details
    self.term = term
    self.citations = citations
    self.certainty = certainty
    self.alternatives = alternatives
    self.note = note
  }

  /// The keys that only some types take; which, `EventSpecification.keys` says.
  public struct Details: Hashable, Sendable {
    public var name: String?
    public var shortName: String?
    public var kind: String?
    /// The new parent of `reparented`, or that of a secondary placement.
    public var parent: Placement?
    public var role: String?
    public var mode: String?
    public var reason: String?
    public var description: String?
    public var functions: [FunctionMention] = []
    public var from: UnitID?
    public var to: UnitID?
    public var links: [Link] = []
    public var shares: [Share] = []
    public var scheme: String?
    public var value: String?
    public var period: String?
    public var posts: [Post] = []
    public var about: [UnitID] = []
    public var children: Policy<UnitID> = .unstated
    public var heldFunctions: Policy<FunctionID> = .unstated
    /// What a `corrected` event corrects: the id of an event, act, instrument or claim.
    public var target: String?
    /// What an annulment or suspension is about: ids of events and acts.
    public var targets: [String] = []
    /// What counts instead; `nil`: nothing does.
    public var replacement: Replacement?
    /// Two or more records of one body.
    public var ids: [UnitID] = []
    /// The id under which that body is known from now on.
    public var canonical: UnitID?

    public init() {}
  }
}

/// What counts instead of a corrected record; of the same kind as that record.
public indirect enum Replacement: Hashable, Sendable {
  case event(Event)
  case act(Act)
  case instrument(Instrument)
  case claim(Claim)
}

/// How a unit takes part in an event.
public enum Fate: String, CaseIterable, Sendable {
  case ends, persists, born
}

extension Event {
  /// Every unit with a fate: those that end, go on and begin, as written.
  public var participants: [(unit: UnitID, fate: Fate)] {
    ends.map { ($0, .ends) } + persists.map { ($0, .persists) } + born.map { ($0.id, .born) }
  }
}
