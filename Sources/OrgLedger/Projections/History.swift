/// Everything that counts at one point of record time, ready to be asked: what a store gives to
/// the questions, which are pure functions of it.
public struct History: Sendable {
  /// The visible facts, enacted and proposed, in log order, with every unit by the id as which it is
  /// read.
  public let facts: [Fact]
  /// The texts by id.
  public let instruments: [InstrumentID: Instrument]
  /// The acts by id, proposed ones too; where all facts are known, one that was replaced leads to
  /// what replaced it.
  public let acts: [ActID: ActHeader]
  /// The claims, in log order.
  public let claims: [Claim]
  /// The conflicts that people noted, in log order.
  public let conflicts: [Conflict]
  /// What is said to be complete, in log order.
  public let coverage: [Coverage]
  /// How far the log was read: the last position.
  public let position: UInt64
  /// The record time of that position; `nil` where the log is empty.
  public let knownAt: SystemTime?
  /// The store's fixed offset from UTC, in minutes, for days of record time.
  public let offsetMinutes: Int
  /// The last day of the texts that count; `nil`: all texts do.
  public let textsUntil: Day?
  /// The texts that were left out, since nobody knows by when they were issued; of a scope, those
  /// that were met where it was read.
  public let undatedTexts: Set<InstrumentID>
  /// What was taken back, and what stands in its place.
  private(set) var corrections = Corrections()
  /// Which ids of units are read as which.
  public private(set) var identities: Identities
  /// Whether any day is imprecise, so that the two folds may say different things.
  public let foldsDiffer: Bool
  /// The enacted facts in the order of each fold.
  private let earliest: OrderedFacts
  private let latest: OrderedFacts

  /// What counts among records, asked as of the end of the last of them.
  ///
  /// - Parameter textsUntil: Only what texts issued by this day state.
  /// - Precondition: The records are a prefix of a log, in log order, and end with a submission.
  /// - Complexity: O(*n* log *n*) in their number.
  public init(
    _ records: some Sequence<Record>, offsetMinutes: Int = 0, textsUntil: Day? = nil
  ) {
    let records = Array(records)
    let counting = records.visible(at: .distantFuture)
    var visible = counting
    var undated: Set<InstrumentID> = []
    if let textsUntil { (visible, undated) = visible.stated(until: textsUntil) }
    self.textsUntil = textsUntil
    undatedTexts = undated
    let list = RecordList(records)
    var facts: [Fact] = []
    var instruments: [InstrumentID: Instrument] = [:]
    var acts: [ActID: ActHeader] = [:]
    var headers: [UInt64: ActHeader] = [:]
    var claims: [Claim] = []
    var conflicts: [Conflict] = []
    var coverage: [Coverage] = []
    for record in visible {
      switch record.body {
      case .instrument(let instrument): instruments[instrument.id] = instrument
      case .act(let act):
        acts[act.id] = act
        headers[record.position] = act
      case .event(let event):
        guard let act = headers[event.act] else { continue }
        facts.append(Fact(event, in: act, at: list.firstAct(of: event, ()), of: record))
      case .claim(let claim): claims.append(claim)
      case .conflict(let conflict): conflicts.append(conflict)
      case .coverage(let stated): coverage.append(stated)
      }
    }
    for (index, fact) in facts.enumerated() where fact.event.type.isSuspension {
      facts[index] = fact.with(targets: list.suspended(by: fact.event, ()))
    }
    corrections = Corrections(list, visible: counting)
    for (old, new) in corrections.actsReplaced { acts[old] = acts[new] }
    identities = Identities(facts)
    facts = identities.read(facts)
    let identities = identities
    self.facts = facts
    self.instruments = instruments
    self.acts = acts
    self.claims = claims.map { $0.reading(identities) }
    self.conflicts = conflicts
    self.coverage = coverage.map { $0.reading(identities) }
    position = records.last?.position ?? 0
    knownAt = records.last?.recordedAt
    self.offsetMinutes = offsetMinutes
    latest = facts.inOrder(.latest)
    foldsDiffer = facts.hasImpreciseDays
    earliest = foldsDiffer ? facts.inOrder(.earliest) : latest
  }

  /// What counts, already chosen: facts that no later record takes back.
  ///
  /// - Parameter head: The end of what is known; `nil`: the last of the facts.
  /// - Complexity: O(*n* log *n*) in the number of facts.
  public init(
    facts: [Fact], instruments: [Instrument] = [], acts: [ActHeader]? = nil, claims: [Claim] = [],
    conflicts: [Conflict] = [], coverage: [Coverage] = [], offsetMinutes: Int = 0,
    head: Head? = nil
  ) {
    self.init(
      facts: facts, instruments: instruments, acts: acts, claims: claims, conflicts: conflicts,
      coverage: coverage, offsetMinutes: offsetMinutes, head: head, corrections: Corrections())
  }

  /// The same, with what is known of corrections.
  init(
    facts: [Fact], instruments: [Instrument], acts: [ActHeader]? = nil, claims: [Claim] = [],
    conflicts: [Conflict] = [], coverage: [Coverage], offsetMinutes: Int, head: Head?,
    corrections: Corrections, textsUntil: Day? = nil, undatedTexts: Set<InstrumentID> = []
  ) {
    self.corrections = corrections
    self.textsUntil = textsUntil
    self.undatedTexts = undatedTexts
    let inOrder = facts.sorted { $0.position < $1.position }
    identities = Identities(inOrder)
    self.facts = identities.read(inOrder)
    self.instruments = Dictionary(
      instruments.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    self.acts = Dictionary(
      (acts ?? facts.map(\.act)).map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    self.claims = claims
    self.conflicts = conflicts
    self.coverage = coverage
    position = head?.position ?? self.facts.last?.position ?? 0
    knownAt = head.map(\.recordedAt) ?? self.facts.last?.recordedAt
    self.offsetMinutes = offsetMinutes
    latest = self.facts.inOrder(.latest)
    foldsDiffer = self.facts.hasImpreciseDays
    earliest = foldsDiffer ? self.facts.inOrder(.earliest) : latest
  }

  /// The same, with what another history knows of corrections.
  func knowing(_ other: History) -> History {
    var history = self
    (history.corrections, history.identities) = (other.corrections, other.identities)
    return history
  }

  /// The enacted facts in the order of a fold.
  public func ordered(_ fold: Fold) -> OrderedFacts { fold == .earliest ? earliest : latest }

  /// The organisation at the end of a day, in one fold.
  public func chart(on day: Day, _ fold: Fold) -> OrgChart {
    OrgChart(ordered(fold), through: day)
  }
}
