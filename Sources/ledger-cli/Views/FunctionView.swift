import OrgLedger

/// Who holds what, for eyes and as CSV.
struct FunctionView {
  let holdings: FunctionHoldings
  let unitName: (UnitID) -> String

  func table(width: Int?) -> [Styled] {
    var table = Table(columns: [
      .init(title: "FUNCTION (chức năng)", shrinks: true), .init(title: "HELD BY", shrinks: true),
      .init(title: "ROLE"), .init(title: "SINCE"), .init(title: "ID"),
    ])
    for function in holdings.functions {
      let scope = function.scope.map { " in \(unitName($0))" } ?? ""
      let name: Styled = "\(function.name ?? function.id.text, .strong)\(scope)"
      if function.holders.isEmpty {
        let (words, since) =
          function.unstated.map { ("not stated", $0.since.words) } ?? ("nobody", "")
        table.rows.append(
          [name, "\(words, .warning)", "", "\(since)", "\(function.id.text, .dim)"])
      }
      for holder in function.holders {
        let possible = holder.certainty == .possible ? " (possible)" : ""
        table.rows.append([
          name, "\(holder.name)\(possible, .warning)", "\(holder.role.rawValue)",
          "\(holder.since.words)", "\(function.id.text, .dim)",
        ])
      }
    }
    let count = counted(holdings.functions.count, "function")
    let footer: Styled = "\("On \(holdings.asOf.dayMonthYear): \(count).", .dim)"
    return (table.rows.isEmpty ? [] : table.drawn(width: width) + [""]) + [footer]
  }

  var csv: String {
    var csv = CSV(headings: [
      "function", "functionName", "scope", "unit", "unitName", "role", "since", "event",
      "certainty",
    ])
    for function in holdings.functions {
      let start = [function.id.text, function.name ?? "", function.scope?.text ?? ""]
      if function.holders.isEmpty { csv.add(start + Array(repeating: "", count: 6)) }
      for holder in function.holders {
        csv.add(
          start + [
            holder.unit.text, holder.name, holder.role.rawValue, holder.since.description,
            holder.event.text, holder.certainty.rawValue,
          ])
      }
    }
    return csv.text
  }
}

/// Who holds one function and how it came there, for eyes.
struct WhoView {
  let answer: WhoAnswer
  let texts: Texts
  let unitName: (UnitID) -> String

  func lines(width: Int?) -> [Styled] {
    let name = answer.functionName ?? answer.function.text
    var rows = [
      TreeRow(
        depth: 0,
        line: "\(name, .strong)  \("on \(answer.asOf.dayMonthYear)  \(answer.function.text)", .dim)"
      )
    ]
    for missing in answer.unstated {
      let scope = missing.scope.map { " in \(unitName($0))" } ?? ""
      rows.append(
        TreeRow(
          depth: 1,
          line: "\("who holds it is not stated", .warning)\(scope)  \(missing.since.since, .dim)"
            + texts.certainty(of: missing.event),
          notes: texts.account(
            of: missing.event, orderedBy: missing.cause.orderedBy, in: missing.cause.instrument)))
    }
    if answer.holders.isEmpty, answer.unstated.isEmpty {
      rows.append(TreeRow(depth: 1, line: "\("nobody holds it on that day", .warning)"))
    }
    for holder in answer.holders {
      let scope = holder.scope.map { " in \(unitName($0))" } ?? ""
      var line: Styled =
        "\(holder.name, .strong)  \(holder.role.rawValue)\(scope)  \(holder.since.since, .dim)"
      if holder.certainty == .possible { line += "  \("possible", .warning)" }
      line += texts.certainty(of: holder.event)
      if holder.function.id != answer.function {
        line += "  \("as part of \(holder.function.name ?? holder.function.id.text)", .dim)"
      }
      rows.append(
        TreeRow(
          depth: 1, line: line,
          notes: texts.account(
            of: holder.event, orderedBy: holder.cause.orderedBy, in: holder.cause.instrument)))
    }
    return rows.drawn(width: width) + path
  }

  private var path: [Styled] {
    guard answer.path.count > 1 || answer.holders.isEmpty && !answer.path.isEmpty else { return [] }
    return ["", "\("How it came there", .strong)"]
      + answer.path.map { id in
        guard let fact = texts.fact(id) else { return "  \(id.text)" }
        var line: Styled = "  \(fact.effectiveOn.words)  "
        line += texts.verb(fact.event.type, fact.event.term) + texts.certainty(of: id)
        if let from = fact.event.details.from, let to = fact.event.details.to {
          line += "  \(unitName(from)) → \(unitName(to))"
        }
        return line + "  \(id.text, .dim)"
      }
  }
}
