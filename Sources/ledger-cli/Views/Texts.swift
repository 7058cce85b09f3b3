import OrgLedger

/// Words for texts, events and citations, with what the history knows of them.
struct Texts {
  let instruments: [InstrumentID: Instrument]
  private let facts: [EventID: Fact]

  init(_ history: History) {
    instruments = history.instruments
    facts = Dictionary(
      history.facts.map { ($0.event.id, $0) }, uniquingKeysWith: { _, last in last })
  }

  func fact(_ event: EventID) -> Fact? { facts[event] }

  /// `nghị quyết 04/NQ-HĐND of 18/02/2025`; without a number its title or who issued it.
  func name(of id: InstrumentID) -> String {
    guard let text = instruments[id], !text.isReference else { return id.text }
    let title = text.number ?? text.title ?? text.issuer ?? id.text
    let titled = title.lowercased().hasPrefix(text.kind?.lowercased() ?? "")
    let name = titled ? title : "\(text.kind ?? "") \(title)"
    return name + (text.issuedOn.map(issued) ?? "")
  }

  private func issued(_ day: ImpreciseDay) -> String {
    let isShort = day.exact != nil || !(day.words.contains(" "))
    return isShort ? " of \(day.words)" : " (\(day.words))"
  }

  /// The number alone, where a line has little room.
  func shortName(of id: InstrumentID) -> String {
    guard let text = instruments[id] else { return id.text }
    return text.number ?? text.title ?? id.text
  }

  /// `ordered by …`; says so where the sources do not.
  func basis(_ orderedBy: [InstrumentID]) -> Styled {
    orderedBy.isEmpty
      ? "\("legal basis not stated", .dim)"
      : "\("ordered by", .dim) \(orderedBy.map(name(of:)).joined(separator: ", "))"
  }

  /// The quoted words, then where they stand.
  func lines(of citation: Citation, in instrument: InstrumentID) -> [Styled] {
    let places = [
      citation.article.map { "article \($0)" }, citation.page.map { "page \($0)" },
      citation.lines.map { $0.contains("-") ? "lines \($0)" : "line \($0)" },
    ].compactMap { $0 }
    let source = ([name(of: citation.instrument ?? instrument)] + places).joined(separator: ", ")
    var lines: [Styled] = []
    if let quote = citation.quote { lines.append("“\(quote)”") }
    lines.append("\("— \(source)", .dim)")
    return lines
  }

  /// The verb of the text beside the type: `merged, “hợp nhất”`.
  func verb(_ type: EventType, _ term: String?) -> Styled {
    var words: Styled = "\(type.rawValue, .accent)"
    if let term { words += ", “\(term)”" }
    return words
  }

  /// `inferred` or `assumed`, where the text does not say so itself.
  func certainty(of event: EventID) -> Styled {
    guard let certainty = facts[event]?.event.certainty, certainty != .stated else { return "" }
    return "  \(certainty.rawValue, .warning)"
  }

  /// What other sources say, and what whoever recorded it adds.
  func remarks(
    _ alternatives: [Alternative], _ note: String?, in instrument: InstrumentID
  ) -> [Styled] {
    var lines: [Styled] = []
    for other in alternatives {
      lines.append("\("elsewhere (nguồn khác):", .warning) \(other.words)")
      lines += other.citations.flatMap { self.lines(of: $0, in: instrument) }
    }
    if let note { lines.append("\("note: \(note)", .dim)") }
    return lines
  }

  /// What makes something so, with what the entry says of itself.
  func account(of event: EventID, orderedBy: [InstrumentID], in instrument: InstrumentID)
    -> [Styled]
  {
    let stated = facts[event]?.event
    return cause(event, orderedBy: orderedBy, in: instrument)
      + remarks(stated?.alternatives ?? [], stated?.note, in: instrument)
  }

  /// What makes something so: legal basis, then the citations of the event.
  func cause(_ event: EventID, orderedBy: [InstrumentID], in instrument: InstrumentID) -> [Styled] {
    let citations = facts[event]?.event.citations ?? []
    return [basis(orderedBy)]
      + (citations.isEmpty
        ? ["\("— \(name(of: instrument))", .dim)"]
        : citations.flatMap { lines(of: $0, in: instrument) })
  }
}

extension Alternative {
  /// What another source says, as people say it.
  var words: String {
    switch key {
    case "effectiveOn": "takes effect \((try? ImpreciseDay(value))?.wordsInSentence ?? value)"
    case "term": "“\(value)”"
    case "name": "named “\(value)”"
    case "shortName": "named “\(value)” for short"
    case "kind": "of the kind \(value)"
    case "parent": "under \(value)"
    default: "\(key) \(dayWords(value))"
    }
  }
}

extension ImpreciseDay {
  /// For people: since when something holds.
  var since: String {
    switch (earliest, latest) {
    case (nil, nil): "since a day not stated"
    case (nil, let latest?): "since \(latest.dayMonthYear) or before"
    case (let earliest?, nil): "since \(earliest.dayMonthYear) or later"
    default: "since \(words)"
    }
  }
}

/// The days of a life as people say them: the last day is the one before the end.
func life(_ from: ImpreciseDay, _ to: ImpreciseDay?) -> String {
  guard let to else { return from.since }
  let start = String(from.since.dropFirst("since ".count))
  guard let end = to.exact else { return "\(start) – ended \(to.wordsInSentence)" }
  return from.exact == end ? "\(start), for no day" : "\(start) – \(end.previous.dayMonthYear)"
}
