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

  /// Judges facts in the order of one fold.
  mutating func run(_ placed: [Placed]) {
    let endsAct = placed.endsOfActs
    // A replacement has the slot of what it replaces, in the midst of another act.
    var unfinished: [ActID: Changes] = [:]
    var coded: [CodeChange] = []
    for (index, current) in placed.enumerated() {
      let act = current.fact.act.id
      chart.changes = unfinished.removeValue(forKey: act) ?? Changes()
      report(EventRules.check(current, before: chart, known: known, functions))
      chart.apply(current)
      guard let changes = chart.changes else { continue }
      guard endsAct[index] else {
        unfinished[act] = changes
        continue
      }
      report(ActEndRules.check(current, changes, after: chart, known: known, functions))
      coded += changes.coded
      if index + 1 == placed.count || placed[index + 1].key.day != current.key.day {
        report(CodeRules.check(coded, on: current, after: chart, known: known))
        coded = []
      }
    }
  }

  private mutating func report(_ found: [Violation]) {
    for violation in found where seen.insert(violation).inserted { violations.append(violation) }
  }
}

extension [Placed] {
  /// Whether each fact is the last of its act on its day.
  fileprivate var endsOfActs: [Bool] {
    var ends = [Bool](repeating: false, count: count)
    var seen: Set<ActID> = []
    for index in indices.reversed() {
      if index + 1 < count, self[index + 1].key.day != self[index].key.day { seen = [] }
      ends[index] = seen.insert(self[index].fact.act.id).inserted
    }
    return ends
  }
}
