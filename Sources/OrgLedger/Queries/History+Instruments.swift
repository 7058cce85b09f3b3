extension History {
  /// The texts, each with what it ordered, what was recorded from it, and who quotes it.
  ///
  /// - Returns: By the day of issue, an imprecise one at its first day, then number, 2 before 10,
  ///   then id; those of no stated day come last.
  /// - Complexity: O(*n* log *n*) in the number of texts, facts and claims.
  public func instruments(_ filter: InstrumentFilter = InstrumentFilter()) -> InstrumentsAnswer {
    let issuer = filter.issuer.map { FoldedText($0) }
    let kinds = KindFilter(filter.kinds)
    let found = instruments.values.filter { text in
      if let id = filter.id, id != text.id { return false }
      if let issuer, !(text.issuer.map { FoldedText($0).text.contains(issuer.text) } ?? false) {
        return false
      }
      return kinds.takesAll || text.kind.map { kinds.takes($0) } ?? false
    }
    let uses = InstrumentUses(self)
    return InstrumentsAnswer(
      instruments: found.inOrder.map { uses.row(of: $0) })
  }

  /// The text that a person means: an id, or the number as printed.
  ///
  /// Case, diacritics and blanks do not matter. Numbers return from year to year, so that one may
  /// mean several texts.
  ///
  /// - Throws: That several texts, or none, are meant, with candidates.
  /// - Complexity: O(*n*) in the number of texts.
  public func instrument(_ text: String) throws(InstrumentReferenceError) -> InstrumentID {
    let id = InstrumentID(text)
    if instruments[id] != nil { return id }
    let folded = FoldedText(text)
    let named = instruments.values.filter {
      $0.number.map { FoldedText($0).withoutBlanks == folded.withoutBlanks } ?? false
    }.inOrder
    if let only = named.first, named.count == 1 { return only.id }
    if !named.isEmpty { throw .ambiguous(text: text, candidates: named.map(\.candidate)) }
    let limit = max(2, folded.text.unicodeScalars.count / 3)
    let near = instruments.values.compactMap { text -> (distance: Int, text: Instrument)? in
      let names = [text.number, text.title, text.id.text].compactMap { $0 }.map { FoldedText($0) }
      let distance = names.compactMap { name in
        folded.distance(to: name, limit: limit)
          ?? (folded.text.utf8.count > 2 && name.text.contains(folded.text) ? limit + 1 : nil)
      }.min()
      return distance.map { ($0, text) }
    }.sorted { ($0.distance, $0.text.place) < ($1.distance, $1.text.place) }
    throw .notFound(text: text, nearest: near.prefix(5).map(\.text.candidate))
  }
}

/// What rests on each text.
private struct InstrumentUses {
  private var orders: [InstrumentID: [ActID]] = [:]
  private var states: [InstrumentID: [ActID]] = [:]
  private var quoted: [InstrumentID: [EventID]] = [:]
  private var claims: [InstrumentID: [ClaimID]] = [:]
  private var related: [InstrumentID: [InstrumentRelation]] = [:]

  init(_ history: History) {
    var seen: Set<ActID> = []
    for fact in history.facts {
      if seen.insert(fact.act.id).inserted {
        states[fact.act.instrument, default: []].append(fact.act.id)
        for text in Set(fact.act.orderedBy) { orders[text, default: []].append(fact.act.id) }
      }
      let citations = fact.event.citations + fact.event.alternatives.flatMap(\.citations)
      for text in Set(citations.map { $0.instrument ?? fact.act.instrument }) {
        quoted[text, default: []].append(fact.event.id)
      }
    }
    for claim in history.claims { claims[claim.instrument, default: []].append(claim.id) }
    for text in history.instruments.values.inOrder {
      for relation in text.relations {
        related[relation.instrument, default: []].append(
          InstrumentRelation(relation: relation.relation, instrument: text.id))
      }
    }
  }

  func row(of text: Instrument) -> InstrumentRow {
    InstrumentRow(
      id: text.id, number: text.number, kind: text.kind, issuer: text.issuer, title: text.title,
      issuedOn: text.issuedOn, inForceOn: text.inForceOn, relations: text.relations,
      relatedBy: related[text.id, default: []], source: text.source, note: text.note,
      orders: orders[text.id, default: []], states: states[text.id, default: []],
      quotedBy: quoted[text.id, default: []], claims: claims[text.id, default: []])
  }
}

/// The place of a text among all.
private struct InstrumentPlace: Comparable {
  let day: Day
  let number: VietnameseOrder
  let id: InstrumentID

  static func < (left: InstrumentPlace, right: InstrumentPlace) -> Bool {
    (left.day, left.number, left.id) < (right.day, right.number, right.id)
  }
}

extension Instrument {
  fileprivate var place: InstrumentPlace {
    InstrumentPlace(
      day: issuedOn.flatMap { $0.earliest ?? $0.latest } ?? .distantFuture,
      number: VietnameseOrder(number ?? ""), id: id)
  }

  fileprivate var candidate: Candidate<InstrumentID> {
    Candidate(
      id: id, name: [kind, number ?? title].compactMap { $0 }.joined(separator: " "),
      from: issuedOn, to: nil)
  }
}

extension Sequence<Instrument> {
  /// By their place among all; it costs more to work out than to compare.
  fileprivate var inOrder: [Instrument] {
    map { (place: $0.place, text: $0) }.sorted { $0.place < $1.place }.map(\.text)
  }
}

extension FoldedText {
  /// Its letters alone: people write numbers with blanks and without.
  fileprivate var withoutBlanks: String { text.filter { $0 != " " } }
}
