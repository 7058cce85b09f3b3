extension History {
  /// The units, functions, texts and claims that a text may mean.
  ///
  /// Case, diacritics, đ, the place of tone marks and the signs between words do not matter. Names
  /// are found by the beginnings of their words in any order, by abbreviations, which are derived
  /// from them and no list, and by letters that they hold; the kind at the beginning of a name may
  /// be left out, and words of the kind and of the unit above may be added. Each word of a name
  /// stands for one typed word only. Former and later names count too, and units that only plans
  /// bring, which are marked as such. Where no name holds the words, what is near in writing comes
  /// behind.
  ///
  /// - Parameters:
  ///   - day: What is a former name, and who lives, is decided on this day.
  ///   - kinds: Only units and texts of these kinds, if there are any; case and marks do not matter.
  ///   - limit: How many hits are given out; all are counted.
  ///   - connecting: Words that abbreviations leave out (và, of); they are of a language, so the
  ///     caller knows them.
  /// - Returns: Hits by how little lies between what was typed and what they are called: what is
  ///   named exactly by id, code or number first, then whole words before beginnings of words, the
  ///   beginning of a name before the rest of it, words one after the other before such with others
  ///   between, and units before functions, texts and claims. Of equal ones those that live on the
  ///   day come before those that do not, those that stand higher in the organisation before those
  ///   below, then by name in Vietnamese order.
  /// - Complexity: O(*n*) in the number of facts and in the words of all names, O(*h* log *h*) in
  ///   the number of hits; nothing is indexed beforehand.
  public func search(
    _ text: String, asOf day: Day, kinds: [String] = [], limit: Int? = nil,
    connecting: Set<String> = []
  ) -> SearchAnswer {
    search(text, asOf: day, kinds: kinds, limit: limit, connecting: connecting, only: [])
  }

  /// The same for things of some sorts only.
  ///
  /// - Parameter always: The organisation at the end of all days, where it is at hand.
  func search(
    _ text: String, asOf day: Day, kinds: [String] = [], limit: Int?, connecting: Set<String>,
    only: Set<SearchHit.What>, always: Folds? = nil
  ) -> SearchAnswer {
    var search = Search(
      self, text, day, kinds, connecting, only, always ?? folds(on: .distantFuture))
    search.run()
    let found = search.found.sorted()
    let hits = found.prefix(limit ?? found.count).map { $0.hit(in: self) }
    return SearchAnswer(text: text, asOf: day, total: found.count, hits: hits)
  }
}

/// One search through a history.
private struct Search {
  private let history: History
  private let always: Folds
  private let text: String
  private let day: Day
  private let kinds: KindFilter
  /// Only these, if there are any.
  private let only: Set<SearchHit.What>
  private let query: SearchQuery
  /// The births that gave bodies of several ids their names, and were taken back.
  private let joined: [(birth: Birth, taken: Corrections.TakenBack)]
  private(set) var found: [Found] = []
  /// Whether what is near in writing counts, of all that is not yet known.
  private var takesSlips = false
  private var known: Set<Found.Key> = []
  /// Words of kinds and of units above, which many share.
  private var wordsOf: [[UInt8]: SearchWords] = [:]

  init(
    _ history: History, _ text: String, _ day: Day, _ kinds: [String], _ connecting: Set<String>,
    _ only: Set<SearchHit.What>, _ always: Folds
  ) {
    self.only = only
    self.history = history
    joined = history.corrections.birthsJoined(by: history.identities)
    self.always = always
    self.text = text
    self.day = day
    self.kinds = KindFilter(kinds)
    var known: Set<[UInt8]> = []
    for chart in always.distinct {
      for state in chart.units.values {
        for kind in state.kinds { known.insert(Array(kind.value.utf8)) }
      }
    }
    query = SearchQuery(
      text, connecting: connecting, kinds: known.map { String(decoding: $0, as: UTF8.self) })
  }

  mutating func run() {
    guard !query.words.isEmpty else { return }
    holdAll()
    guard found.allSatisfy({ $0.field.points >= SearchPoints.weak }) else { return }
    takesSlips = true
    known = Set(found.map(\.key))
    holdAll()
  }

