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
  found += ReferenceRules.texts(act, instruments, acts)
  found += try ReferenceRules.units(act, facts)
  found += try ReferenceRules.functions(act, facts)
  found += WordingRules.check(act, instruments, vocabulary)
  guard act.status == .enacted, !found.contains(where: \.rule.refuses) else {
    return .split(found)
  }
  let neighbourhood = try Neighbourhood(of: added, reading: facts)
  let all = neighbourhood.facts.values.sorted { $0.position < $1.position }
  found += judge(all, known: neighbourhood.known, functions: neighbourhood.functions)
  if found.contains(where: { !$0.rule.refuses }) {
    // What was so before is no news.
    let new = Set(added.map(\.position))
    let before = judge(
      all.filter { !new.contains($0.position) }, known: neighbourhood.known,
      functions: neighbourhood.functions)
    found = found.news(since: before)
  }
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

/// Every violation in facts, in both folds, of the units and functions known; `nil`: of all
/// functions.
func judge(
  _ facts: [Fact], known: Set<UnitID>, functions: Set<FunctionID>? = nil
) -> [Violation] {
  let enacted = facts.filter { $0.act.status == .enacted }
  var found: [Violation] = []
  for fold in enacted.hasImpreciseDays ? Fold.allCases : [.latest] {
    var judge = Judge(known: known, functions: functions)
    judge.run(enacted.inOrder(fold))
    found += judge.violations.filter { !found.contains($0) }
  }
  return found
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
