/// Folds facts in order and judges each act where it stands: every event against the state just
/// before it, names and the tree at the end of the act, codes at the end of the day.
///
/// It is the same fold as that of the chart, so what it accepts is what answers show.
struct Judge {
  /// The units of which everything is known; nothing is judged of others.
  let known: Set<UnitID>
  /// The functions of which everything is known; `nil`: all.
  let functions: Set<FunctionID>?
  private(set) var violations: [Violation] = []
  private(set) var chart = OrgChart()
  private var seen: Set<Violation> = []

  init(known: Set<UnitID>, functions: Set<FunctionID>? = nil) {
    self.known = known
    self.functions = functions
  }

  /// Folds the facts and judges those from a day on.
  mutating func run(_ facts: OrderedFacts, from day: Day) {
    chart = OrgChart(before: facts)
    let first = facts.firstIndex { $0.key.day >= day } ?? facts.endIndex
    for earlier in facts[..<first] { chart.apply(earlier) }
    let placed = facts[first...]
    let endsAct = placed.endsOfActs
    // A replacement has the slot of what it replaces, in the midst of another act.
    var unfinished: [ActID: Changes] = [:]
    var coded: [CodeChange] = []
    for index in placed.indices {
      let current = placed[index]
      let act = current.fact.act.id
      chart.changes = unfinished.removeValue(forKey: act) ?? Changes()
      if current.turn != .ceases {
        report(EventRules.check(current, before: chart, known: known, functions))
      }
      chart.apply(current)
      guard let changes = chart.changes else { continue }
      guard endsAct.contains(index) else {
        unfinished[act] = changes
        continue
      }
      report(ActEndRules.check(current, changes, after: chart, known: known, functions))
      coded += changes.coded
      if index + 1 == placed.endIndex || placed[index + 1].key.day != current.key.day {
        report(CodeRules.check(coded, on: current, after: chart, known: known))
        coded = []
      }
    }
  }

  private mutating func report(_ found: [Violation]) {
    for violation in found where seen.insert(violation).inserted { violations.append(violation) }
  }
}

extension Slice<OrderedFacts> {
  /// The places of the facts that are the last of their acts on their days.
  fileprivate var endsOfActs: Set<Int> {
    var ends: Set<Int> = []
    var seen: Set<ActID> = []
    for index in indices.reversed() {
      if index + 1 < endIndex, self[index + 1].key.day != self[index].key.day { seen = [] }
      if seen.insert(self[index].fact.act.id).inserted { ends.insert(index) }
    }
    return ends
  }
}
