import ArgumentParser
import OrgLedger

struct HistoryCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "The whole timeline of a unit (quá trình).",
    discussion: """
      Every event that concerns it, in the order in which they took effect: what it meant for the \
      unit, the legal basis (căn cứ), the words of the text, when and by whom it was recorded. \
      The day of the question only decides who is meant by a name.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(
    help: "The unit (đơn vị): its id, a code (scheme:value) or its name.", completion: .units)
  var unit: String

  @Option(help: "tree or json.", completion: .list(TreeOrJSON.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: TreeOrJSON.tree)
    let asked = try time.day(session)
    let asking = try session.asking(knowledge)
    let day = asking.day(asked)
    let id = try asking.unit(named: unit, on: day)
    let history = try asking.history(of: .units([id]))
    guard let answer = history.history(of: id) else {
      throw .notBegun(id)
    }
    switch format {
    case .json: try session.answer(json: answer)
    case .tree:
      let view = HistoryView(
        history: answer, name: UnitNames(history, on: day)(id), texts: Texts(history))
      try session.console.answer(view.lines(width: session.console.width))
    }
  }
}