  /// Holds everything against the query.
  private mutating func holdAll() {
    if wants(.unit) {
      for state in always.latest.units.values where isShown(state) {
        add(state, in: always.latest)
      }
      if always.distinct.count > 1 {
        for state in always.earliest.units.values
        where always.latest.units[state.id].map({ !isShown($0) }) ?? true {
          add(state, in: always.earliest)
        }
      }
      addPlanned()
    }
    if wants(.function), kinds.takesAll { addFunctions() }
    if wants(.instrument) { addInstruments() }
    if wants(.claim), kinds.takesAll { addClaims() }
  }

  private func wants(_ what: SearchHit.What) -> Bool { only.isEmpty || only.contains(what) }

  /// Whether a unit is shown as the latest fold has it: not where it lives in the other one only.
  private func isShown(_ state: UnitState) -> Bool {
    guard always.distinct.count > 1, state.status(on: day) != .alive else { return true }
    return always.earliest.units[state.id]?.status(on: day) != .alive
  }

  /// What may be looked for of a unit, in either fold.
  private func fields(of state: UnitState) -> [SearchedField] {
    var fields = state.searchedFields(on: day)
    for (birth, _) in joined where history.identities(birth.id) == state.id {
      fields.append(SearchedField(by: .formerName, text: birth.name.full, isCurrent: false))
      fields.append(SearchedField(by: .id, text: birth.id.text, isCurrent: false))
    }
    guard always.distinct.count > 1 else { return fields }
    for chart in always.distinct {
      fields += (chart.units[state.id]?.searchedFields(on: day) ?? []).filter { other in
        !fields.contains { $0.text == other.text }
      }
    }
    return fields
  }

  private mutating func add(_ state: UnitState, in chart: OrgChart) {
    let kind = state.kinds.value(on: day) ?? ""
    guard kinds.takes(kind) else { return }
    let parent = state.placements.value(on: day)?.parent
    let above = parent.flatMap { chart.units[$0]?.called(on: day) }
    let context = SearchQuery.Context(
      kind: words(of: kind), parent: words(of: above ?? ""), isUnit: true)
    let id = SearchedField(by: .id, text: state.id.text)
    guard let field = best(of: fields(of: state) + [id], context) else { return }
    append(
      Found(
        what: .unit, id: state.id.text, name: state.called(on: day), kind: kind,
        status: state.status(on: day),
        from: history.day(of: state.birth), to: state.end.map { history.day(of: $0) },
        field: field, isClass: state.collective,
        depth: state.placements.value(on: day).flatMap { depth(of: $0, in: chart) }))
  }

  /// How many units stand above a place; `nil` where that is not stated.
  private func depth(of place: Placement, in chart: OrgChart) -> Int? {
    var (place, seen) = (place, Set<UnitID>())
    while case .under(let parent) = place {
      guard seen.insert(parent).inserted, let state = chart.units[parent],
        let next: Placement = state.placements.value(on: day)
      else { return nil }
      place = next
    }
    return place == .top ? seen.count : nil
  }

  /// Units that only plans bring: nothing enacted begins them.
  private mutating func addPlanned() {
    var seen: Set<UnitID> = []
    for fact in history.facts where fact.act.status == .proposed {
      for birth in fact.event.born {
        guard always.distinct.allSatisfy({ $0.units[birth.id] == nil }),
          kinds.takes(birth.kind),
          seen.insert(birth.id).inserted
        else { continue }
        let above = birth.parent.parent.flatMap { always.latest.units[$0]?.called(on: day) }
        let context = SearchQuery.Context(
          kind: words(of: birth.kind), parent: words(of: above ?? ""), isUnit: true)
        let fields = [
          SearchedField(by: .name, text: birth.name.full),
          SearchedField(by: .shortName, text: birth.name.short ?? ""),
          SearchedField(by: .id, text: birth.id.text),
        ]
        guard let field = best(of: fields, context) else { continue }
        append(
          Found(
            what: .unit, id: birth.id.text, name: birth.name.full, kind: birth.kind,
            from: fact.event.effectiveOn, field: field, isClass: birth.collective,
            plannedBy: fact.act.id))
      }
    }
  }

