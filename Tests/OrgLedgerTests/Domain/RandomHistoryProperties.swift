import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// What each of the acts of a history must keep; `nil`: it does.
typealias Property = (_ history: Given, _ act: Act, _ verdict: Verdict) -> String?

/// Holds a property of each act over many histories; the first that breaks it is shrunk and printed.
func hold(
  from seed: UInt64, histories: UInt64 = RandomHistoryTests.histories,
  length: Int = RandomHistoryTests.length, sourceLocation: SourceLocation = #_sourceLocation,
  _ property: Property
) {
  for seed in seed..<(seed + histories) {
    var random = RandomActs(seed: seed)
    var acts: [Act] = []
    let found = replay(length) { history in
      acts.append(random.next(after: history))
      return acts.last
    } asking: {
      property($0, $1, $2)
    }
    guard found != nil else { continue }
    report(seed, acts, sourceLocation) { acts in
      var rest = acts[...]
      return replay(acts.count, { _ in rest.popFirst() }, asking: property)
    }
    return
  }
}

/// Holds a property of whole histories, after the last of their acts.
func holdAtEnd(
  from seed: UInt64, sourceLocation: SourceLocation = #_sourceLocation,
  _ property: (Given) -> String?
) {
  let length = RandomHistoryTests.length
  for seed in seed..<(seed + RandomHistoryTests.histories) {
    var random = RandomActs(seed: seed)
    var acts: [Act] = []
    var last: Given?
    _ = replay(length) { history in
      last = history
      acts.append(random.next(after: history))
      return acts.last
    } asking: { _, _, _ in
      nil
    }
    guard let last, property(last) != nil else { continue }
    report(seed, acts, sourceLocation) { acts in
      var rest = acts[...]
      var end: Given?
      _ = replay(acts.count + 1) { history in
        end = history
        return rest.popFirst()
      } asking: { _, _, _ in
        nil
      }
      return end.flatMap(property)
    }
    return
  }
}

/// Puts acts to a history that grows by those accepted; what breaks a property ends it.
private func replay(
  _ length: Int, _ next: (Given) -> Act?, asking property: Property
) -> String? {
  guard var history = try? Given() else { return nil }
  for _ in 0..<length {
    guard let act = next(history) else { return nil }
    let verdict = decide(act, on: history.timeline)
    if let found = property(history, act, verdict) { return found }
    if case .accepted = verdict { history.record(act) }
  }
  return nil
}

/// Says which seed breaks a property, and the shortest history found that does.
private func report(
  _ seed: UInt64, _ acts: [Act], _ sourceLocation: SourceLocation,
  _ broken: ([Act]) -> String?
) {
  let found = shrink(acts, while: broken)
  Issue.record(
    "seed \(seed): \(found?.reason ?? "")\n\((found?.acts ?? acts).readable)",
    sourceLocation: sourceLocation)
}

/// How the verdict on an act differs from the definition: every rule over all facts.
func disagreement(on act: Act, after history: Given, _ verdict: Verdict) -> String? {
  let found: [Violation]
  switch verdict {
  case .accepted(let warnings): found = warnings.filter(\.rule.isOfTheTimeline)
  // An act that makes no sense by itself is not put to the timeline.
  case .refused(let all, _) where !all.allSatisfy(\.rule.isOfTheTimeline): return nil
  case .refused(let all, _): found = all
  }
  let header = ActHeader(act)
  let new = act.events.enumerated().map {
    Fact(event: $1, act: header, position: .max / 2 + UInt64($0), actPosition: .max / 2)
  }
  var expected = judge(history.timeline.facts + new, known: Set(RandomActs.units))
  if expected.contains(where: \.rule.refuses) {
    expected.removeAll { !$0.rule.refuses }
  } else if !expected.isEmpty {
    expected = expected.news(
      since: judge(history.timeline.facts, known: Set(RandomActs.units)))
  }
  guard Set(expected) != Set(found) else { return nil }
  let missed = Set(expected).subtracting(found).map { "  missed: \($0)" }.sorted()
  let invented = Set(found).subtracting(expected).map { "  invented: \($0)" }.sorted()
  return "on \(act.id)\n" + (missed + invented).joined(separator: "\n")
}

extension Rule {
  /// Whether it is judged on the timeline, and not on the act by itself.
  fileprivate var isOfTheTimeline: Bool {
    switch self {
    case .bornTwice, .notAlive, .restoresLiving, .noChange, .codeNotBorne, .functionNotHeld,
      .cycle, .parentNotAlive, .holderNotAlive, .uncoveredChildren, .uncoveredFunctions,
      .homonym, .functionHeldByNobody, .functionLedByTwo, .lifeOfNoLength, .codeOnTwo,
      .codeReturns, .entryForNoChild:
      true
    default: false
    }
  }
}
