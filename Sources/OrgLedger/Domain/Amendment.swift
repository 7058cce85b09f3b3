/// What an act does to what is recorded, found out in the record before the act is judged.
public struct Amendment: Sendable {
  /// The facts that no longer count with it.
  public var removed: [Fact] = []
  /// The facts that count with it: those of its replacements, and those that it brings back.
  public var added: [Fact] = []
  /// Recorded facts of which it changes when they take effect.
  public var touched: [Fact] = []
  /// What its events of each place suspend or let resume, by the positions of their records.
  public var targets: [Int: Set<UInt64>] = [:]
  /// By the position of a record that it replaces: those of the events that it puts in its place.
  public var inPlaceOf: [UInt64: Set<UInt64>] = [:]
  /// What it puts in place of other things, as the acts as which they are judged by themselves.
  public var replacements: [Act] = []
  /// The claims that it puts in place of others and, where it takes back births or joins of ids or
  /// lets claims count again, all that count afterwards, with the units under which they do.
  public var claims: [(id: ClaimID, under: UnitID)] = []
  /// Why it cannot be done.
  public var violations: [Violation] = []

  /// That nothing recorded changes.
  public init() {}

  /// What is known of an act that nobody looked for in a record: nothing that it names is there.
  init(unresolved act: Act) {
    violations = act.events.flatMap { event in
      event.targetsNamed.map { Violation(.unknownTarget, event: event.id, about: [$0]) }
    }
  }
}

extension Amendment {
  /// What is put in the place of something suspended is suspended, as it will be once it is
  /// recorded.
  mutating func suspendWhatIsPutInPlace() {
    guard !inPlaceOf.isEmpty else { return }
    added = added.map(suspending)
    targets = targets.mapValues(withWhatIsPutInPlace)
  }

  /// A fact with what it suspends once the replacements stand.
  func suspending(_ fact: Fact) -> Fact {
    guard !fact.targets.isEmpty else { return fact }
    let targets = withWhatIsPutInPlace(of: fact.targets)
    return targets == fact.targets ? fact : fact.with(targets: targets)
  }

  private func withWhatIsPutInPlace(of targets: Set<UInt64>) -> Set<UInt64> {
    targets.union(targets.flatMap { inPlaceOf[$0, default: []] })
  }
}

extension Event {
  /// The ids of recorded things that it is about.
  var targetsNamed: [String] { (details.target.map { [$0] } ?? []) + details.targets }
}
