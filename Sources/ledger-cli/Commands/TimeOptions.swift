import ArgumentParser
import OrgLedger

/// The time of a question.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day of the question (tính đến ngày): dd/MM/yyyy or yyyy-MM-dd; default today.",
      valueName: "day"))
  var asOf: String?

  /// The day that was typed; read before the store is opened, so that a slip costs nothing.
  func day(_ session: Session) throws(Failure) -> Day? {
    guard let asOf else { return nil }
    return try session.day(asOf, of: "--as-of")
  }
}

/// How much a question may know: all that is recorded, or less.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Only what was recorded by then (thời điểm ghi): a day (its end), a timestamp \
      (2025-03-01T08:00+07:00) or a position.
      """, valueName: "moment"))
  var knownAt: String?

  @Option(
    help: ArgumentHelp(
      """
      Only what texts issued by this day state (văn bản ban hành đến ngày); undated texts are \
      left out.
      """, valueName: "day"))
  var textsUntil: String?
}

/// The layouts of answers that are read as a tree or list.
enum TreeOrJSON: String, CaseIterable {
  case tree, json
}

/// The layouts of answers that are read as a table.
enum TableFormat: String, CaseIterable {
  case table, csv, json
}

/// The formats of pictures, which come later.
let pictures = ["dot", "mermaid", "svg"]
