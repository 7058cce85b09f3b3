/// A legal fact: the fates of its participants and what else its type needs.
///
/// One shape serves all types, on the wire and in documents; `EventType` says which keys a type
/// takes, how many units take part, and which effects it has.
public struct Event: Hashable, Sendable {
  /// Opaque, unique in the ledger.
  public var id: EventID
  /// What happened.
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
  /// Where texts say so.
  public var citations: [Citation]
  /// How it follows from the text.
  public var certainty: Certainty
  /// What other sources say of single keys.
  public var alternatives: [Alternative]
  /// What whoever recorded it adds.
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
    /// The new name.
    public var name: String?
    /// The short form of the new name.
    public var shortName: String?
    /// The new kind.
    public var kind: String?
    /// The new parent of `reparented`, or that of a secondary placement.
    public var parent: Placement?
    /// How functions are held, or in what it stands under a second parent.
    public var role: String?
    /// How it ended.
    public var mode: String?
    /// Why no finer type fits, or why the record was wrong.
    public var reason: String?
    public var description: String?
    /// The functions that it is about.
    public var functions: [FunctionMention] = []
    /// Who gives.
    public var from: UnitID?
    /// Who receives.
    public var to: UnitID?
    /// Which unit goes on in which.
    public var links: [Link] = []
    /// How much of one goes to another.
    public var shares: [Share] = []
    /// The scheme of a code or quota.
    public var scheme: String?
    /// The code, or the number of posts, as written.
    public var value: String?
    /// What a quota was given for.
    public var period: String?
    /// The posts that come into one hand, or leave it.
    public var posts: [Post] = []
    /// The units that it is about.
    public var about: [UnitID] = []
    /// What becomes of the children of the units that end.
    public var children: Policy<UnitID> = .unstated
    /// What becomes of the functions of the units that end.
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

    /// No key at all.
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
