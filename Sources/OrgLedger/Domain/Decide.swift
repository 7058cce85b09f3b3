/// Judges an act against everything that is known, whenever it took effect.
///
/// Pure: no clock, no I/O of its own, no identifiers made. Both folds must allow the act, and what
/// later facts it would break is listed with the rest.
///
/// - Parameters:
///   - instruments: Those of `act.instrumentsNamed` that are recorded.
///   - acts: Those of `act.enacts` that are recorded.
///   - facts: Gives the visible facts that mention something, in any order.
/// - Returns: That the act may be recorded, with warnings, or **all** violations.
/// - Throws: Only what reading the timeline throws.
/// - Complexity: proportional to the facts of the units that the act touches.
public func decide<Failure: Error>(
  _ act: Act, instruments: [InstrumentID: Instrument], acts: [ActID: ActHeader],
  vocabulary: Vocabulary = Vocabulary(), reading facts: (Mention) throws(Failure) -> [Fact]
) throws(Failure) -> Verdict {
  var found = FormRules.check(act)
  // An act that makes no sense by itself cannot be placed on the timeline.
  guard !found.contains(where: \.rule.refuses) else { return .split(found) }
  let header = ActHeader(act)
  // Newer than everything recorded: where days and orders are equal, the new comes last.
  let added = act.events.enumerated().map { index, event in
    Fact(event: event, act: header, position: .max / 2 + UInt64(index))
  }
  // Many rules ask for the same, and to read is dear.
  var read: [Mention: [Fact]] = [:]
  func reading(_ mention: Mention) throws(Failure) -> [Fact] {
    if let known = read[mention] { return known }
    let found = try facts(mention)
    read[mention] = found
    return found
  }
  found += ReferenceRules.texts(act, instruments, acts)
  found += try ReferenceRules.units(act, reading)
  found += try ReferenceRules.functions(act, added, reading)
  found += WordingRules.check(act, instruments, vocabulary)
  guard act.status == .enacted, !found.contains(where: \.rule.refuses) else {
    return .split(found)
  }
  let neighbourhood = try Neighbourhood(of: added, reading: reading)
  found += judge(added, in: neighbourhood)
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
  _ added: [Fact], in neighbourhood: Neighbourhood<Failure>
) -> [Violation] {
  let all = neighbourhood.facts.values.sorted { $0.position < $1.position }
  let new = Set(added.map(\.position))
  let old = all.filter { !new.contains($0.position) }
  let orders = all.folds.map { (before: old.inOrder($0), after: all.inOrder($0)) }
  let days = orders.compactMap { $0.after.firstDifference(from: $0.before) }
  guard let day = days.min() else { return [] }
  func judged(_ orders: [OrderedFacts]) -> [Violation] {
    violations(
      in: orders, from: day, known: neighbourhood.known, functions: neighbourhood.functions)
  }
  let found = judged(orders.map(\.after))
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
  var found: [Violation] = []
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
    contains { $0.act.status == .enacted && $0.effectiveOn.exact == nil }
      ? Fold.allCases : [.latest]
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
    let same = zip(self, other).prefix { $0.fact === $1.fact && $0.key == $1.key }.count
    return [self, other].compactMap { same < $0.count ? $0[same].key.day : nil }.min()
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
