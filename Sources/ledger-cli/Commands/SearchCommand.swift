import ArgumentParser
import OrgLedger

struct SearchCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find units, functions and texts (tìm kiếm).",
    discussion: """
      By a part of a name, current or former, an abbreviation (LĐTBXH, Sở KH&ĐT), an id, a code or \
      the number of a text. Case, diacritics, đ and the signs between words do not matter; words \
      may be cut short and stand in any order. The best comes first, and each line says what \
      matched. Where no name holds the words, what is near in writing comes behind.

      Formats: table (default), json.
      """)

  enum Format: String, CaseIterable { case table, json }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(help: ArgumentHelp("What to look for; several words need no quotes."))
  var text: [String]

  @Option(
    help: ArgumentHelp(
      "Only units and texts of this kind (loại); may be repeated.", valueName: "kind"),
    completion: .kinds)
  var kind: [String] = []

  @Option(help: ArgumentHelp("How many to show; all are counted.", valueName: "n"))
  var limit: Int = 20

  @Option(help: "table or json.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: Format.table)
    let asked = try time.day(session)
    guard limit > 0 else {
      throw Failure(.usage, "badLimit", "--limit takes 1 or more, not \(limit).")
    }
    let history = try session.history(knowledge)
    let answer = history.search(
      text.joined(separator: " "), asOf: history.day(asked), kinds: kind, limit: limit,
      connecting: connectingWords)
    switch format {
    case .table:
      let view = SearchView(answer: answer, instruments: history.instruments)
      try session.console.answer(view.table(width: session.console.width))
    case .json: try session.answer(json: answer)
    }
  }
}
