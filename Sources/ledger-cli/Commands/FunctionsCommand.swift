import ArgumentParser
import OrgLedger

struct FunctionsCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "functions", abstract: "Who holds what on a day (chức năng, nhiệm vụ).",
    discussion: "Formats: table (default), csv (a heading line, LF, UTF-8, ISO days), json.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: ArgumentHelp("Only what this unit holds.", valueName: "unit"), completion: .units)
  var unit: String?

  @Option(help: "table, csv or json.", completion: .list(TableFormat.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: TableFormat.table)
    let asked = try time.day(session)
    let history = try session.history(knowledge)
    let day = history.day(asked)
    var holder: UnitID?
    if let unit { holder = try session.unit(unit, in: history, on: day) }
    let holdings = history.functions(asOf: day, unit: holder)
    let names = UnitNames(history, on: day)
    let view = FunctionView(holdings: holdings, unitName: { names($0) })
    switch format {
    case .table: try session.console.answer(view.table(width: session.console.width))
    case .csv: try session.console.answer(data: view.csv)
    case .json: try session.answer(json: holdings)
    }
  }
}
