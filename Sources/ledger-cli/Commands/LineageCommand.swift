import ArgumentParser
import OrgLedger

struct LineageCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "How a unit came to exist and what became of it (nguồn gốc, kế thừa).",
    discussion: """
      ◀ leads back to the units from which it came, ▶ forward to those in which it goes on, each \
      with the event, the legal basis (căn cứ) and the words of the text. Links join bodies, not \
      ground. --as-of decides who is meant by a name, and how far the lineage is told.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(
    help: "The unit (đơn vị): its id, a code (scheme:value) or its name.", completion: .units)
  var unit: String

  @Flag(
    exclusivity: .exclusive,
    help: "How it came to exist; what became of it; or both, which is the default.")
  var direction: Direction = .both

  @Option(help: "tree or json.", completion: .list(TreeOrJSON.allCases.map(\.rawValue)))
  var format: String?

  /// Which way; the flags are `--back`, `--forward` and `--both`.
  enum Direction: String, EnumerableFlag {
    case back, forward, both

    var followed: LineageDirection {
      switch self {
      case .back: .back
      case .forward: .forward
      case .both: .both
      }
    }
  }

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: TreeOrJSON.tree, later: pictures)
    let asked = try time.day(session)
    let asking = try session.asking(knowledge)
    let day = asking.day(asked)
    let id = try asking.unit(named: unit, on: day)
    let history = try asking.history(of: .lineage(id))
    guard let answer = history.lineage(of: id, asOf: day, direction.followed) else {
      throw .notBegun(id)
    }
    switch format {
    case .json: try session.answer(json: answer)
    case .tree:
      let view = LineageView(answer, direction.followed, Texts(history), asOf: day)
      try session.console.answer(view.lines(width: session.console.width))
    }
  }
}