  private mutating func append(_ hit: Found) {
    if !known.contains(hit.key) { found.append(hit) }
  }

  private mutating func addFunctions() {
    var seen: Set<FunctionID> = []
    for function in always.distinct.flatMap({ $0.functions.values })
    where seen.insert(function.id).inserted {
      let fields = [
        SearchedField(by: .name, text: function.name ?? ""),
        SearchedField(by: .id, text: function.id.text),
      ]
      guard let field = best(of: fields, SearchQuery.Context()) else { continue }
      append(
        Found(
          what: .function, id: function.id.text, name: function.name ?? function.id.text,
          field: field))
    }
  }

  private mutating func addInstruments() {
    for text in history.instruments.values {
      guard kinds.takes(text.kind ?? "") else { continue }
      let fields = [
        SearchedField(by: .number, text: text.number ?? ""),
        SearchedField(by: .title, text: text.title ?? ""),
        SearchedField(by: .issuer, text: text.issuer ?? ""),
        SearchedField(by: .id, text: text.id.text),
      ]
      let context = SearchQuery.Context(
        kind: words(of: text.kind ?? ""), issuer: words(of: text.issuer ?? ""))
      guard let field = best(of: fields, context) else { continue }
      append(
        Found(
          what: .instrument, id: text.id.text,
          name: text.number ?? text.title ?? text.issuer ?? text.id.text, kind: text.kind,
          field: field))
    }
  }

  private mutating func addClaims() {
    for claim in history.claims {
      let wordings = claim.wordings
      let fields =
        wordings.map { SearchedField(by: .wording, text: $0) }
        + [SearchedField(by: .id, text: claim.id.text)]
      guard let field = best(of: fields, SearchQuery.Context()) else { continue }
      append(
        Found(
          what: .claim, id: claim.id.text, name: wordings.first ?? claim.id.text, field: field))
    }
  }

  private mutating func words(of text: String) -> SearchWords {
    // To hash a text of many letters beyond ASCII costs more than to hash its bytes.
    let key = Array(text.utf8)
    if let known = wordsOf[key] { return known }
    let words = SearchWords(text)
    wordsOf[key] = words
    return words
  }

  /// The best match among the fields of one thing.
  private func best(
    of fields: [SearchedField], _ context: SearchQuery.Context
  ) -> FoundField? {
    var best: FoundField?
    for field in fields where !field.text.isEmpty {
      guard let found = takesSlips ? nearest(field) : match(field, context),
        best.map({ found.points < $0.points }) ?? true
      else { continue }
      best = found
    }
    return best
  }

  private func match(_ field: SearchedField, _ context: SearchQuery.Context) -> FoundField? {
    switch field.by {
    case .id:
      if field.text == text { return FoundField(field: field, manner: .exact, points: 0) }
      return query.holds(SearchWords(field.text))
        ? FoundField(field: field, manner: .part, points: SearchPoints.part) : nil
    case .code:
      // The value alone is what most people know of a code.
      let isSame =
        field.text == text || field.text.drop { $0 != ":" }.dropFirst() == text[...]
      return isSame ? FoundField(field: field, manner: .exact, points: 0) : nil
    default:
      let result = query.match(
        SearchWords(field.text), context, abbreviated: field.by != .wording && field.by != .number)
      guard let result else { return nil }
      var field = field
      if result.isKindOnly { field.by = .kind }
      return FoundField(field: field, manner: result.manner, points: result.points)
    }
  }

  private func nearest(_ field: SearchedField) -> FoundField? {
    guard field.by != .wording, field.by != .code else { return nil }
    return query.nearMatch(SearchWords(field.text)).map {
      FoundField(field: field, manner: $0.manner, points: $0.points)
    }
  }
}

extension Claim {
  /// The words by which it may be looked for: what it counts, what the text says, a note.
  fileprivate var wordings: [String] {
    var words = citations.compactMap(\.quote)
    if case .figure(let what, _) = measure { words.insert(what, at: 0) }
    if let note { words.append(note) }
    return words
  }
}
