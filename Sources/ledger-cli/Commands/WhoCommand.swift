import ArgumentParser
import OrgLedger

struct WhoCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: "Who holds a function on a day (cơ quan nào phụ trách).",
    discussion: "With the legal basis (căn cứ), the words of the text, and how it came there.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(help: "The function (chức năng): its id or its name.", completion: .functions)
  var function: String

  @Option(help: "tree or json.", completion: .list(TreeOrJSON.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: TreeOrJSON.tree)
    let asked = try time.day(session)
    let asking = try session.asking(knowledge)
    let day = asking.day(asked)
    let id = try asking.function(named: function, on: day)
    let history = try asking.history(of: .functions([id]))
    let answer = history.who(id, asOf: day)
    switch format {
    case .json: try session.answer(json: answer)
    case .tree:
      let names = UnitNames(history, on: day)
      let view = WhoView(answer: answer, texts: Texts(history), unitName: { names($0) })
      try session.console.answer(view.lines(width: session.console.width))
    }
  }
}
