import OrgLedger

/// What was found, the best first, as a table for eyes.
struct SearchView {
  let answer: SearchAnswer
  let instruments: [InstrumentID: Instrument]

  func table(width: Int?) -> [Styled] {
    guard !answer.hits.isEmpty else {
      return ["\("Nothing is found for “\(answer.text)”.", .dim)"]
    }
    var table = Table(columns: [
      .init(title: "NAME", shrinks: true), .init(title: "KIND"), .init(title: "DAYS"),
      .init(title: "MATCHED", shrinks: true), .init(title: "ID"),
    ])
    for hit in answer.hits {
      table.rows.append([
        "\(name(of: hit), hit.status == .ended ? .plain : .strong)", "\(kind(of: hit))",
        "\(days(of: hit))", "\(hit.matched.words)", "\(hit.id, .dim)",
      ])
    }
    return table.drawn(width: width) + ["", "\(footer, .dim)"]
  }

  private func name(of hit: SearchHit) -> String {
    hit.what == .unit ? hit.name : excerpt(of: hit.name)
  }

  private func kind(of hit: SearchHit) -> String {
    switch hit.what {
    case .unit: hit.kind ?? ""
    case .instrument: hit.kind ?? "text (văn bản)"
    case .function: "function (chức năng)"
    case .claim: "claim (số liệu)"
    }
  }

  /// The life of a unit, the day of a text.
  private func days(of hit: SearchHit) -> String {
    if let plan = hit.plannedBy {
      return "planned only (kế hoạch)" + (hit.from.map { " \($0.wordsInSentence)" } ?? "")
        + ", \(plan)"
    }
    if let from = hit.from { return life(from, hit.to) }
    guard hit.what == .instrument else { return "" }
    return instruments[InstrumentID(hit.id)]?.issuedOn?.words ?? ""
  }

  private var footer: String {
    let count = "On \(answer.asOf.dayMonthYear): \(answer.total) found"
    return answer.hits.count == answer.total
      ? "\(count)." : "\(count), \(answer.hits.count) shown; --limit \(answer.total) shows all."
  }
}

/// The beginning of a text that may be long: titles and claims are whole sentences, and the id
/// beside them leads to the rest.
private func excerpt(of text: String) -> String { cut(text, to: 60) }

extension SearchMatch {
  /// What matched and how, in few words.
  fileprivate var words: String {
    switch how {
    case .exact, .withoutKind, .beginning, .phrase, .words: field
    case .abbreviation: "abbreviation of \(field)"
    case .abbreviationOfPart: "abbreviation within \(field)"
    case .withParent: "\(field), with the unit above"
    case .otherKind: "\(field), of another kind"
    case .part: "within \(field)"
    case .spelling: "near to \(field)"
    }
  }

  private var field: String {
    switch by {
    case .id: "id"
    case .code: "code \(text)"
    case .number: "number"
    case .name: "name"
    case .formerName: "former name “\(text)”\(period)"
    case .laterName: "later name “\(text)”\(period)"
    case .shortName: "short name “\(text)”"
    case .title: "title “\(excerpt(of: text))”"
    case .issuer: "issuer “\(excerpt(of: text))”"
    case .wording: "wording “\(excerpt(of: text))”"
    case .kind: "kind"
    }
  }

  /// Since when it was called so, where that is told.
  private var period: String { from.map { ", \(life($0, to))" } ?? "" }
}
