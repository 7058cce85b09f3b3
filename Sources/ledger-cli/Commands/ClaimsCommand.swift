import ArgumentParser
import OrgLedger

struct ClaimsCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "Numbers in the texts, held against the ledger (số liệu).",
    discussion: """
      Each claim gets two verdicts. Against the ledger: holds (khớp), differs (lệch), or cannot \
      tell (chưa rõ): the ledger names fewer, and no text says that it names all. Its own \
      arithmetic (base, change, percentage, parts): holds, rounded, differs, none. Conflicts (mâu \
      thuẫn) are statements that cannot all be true.

      Formats: table (default for all), tree (default for some: what was counted, the words of \
      the text, the conflicts), json. Exit status 1: a verdict speaks against one of the claims \
      shown.
      """)

  enum Format: String, CaseIterable { case table, tree, json }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(help: ArgumentHelp("Only these claims, by id.", valueName: "claim"))
  var claims: [String] = []

  @Flag(help: "Only claims against which a verdict speaks.")
  var failing = false

  @Flag(help: "The statements that cannot all be true (mâu thuẫn), and the claims among them.")
  var conflicts = false

  @Option(
    help: ArgumentHelp("Only what this text states: its id or number.", valueName: "text"),
    completion: .instruments)
  var instrument: String?

  @Option(help: "table, tree or json.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let isPart = !claims.isEmpty || failing || conflicts
    let format = try session.format(format, default: isPart ? Format.tree : .table)
    let history = try session.history(knowledge)
    var filter = ClaimFilter(failing: failing, inConflict: conflicts)
    for text in claims { filter.ids.insert(try claim(text, in: history)) }
    if let instrument { filter.instrument = try history.instrument(named: instrument) }
    let answer = history.reconcile(filter)
    let names = UnitNames(history, on: history.day(nil))
    let view = ClaimsView(
      answer: answer,
      claims: Dictionary(
        history.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      texts: Texts(history), words: ClaimWords(unitName: { names($0) }))
    let width = session.console.width
    switch format {
    case .json: try session.answer(json: ClaimsJSON(answer))
    case .table: try session.console.answer(view.table(width: width))
    case .tree where conflicts && claims.isEmpty:
      try session.console.answer(view.conflictLines(width: width))
    case .tree: try session.console.answer(view.lines(width: width))
    }
    let failed = answer.claims.count { !$0.stands }
    guard failed == 0 else {
      throw .claimsDoNotStand(failed, of: answer.claims.count, shown: failing)
    }
  }

  private func claim(_ text: String, in history: History) throws(Failure) -> ClaimID {
    let ids = history.claims.map(\.id)
    if ids.contains(ClaimID(text)) { return ClaimID(text) }
    throw Failure(
      .notFound, "noSuchClaim", "There is no claim “\(visible(text))”.",
      hint: nearest(to: text, among: ids.map(\.text)).map { "Did you mean \($0)?" }
        ?? "`ledger claims` lists what there is.")
  }
}

extension Failure {
  /// The check that was asked for does not hold; the answer says which claims.
  fileprivate static func claimsDoNotStand(_ failed: Int, of all: Int, shown: Bool) -> Failure {
    Failure(
      .doesNotHold, "claimsDoNotHold",
      "\(failed) of \(counted(all, "claim")) \(failed == 1 ? "does" : "do") not hold.",
      hint: shown ? nil : "`ledger claims --failing` shows \(failed == 1 ? "it" : "them") alone.")
  }
}
