/// Judges an act against everything that is known, whenever it took effect.
///
/// Pure: no clock, no I/O of its own, no identifiers made. Both folds must allow the act, and what
/// later facts it would break is listed with the rest.
///
/// - Returns: That the act may be recorded, with warnings, or **all** violations.
/// - Throws: Only what reading the timeline throws.
/// - Complexity: proportional to the facts of the units that the act touches.
public func decide<Source: Timeline>(
  _ act: Act, on timeline: Source, vocabulary: Vocabulary = Vocabulary()
) throws(Source.Failure) -> Verdict {
  var found = FormRules.check(act)
  // An act that makes no sense by itself cannot be placed on the timeline.
  guard !found.contains(where: \.rule.refuses) else { return .split(found) }
  let header = ActHeader(act)
  // Newer than everything recorded: where days and orders are equal, the new comes last.
  let facts = act.events.enumerated().map { index, event in
    Fact(event: event, act: header, position: .max / 2 + UInt64(index))
  }
  let references = try ReferenceRules.check(act, facts, on: timeline)
  found += references.violations + WordingRules.check(act, references.instruments, vocabulary)
  guard act.status == .enacted, !found.contains(where: \.rule.refuses) else {
    return .split(found)
  }
  let neighbourhood = try Neighbourhood(of: facts, in: timeline)
  let all = Array(neighbourhood.facts.values)
  found += judge(all, known: neighbourhood.known)
  if found.contains(where: { !$0.rule.refuses }) {
    // What was so before is no news.
    let new = Set(facts.map(\.position))
    let before = Set(judge(all.filter { !new.contains($0.position) }, known: neighbourhood.known))
    found.removeAll { !$0.rule.refuses && before.contains($0) }
  }
  return .split(found)
}

/// Every violation in facts, in both folds.
func judge(_ facts: [Fact], known: Set<UnitID>) -> [Violation] {
  let enacted = facts.filter { $0.act.status == .enacted }
  var found: [Violation] = []
  for fold in enacted.hasImpreciseDays ? Fold.allCases : [.latest] {
    var judge = Judge(known: known)
    judge.run(enacted.inOrder(fold))
    found += judge.violations.filter { !found.contains($0) }
  }
  return found
}

extension Verdict {
  /// Refused where any rule refuses.
  fileprivate static func split(_ found: [Violation]) -> Verdict {
    let refusals = found.filter(\.rule.refuses)
    let warnings = found.filter { !$0.rule.refuses }
    return refusals.isEmpty ? .accepted(warnings: warnings) : .refused(refusals, warnings: warnings)
  }
}
