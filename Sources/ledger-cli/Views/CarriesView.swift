import OrgLedger

/// Which record carries each fact, for eyes and for programs.
struct CarriesView {
  let carried: CarriedFacts
  let quotes: QuoteReport?

  func lines(width: Int?) -> [Styled] {
    var table = Table(columns: [
      .init(title: "KIND"), .init(title: "FACT"),
      .init(title: "CARRIED BY (position kind id)", shrinks: true),
    ])
    table.rows = carried.facts.map { fact in
      [
        "\(fact.kind, .dim)", "\(fact.fact, .strong)",
        fact.records.map(words).joined(separator: ", "),
      ]
    }
    var lines = (table.rows.isEmpty ? [] : table.drawn(width: width) + [""])
    lines += carried.kinds.map { "\($0.kind): \($0.carried) of \($0.facts)" }
    lines.append("\(missing)")
    for fact in carried.missing {
      lines.append("  \(fact.kind) \(fact.fact, .strong)")
      lines += fact.records.filter { !$0.isThere }.map {
        "    \("\($0.kind.rawValue) \($0.id)", .failure)"
          + ($0.state == .takenBack ? " was taken back" : " is not in the ledger")
      }
    }
    return lines + quoteLines
  }

  private func words(_ carrier: Carrier) -> Styled {
    guard let position = carrier.position else {
      return "\("missing \(carrier.kind.rawValue) \(carrier.id)", .failure)"
    }
    let event =
      (carrier.event.map { " (\($0))" } ?? "")
      + (carrier.state == .planned ? " planned (dự kiến)" : "")
    return "\(String(position)) \(carrier.kind.rawValue) \(carrier.id)\(event, .dim)"
  }

  private var missing: Styled {
    let all = counted(carried.facts.count, "fact")
    guard !carried.missing.isEmpty else { return "\("\(all), none missing.", .accent)" }
    return "\("\(all), \(carried.missing.count) missing:", .failure)"
  }

  private var quoteLines: [Styled] {
    guard let quotes else { return [] }
    let rest =
      quotes.withoutFile == 0 ? "" : "; \(quotes.withoutFile) of texts without a file there"
    var lines: [Styled] = [
      "",
      "\(counted(quotes.checked, "quote")) looked up in \(counted(quotes.files.count, "file")): "
        + "\(quotes.checked - quotes.failed.count) stand in the lines cited\(rest).",
    ]
    let unstated = quotes.files.count - quotes.unchanged - quotes.differing.count
    lines.append(
      "\(quotes.unchanged) of \(counted(quotes.files.count, "file")) have the recorded sha256"
        + (unstated == 0 ? "." : "; of \(unstated) none is recorded."))
    for file in quotes.differing {
      lines.append("  \(file, .failure) has another sha256 than the recorded one")
    }
    for failed in quotes.failed {
      let place =
        switch failed.result {
        case .elsewhere: "stands in other lines"
        case .noSuchLines: "cites lines that the file does not have"
        case .absent, .holds, .nothingQuoted: "does not stand in the file"
        }
      lines.append(
        "  \("\(failed.instrument.text), \(cited(failed.lines))", .failure) \(place)"
      )
      lines.append("    “\(failed.quote)”  \(failed.record, .dim)")
    }
    return lines
  }

  private func cited(_ lines: String?) -> String {
    guard let lines else { return "no lines stated" }
    return lines.allSatisfy(\.isNumber) ? "line \(lines)" : "lines \(lines)"
  }

  /// Facts, kinds, what is missing, and the quotes if they were looked up.
  var json: Answer { Answer(carried: carried, quotes: quotes) }

  struct Answer: Encodable {
    let facts: [CarriedFact]
    let kinds: [CarriedKind]
    let missing: [String]
    let quotes: QuoteReport?

    init(carried: CarriedFacts, quotes: QuoteReport?) {
      facts = carried.facts
      kinds = carried.kinds
      missing = carried.missing.map(\.fact)
      self.quotes = quotes
    }
  }
}
