/// Judges an act against everything that is known, whenever it took effect.
///
/// Pure: no clock, no I/O of its own, no identifiers made. Both folds must allow the act, and what
/// later facts it would break is listed with the rest.
///
/// - Parameters:
///   - instruments: Those of `act.instrumentsNamed` that are recorded.
///   - acts: Those of `act.enacts` that are recorded.
///   - amendment: What the act does to what is recorded, where it has events about the record.
///   - facts: Gives the visible facts that mention something, in any order.
/// - Returns: That the act may be recorded, with warnings, or **all** violations.
/// - Throws: Only what reading the timeline throws.
/// - Complexity: proportional to the facts of the units that the act touches.
public func decide<Failure: Error>(
  _ act: Act, instruments: [InstrumentID: Instrument], acts: [ActID: ActHeader],
  amendment: Amendment? = nil, vocabulary: Vocabulary = Vocabulary(),
  reading facts: (Mention) throws(Failure) -> [Fact]
) throws(Failure) -> Verdict {
  let amendment = amendment ?? Amendment(unresolved: act)
  let stated = [act] + amendment.replacements
  var found = stated.flatMap(FormRules.check) + amendment.violations
  // An act that makes no sense by itself cannot be placed on the timeline.
  guard !found.contains(where: \.rule.refuses) else { return .split(found) }
  let header = ActHeader(act)
  // Newer than everything recorded: where days and orders are equal, the new comes last.
  let own = act.events.enumerated().map { index, event in
    Fact(
      event: event, act: header, position: .max / 2 + UInt64(index), actPosition: .max / 2,
      targets: amendment.targets[index] ?? [])
  }
  let change = RecordChange(
    removed: amendment.removed, added: own + amendment.added,
    marks: try facts(.reading).map(amendment.suspending))
  // Many rules ask for the same, and to read is dear.
  var read: [Mention: [Fact]] = [:]
  var recorded: [UInt64: Fact] = [:]
  func reading(_ mention: Mention) throws(Failure) -> [Fact] {
    if let known = read[mention] { return known }
    var found: [Fact] = []
    for spelled in change.after.spelled(mention) { found += try facts(spelled) }
    found = change.asRead(found, keeping: &recorded)
    read[mention] = found
    return found
  }
  func standing(_ mention: Mention) throws(Failure) -> [Fact] {
    let found = try reading(mention)
    return change.removed.isEmpty ? found : found.filter { !change.takesBack($0) }
  }
  func counting(_ mention: Mention) throws(Failure) -> [Fact] {
    try standing(mention) + change.added.filter { $0.event.mentions.contains(mention) }
  }
  for act in stated { found += ReferenceRules.texts(act, instruments, acts) }
  found += try ReferenceRules.identities(act, change.before, facts)
  found += try ReferenceRules.units(change.added, standing)
  found += try ReferenceRules.births(change.added, change.suspended, counting)
  found += try ReferenceRules.functions(change.added, standing)
  if !change.removed.isEmpty {
    found += try ReferenceRules.left(by: change.removedAsRead, change.added, counting)
  }
  let claims = amendment.claims.map { (id: $0.id, under: change.after($0.under)) }
  found += try ReferenceRules.claims(claims, counting)
  for act in stated { found += WordingRules.check(act, instruments, vocabulary) }
  guard act.status == .enacted, !found.contains(where: \.rule.refuses) else {
    return .split(found)
  }
  let neighbourhood = try Neighbourhood(
    of: change.added, changing: change.removedAsRead + change.after.read(amendment.touched),
    reading: reading)
  found += judge(change, recorded, in: neighbourhood)
  return .split(found)
}

/// Judges an act against a timeline.
///
/// - Throws: Only what reading the timeline throws.
public func decide<Source: Timeline>(
  _ act: Act, on timeline: Source, vocabulary: Vocabulary = Vocabulary()
) throws(Source.Failure) -> Verdict {
  var instruments: [InstrumentID: Instrument] = [:]
  for id in act.instrumentsNamed { instruments[id] = try timeline.instrument(id) }
  var acts: [ActID: ActHeader] = [:]
  for id in act.enacts { acts[id] = try timeline.act(id) }
  return try decide(act, instruments: instruments, acts: acts, vocabulary: vocabulary) {
    mention throws(Source.Failure) in try timeline.facts(mentioning: mention)
  }
}

