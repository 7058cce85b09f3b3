import ArgumentParser
import OrgLedger

struct PlansCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "plans", abstract: "What was planned, and what became of it (kế hoạch).",
    discussion: """
      Every proposed act (phương án, đề án, kế hoạch), held against the acts that carry it out by \
      the day: done as planned, done otherwise and in what, or not done. Then the pilots (thí \
      điểm) with the day until which they were planned. `chart --scenario ACT` shows a plan as if \
      it had been enacted.

      The exit status is 1 with --overdue where a plan or pilot is overdue.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: ArgumentHelp("Only plans that mention this unit.", valueName: "unit"))
  var unit: String?

  @Flag(help: "Only what is overdue on that day (quá hạn).")
  var overdue = false

  @Flag(help: "Also the acts that carry out no plan on record.")
  var unplanned = false

  @Option(help: "tree or json.", completion: .list(TreeOrJSON.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: TreeOrJSON.tree)
    guard !unplanned || (unit == nil && !overdue) else {
      throw Failure(
        .usage, "unplannedOfAll",
        "--unplanned is about all acts, not about a unit or what is overdue.",
        hint: "Leave out --unit and --overdue, or --unplanned.")
    }
    let asked = try time.day(session)
    let asking = try session.asking(knowledge)
    let day = asking.day(asked)
    let id = try unit.map { text throws(Failure) in try asking.unit(named: text, on: day) }
    // What was done without a plan is known of all acts only.
    let isUnplannedTold = unplanned || (format == .json && !overdue && id == nil)
    let history = try asking.history(of: isUnplannedTold ? .everything : .plans)
    var answer = history.plans(asOf: day, unit: id, unplanned: isUnplannedTold)
    if overdue { answer = answer.onlyOverdue }
    switch format {
    case .json: try session.answer(json: answer)
    case .tree:
      let names = UnitNames(history, on: day)
      let view = PlansView(
        answer: answer, texts: Texts(history), unitName: { names($0) })
      try session.console.answer(view.lines(width: session.console.width))
    }
    let late = answer.plans.count(where: \.overdue) + answer.pilots.count(where: \.overdue)
    if overdue, late > 0 {
      throw Failure(.doesNotHold, "overdue", "\(counted(late, "plan")) overdue.")
    }
  }
}
