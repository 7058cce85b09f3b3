import ArgumentParser
import OrgLedger

struct ChartCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "The structure on a day (sơ đồ tổ chức).",
    discussion: """
      The units that live on the day, each below its parent. A unit is “possible” where the \
      sources do not date it exactly; a class (“các huyện”) is shown but never counted.

      Formats: tree (default), table, json, csv (a heading line, LF, UTF-8, ISO days). The last \
      line of tree and table counts the units by kind; json and csv are without it.
      """)

  enum Format: String, CaseIterable { case tree, table, json, csv }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: ArgumentHelp("Begin with this unit.", valueName: "unit"))
  var root: String?

  @Option(help: ArgumentHelp("How many levels below the root; 0: the root alone.", valueName: "n"))
  var depth: Int?

  @Option(help: ArgumentHelp("Only units of this kind (loại); may be repeated.", valueName: "kind"))
  var kind: [String] = []

  @Option(help: "tree, table, json or csv.")
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: Format.tree, later: pictures)
    let asked = try time.day(session)
    if let depth, depth < 0 {
      throw Failure(.usage, "badDepth", "--depth takes 0 or more, not \(depth).")
    }
    let history = try session.history(knowledge)
    let day = history.day(asked)
    var unit: UnitID?
    if let root { unit = try history.unit(named: root, on: day) }
    let chart = history.chart(asOf: day, root: unit, depth: depth, kinds: kind)
    let view = ChartView(chart: chart)
    switch format {
    case .tree: try session.console.answer(view.tree(width: session.console.width))
    case .table: try session.console.answer(view.table(width: session.console.width))
    case .csv: try session.console.answer(data: view.csv)
    case .json: try session.answer(json: chart)
    }
    if let unit, chart.units.isEmpty, kind.isEmpty {
      session.console.message([
        "\("note:", .warning) \(unit.text) does not live on \(day.dayMonthYear); "
          + "`ledger show` tells when it did."
      ])
    }
  }
}
