/// Folds facts in order and judges each act where it stands: every event against the state just
/// before it, names and the tree at the end of the act, codes at the end of the day.
///
/// It is the same fold as that of the chart, so what it accepts is what answers show.
struct Judge {
  /// The units of which everything is known; nothing is judged of others.
  let known: Set<UnitID>
  private(set) var violations: [Violation] = []
  private(set) var chart = OrgChart()
  private var seen: Set<Violation> = []

  init(known: Set<UnitID>) { self.known = known }

  /// Judges facts in the order of one fold.
  mutating func run(_ placed: [Placed]) {
    chart.changes = Changes()
    var coded: [CodeChange] = []
    for (index, current) in placed.enumerated() {
      let next = index + 1 < placed.count ? placed[index + 1] : nil
      report(EventRules.check(current, before: chart, known: known))
      chart.apply(current)
      let endsDay = next.map { $0.key.day != current.key.day } ?? true
      guard endsDay || next?.fact.act.id != current.fact.act.id else { continue }
      if let changes = chart.changes {
        report(ActEndRules.check(current, changes, after: chart, known: known))
        coded += changes.coded
        chart.changes = Changes()
      }
      if endsDay {
        report(CodeRules.check(coded, on: current, after: chart, known: known))
        coded = []
      }
    }
  }

  private mutating func report(_ found: [Violation]) {
    for violation in found where seen.insert(violation).inserted { violations.append(violation) }
  }
}