/// What new facts violate where they stand and make others violate, and what they newly call for
/// attention.
///
/// Up to the day of the first difference that they make, nothing can have changed, so nothing is
/// judged again.
private func judge<Failure>(
  _ change: RecordChange, _ recorded: [UInt64: Fact], in neighbourhood: Neighbourhood<Failure>
) -> [Violation] {
  let (old, all) = change.beforeAndAfter(neighbourhood.facts, recorded: recorded)
  let folds = old.folds.count < all.folds.count ? all.folds : old.folds
  let orders = folds.map { (before: old.inOrder($0), after: all.inOrder($0)) }
  let days = orders.compactMap { $0.after.firstDifference(from: $0.before) }
  // A second suspension of what does not take effect anyway makes no difference.
  guard let day = days.min() else { return orders.map(\.after).flaws }
  func judged(_ orders: [OrderedFacts]) -> [Violation] {
    violations(
      in: orders, from: day, known: change.spelled(neighbourhood.known),
      functions: neighbourhood.functions)
  }
  let found = change.collisions(among: all) + judged(orders.map(\.after))
  guard found.contains(where: { !$0.rule.refuses }) else { return found }
  // What was so before is no news.
  return found.news(since: judged(orders.map(\.before)))
}

/// Every violation in facts, in both folds, of the units known: the definition.
func judge(_ facts: [Fact], known: Set<UnitID>) -> [Violation] {
  violations(
    in: facts.folds.map { facts.inOrder($0) }, from: .distantPast, known: known, functions: nil)
}

/// Every violation from a day on, each once; of all functions where none are named.
private func violations(
  in orders: [OrderedFacts], from day: Day, known: Set<UnitID>, functions: Set<FunctionID>?
) -> [Violation] {
  var found = orders.flaws
  for facts in orders {
    var judge = Judge(known: known, functions: functions)
    judge.run(facts, from: day)
    found += judge.violations.filter { !found.contains($0) }
  }
  return found
}

extension [Fact] {
  /// The folds that may differ for them.
  fileprivate var folds: [Fold] {
    contains { $0.act.status == .enacted && $0.isPlaced && $0.effectiveOn.exact == nil }
      ? Fold.allCases : [.latest]
  }
}

extension [OrderedFacts] {
  /// What is wrong with the suspensions in any, each once.
  fileprivate var flaws: [Violation] {
    var found: [Violation] = []
    for flaw in flatMap(\.flaws) where !found.contains(flaw) { found.append(flaw) }
    return found
  }
}

extension OrderedFacts {
  /// The first day on which two orders are not the same; `nil`: they are the same.
  func firstDifference(from other: OrderedFacts) -> Day? {
    // What a bare id means may change with what a function is, on any day.
    let isRedefined = other.definitions.contains { id, known in
      definitions[id].map { $0 != known } ?? false
    }
    if isRedefined { return .distantPast }
    let same = zip(self, other).prefix { $0.isSame(as: $1) }.count
    return [self, other].compactMap { same < $0.count ? $0[same].key.day : nil }.min()
  }
}

extension Placed {
  /// Whether it is the same fact doing the same at the same place.
  fileprivate func isSame(as other: Placed) -> Bool {
    key == other.key && turn == other.turn && (fact === other.fact || fact == other.fact)
  }
}

extension [Violation] {
  /// Without the warnings that were so before, or of which only a part is left.
  func news(since before: [Violation]) -> [Violation] {
    filter { violation in
      violation.rule.refuses
        || !before.contains {
          var same = $0
          same.about = violation.about
          return same == violation && Set(violation.about).isSubset(of: $0.about)
        }
    }
  }
}

extension Verdict {
  /// Refused where any rule refuses.
  fileprivate static func split(_ found: [Violation]) -> Verdict {
    let refusals = found.filter(\.rule.refuses)
    let warnings = found.filter { !$0.rule.refuses }
    return refusals.isEmpty ? .accepted(warnings: warnings) : .refused(refusals, warnings: warnings)
  }
}
