import ArgumentParser
import OrgLedger

struct CrosswalkCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk",
    abstract: "From the units of one day to those of another (bảng chuyển đổi).",
    discussion: """
      A row for each old unit and each new one in which something of it goes on, with the types \
      of the linking events, the degree and the share. A share that no text states is “not \
      stated”, never made up.

      Formats: table (default), csv (a heading line, LF, UTF-8), json.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(help: ArgumentHelp("The day of the old units.", valueName: "day1"))
  var first: String

  @Argument(
    help: ArgumentHelp("The day of the new units, not before the first.", valueName: "day2"))
  var second: String

  @Option(
    help: ArgumentHelp("Only units of this kind (loại); may be repeated.", valueName: "kind"),
    completion: .kinds)
  var kind: [String] = []

  @Option(help: "table, csv or json.", completion: .list(TableFormat.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: TableFormat.table)
    let from = try session.day(first, of: "DAY1")
    let to = try session.day(second, of: "DAY2")
    let crosswalk = try session.asking(knowledge).crosswalk(from: from, to: to, kinds: kind)
    let view = CrosswalkView(crosswalk: crosswalk)
    switch format {
    case .table: try session.console.answer(view.table(width: session.console.width))
    case .csv: try session.console.answer(data: view.csv)
    case .json: try session.answer(json: crosswalk)
    }
  }
}
