import OrgLedger

/// The texts for eyes: what each ordered, stated, claims, and who quotes it.
struct InstrumentsView {
  let answer: InstrumentsAnswer
  let texts: Texts
  let acts: [ActID: ActHeader]
  let claims: [ClaimID: Claim]
  let words: ClaimWords

  /// One text a line; on a terminal, which has little room, ids only where there is no number.
  func table(width: Int?) -> [Styled] {
    var table = Table(columns: [
      .init(title: "NUMBER (số)"), .init(title: "KIND (loại)", shrinks: true),
      .init(title: "ISSUED"), .init(title: "ISSUER (cơ quan ban hành)", shrinks: true),
      .init(title: "TITLE (trích yếu)", shrinks: true), .init(title: "ORDERED", atRight: true),
      .init(title: "STATED", atRight: true), .init(title: "QUOTED", atRight: true),
      .init(title: "CLAIMS", atRight: true),
    ])
    if width == nil { table.columns.append(.init(title: "ID")) }
    func number(_ list: [some Any]) -> Styled { list.isEmpty ? "" : "\(list.count)" }
    for text in answer.instruments {
      let id: Styled = "\(text.id.text, .dim)"
      let named: Styled = text.number.map { "\($0, .strong)" } ?? (width == nil ? "" : id)
      let row: [Styled] = [
        named, "\(text.kind ?? "")", "\(text.issuedOn.map(short) ?? "not stated")",
        "\(text.issuer ?? "")", "\(text.title ?? "")", number(text.orders),
        number(text.states), number(text.quotedBy), number(text.claims),
      ]
      table.rows.append(width == nil ? row + [id] : row)
    }
    let count = counted(answer.instruments.count, "text")
    return (table.rows.isEmpty ? [] : table.drawn(width: width) + [""]) + ["\("\(count).", .dim)"]
  }

  /// A day in little room: an interval by its ends.
  private func short(_ day: ImpreciseDay) -> String {
    guard day.exact == nil, day.description.contains("/") else { return day.words }
    return day.ends.map(\.dayMonthYear).joined(separator: "–")
  }

  func lines(width: Int?) -> [Styled] {
    answer.instruments.flatMap { rows(of: $0) }.drawn(width: width)
  }

  private func rows(of text: InstrumentRow) -> [TreeRow] {
    var rows = [
      TreeRow(
        depth: 0, line: "\(texts.name(of: text.id), .strong)  \(text.id.text, .dim)",
        notes: head(text))
    ]
    rows += section(
      "Relations (quan hệ văn bản)",
      text.relations.map { "\($0.relation.rawValue, .accent) \(texts.name(of: $0.instrument))" }
        + text.relatedBy.map {
          "\(texts.name(of: $0.instrument)) \("\($0.relation.rawValue) it", .accent)"
        })
    rows += section("Ordered (căn cứ)", text.orders.map(act))
    rows += section("Stated (ghi nhận)", text.states.map(act))
    rows += section("Quoted by (trích dẫn)", text.quotedBy.map(event))
    rows += section("Claims (số liệu)", text.claims.map(claim))
    return rows
  }

  private func head(_ text: InstrumentRow) -> [Styled] {
    var notes: [Styled] = []
    if let title = text.title { notes.append("\(title)") }
    if let issuer = text.issuer { notes.append("\("issuer (cơ quan ban hành):", .dim) \(issuer)") }
    if text.issuedOn == nil { notes.append("\("the day of issue is not stated", .dim)") }
    if let day = text.inForceOn { notes.append("\("in force (hiệu lực):", .dim) \(day.words)") }
    if let file = text.source?.file { notes.append("\("file:", .dim) \(file)") }
    if let url = text.source?.url { notes.append("\("published:", .dim) \(url)") }
    if let note = text.note { notes.append("\("note: \(note)", .dim)") }
    return notes
  }

  private func section(_ title: String, _ lines: [Styled]) -> [TreeRow] {
    guard !lines.isEmpty else { return [] }
    return [TreeRow(depth: 1, line: "\(title, .dim) \(lines.count)")]
      + lines.map { TreeRow(depth: 2, line: $0) }
  }

  private func act(_ id: ActID) -> Styled {
    var line: Styled = "\(id.text, .strong)"
    guard let act = acts[id] else { return line }
    if let day = act.effectiveOn { line += "  \(day.words)" }
    if act.status == .proposed { line += "  \("proposed (dự kiến)", .warning)" }
    return line
  }

  private func event(_ id: EventID) -> Styled {
    guard let fact = texts.fact(id) else { return "\(id.text, .dim)" }
    return "\(fact.effectiveOn.words)  \(texts.verb(fact.event.type, fact.event.term))  "
      + "\(id.text, .dim)"
  }

  private func claim(_ id: ClaimID) -> Styled {
    guard let claim = claims[id] else { return "\(id.text, .dim)" }
    let value = claim.value == nil ? "" : "  \(words.value(claim))"
    return "\(words.measure(claim.measure))\(value, .strong)  \(id.text, .dim)"
  }
}
