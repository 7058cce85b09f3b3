import ArgumentParser
import OrgLedger

struct ShowCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One unit on a day (một đơn vị).",
    discussion: """
      Its names, kinds, parents, codes, functions, quotas and children, each with since when and \
      by which text. Of a unit that does not live on that day it is the last state, or the first \
      one of a unit that is still to come.
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
    guard let answer = history.show(id, asOf: day) else {
      throw .notBegun(id)
    }
    switch format {
    case .json: try session.answer(json: answer)
    case .tree:
      let names = UnitNames(history, on: day)
      let view = UnitView(
        unit: answer.unit, asOf: day, texts: Texts(history), unitName: { names($0) })
      try session.console.answer(view.lines(width: session.console.width))
    }
  }
}
