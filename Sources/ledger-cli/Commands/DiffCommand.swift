import ArgumentParser
import OrgLedger

struct DiffCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What differs between two days (so sánh).",
    discussion: """
      Born, ended and into what, renamed, reclassified, reparented, codes, functions moved. What \
      was undone between the days is not shown.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(help: ArgumentHelp("The first day.", valueName: "day1"))
  var first: String

  @Argument(help: ArgumentHelp("The second day, not before the first.", valueName: "day2"))
  var second: String

  @Option(help: "tree or json.", completion: .list(TreeOrJSON.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: TreeOrJSON.tree)
    let from = try session.day(first, of: "DAY1")
    let to = try session.day(second, of: "DAY2")
    let history = try session.asking(knowledge).history(of: .between(from, to))
    let diff: Diff
    do { diff = try history.diff(from: from, to: to) } catch { throw Failure(error) }
    switch format {
    case .json: try session.answer(json: diff)
    case .tree:
      let (before, after) = (UnitNames(history, on: from), UnitNames(history, on: to))
      let ended = Set(diff.ended.map(\.unit))
      let view = DiffView(diff: diff, texts: Texts(history)) {
        ended.contains($0) ? before($0) : after($0)
      }
      try session.console.answer(view.lines(width: session.console.width))
    }
  }
}
