import OrgLedger

extension Failure {
  /// A unit of which the record knows, and that begins on no day.
  static func notBegun(_ unit: UnitID) -> Failure {
    Failure(
      .notFound, "noSuchUnit",
      "\(visible(unit.text)) is recorded, but begins on no day: its founding is suspended.",
      hint: "`ledger log --unit \(visible(unit.text))` shows what was recorded of it.")
  }

  /// A name that is no unit's, or several units'.
  init(_ error: UnitReferenceError, asOf day: Day) {
    self.init(error, noun: "unit", codes: ("noSuchUnit", "ambiguousUnit"), list: "chart", asOf: day)
  }

  /// A name that is no function's, or several functions'.
  init(_ error: FunctionReferenceError, asOf day: Day) {
    self.init(
      error, noun: "function", codes: ("noSuchFunction", "ambiguousFunction"), list: "functions",
      asOf: day)
  }

  /// Both are 66: the name does not lead to one thing. The codes tell them apart.
  private init<ID>(
    _ error: ReferenceError<ID>, noun: String, codes: (missing: String, several: String),
    list: String, asOf day: Day
  ) where ID: CustomStringConvertible {
    switch error {
    case .notFound(let text, let nearest):
      self.init(
        .notFound, codes.missing, "There is no \(noun) “\(visible(text))”.",
        hint: nearest.isEmpty
          ? "Name it by its id or its name; `ledger \(list)` lists what there is."
          : nearest.first?.plannedBy.map {
            "`ledger chart --scenario \(visible($0.text))` shows what is only planned."
          } ?? "Did you mean one of these?",
        candidates: nearest.map(\.words))
    case .notFoundAmongMany(let text, let records):
      self.init(
        .notFound, codes.missing, "There is no \(noun) “\(visible(text))”.",
        hint: "Name it by its id or its whole name. What is near in writing is not looked for "
          + "among \(records) records; `ledger search` does so, and reads all of them into memory.")
    case .ambiguous(let text, let candidates):
      self.init(
        .notFound, codes.several,
        "“\(visible(text))” can mean \(counted(candidates.count, noun)); the day asked is "
          + "\(day.dayMonthYear).",
        hint: "Name one of them by its id.", candidates: candidates.map(\.words))
    }
  }
}

extension Candidate where ID: CustomStringConvertible {
  /// Its id, with what tells it apart.
  var words: String {
    let life = from.map { ", \(ledger_cli.life($0, to))" } ?? ""
    let plan = plannedBy.map { ", only planned, by \(visible($0.text))" } ?? ""
    return "\(id) (\(visible(name))\(life)\(plan))"
  }
}
