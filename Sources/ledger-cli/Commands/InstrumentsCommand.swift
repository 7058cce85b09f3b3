import ArgumentParser
import OrgLedger

struct InstrumentsCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "instruments", abstract: "The texts, and what each ordered or stated (văn bản).",
    discussion: """
      By the day of issue (ngày ban hành), then number. Ordered (căn cứ): the acts of which it is \
      the legal basis. Stated: the acts recorded from it. Of one text, named by its id or its \
      number: all of them, its claims, its relations to other texts, and who quotes it.

      Formats: table (default for all), tree (default for one), json.
      """)

  enum Format: String, CaseIterable { case table, tree, json }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(
    help: ArgumentHelp("One text: its id or its number.", valueName: "text"),
    completion: .instruments)
  var text: String?

  @Option(help: ArgumentHelp("Only texts of this issuer, or part of its name.", valueName: "name"))
  var issuer: String?

  @Option(help: ArgumentHelp("Only of this kind (loại văn bản); may be repeated."))
  var kind: [String] = []

  @Option(help: "table, tree or json.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: text == nil ? Format.table : .tree)
    let history = try session.history(knowledge)
    var filter = InstrumentFilter(issuer: issuer, kinds: kind)
    if let text { filter.id = try history.instrument(named: text) }
    let answer = history.instruments(filter)
    let names = UnitNames(history, on: history.day(nil))
    let view = InstrumentsView(
      answer: answer, texts: Texts(history), acts: history.acts,
      claims: Dictionary(
        history.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      words: ClaimWords(unitName: { names($0) }))
    let width = session.console.width
    switch format {
    case .json: try session.answer(json: answer)
    case .table: try session.console.answer(view.table(width: width))
    case .tree: try session.console.answer(view.lines(width: width))
    }
  }
}
