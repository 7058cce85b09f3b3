extension History {
  /// The units, functions, texts and claims that a text may mean.
  ///
  /// Case, diacritics, đ, the place of tone marks and the signs between words do not matter. Names
  /// are found by the beginnings of their words in any order, by abbreviations, which are derived
  /// from them and no list, and by letters that they hold; the kind at the beginning of a name may
  /// be left out, and words of the kind and of the unit above may be added. Former and later names
  /// count too. Where nothing is found, what is near in writing is.
  ///
  /// - Parameters:
  ///   - day: What is a former name, and who lives, is decided on this day.
  ///   - kinds: Only units and texts of these kinds, if there are any; case and marks do not matter.
  ///   - limit: How many hits are given out; all are counted.
  ///   - connecting: Words that abbreviations leave out (và, of); they are of a language, so the
  ///     caller knows them.
  /// - Returns: Hits by how they matched (see ``SearchMatch/Manner``; what is named exactly by id,
  ///   code or number first), then current names before others, units before functions, texts and
  ///   claims, units that live on the day before those that do not, and by name in Vietnamese order.
  /// - Complexity: O(*n*) in the number of facts, O(*h* log *h*) in that of hits; nothing is indexed
  ///   beforehand. Of 100,000 units it takes a part of a second beyond the fold.
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
  private let kinds: Set<FoldedText>
  /// Only these, if there are any.
  private let only: Set<SearchHit.What>
  private let query: SearchQuery
  /// The births of ids that are read as others.
  private let joined: [(birth: Birth, taken: Corrections.TakenBack)]
  private(set) var found: [Found] = []
  /// Whether what is near in writing counts.
  private var takesSlips = false
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
    self.kinds = Set(kinds.map { FoldedText($0) })
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
    guard found.isEmpty else { return }
    takesSlips = true
    holdAll()
  }

  /// Holds everything against the query.
  private mutating func holdAll() {
    if wants(.unit) {
      for state in always.latest.units.values where isShown(state) {
        add(state, in: always.latest)
      }
      guard always.distinct.count > 1 else { return addRest() }
      for state in always.earliest.units.values
      where always.latest.units[state.id].map({ !isShown($0) }) ?? true {
        add(state, in: always.earliest)
      }
    }
    addRest()
  }

  private mutating func addRest() {
    if wants(.function), kinds.isEmpty { addFunctions() }
    if wants(.instrument) { addInstruments() }
    if wants(.claim), kinds.isEmpty { addClaims() }
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
    guard kinds.isEmpty || kinds.contains(FoldedText(kind)) else { return }
    let parent = state.placements.value(on: day)?.parent
    let above = parent.flatMap { chart.units[$0]?.called(on: day) }
    let context = SearchQuery.Context(
      kind: words(of: kind), parent: words(of: above ?? ""), isUnit: true)
    let id = SearchedField(by: .id, text: state.id.text)
    guard let field = best(of: fields(of: state) + [id], context) else { return }
    found.append(
      Found(
        what: .unit, id: state.id.text, name: state.called(on: day), kind: kind,
        status: state.status(on: day),
        from: state.birth, to: state.end, field: field))
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
      found.append(
        Found(
          what: .function, id: function.id.text, name: function.name ?? function.id.text,
          field: field))
    }
  }

  private mutating func addInstruments() {
    for text in history.instruments.values {
      guard kinds.isEmpty || kinds.contains(FoldedText(text.kind ?? "")) else { continue }
      let fields = [
        SearchedField(by: .number, text: text.number ?? ""),
        SearchedField(by: .title, text: text.title ?? ""),
        SearchedField(by: .issuer, text: text.issuer ?? ""),
        SearchedField(by: .id, text: text.id.text),
      ]
      let context = SearchQuery.Context(
        kind: words(of: text.kind ?? ""), issuer: words(of: text.issuer ?? ""))
      guard let field = best(of: fields, context) else { continue }
      found.append(
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
      found.append(
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
    if takesSlips { return nearest(of: fields) }
    var best: FoundField?
    for field in fields where !field.text.isEmpty {
      guard let found = match(field, context), best.map({ found < $0 }) ?? true else { continue }
      best = found
    }
    return best
  }

  private func match(_ field: SearchedField, _ context: SearchQuery.Context) -> FoundField? {
    switch field.by {
    case .id:
      if field.text == text { return FoundField(field: field, manner: .exact) }
      return query.holds(SearchWords(field.text)) ? FoundField(field: field, manner: .part) : nil
    case .code:
      // The value alone is what most people know of a code.
      let isSame =
        field.text == text || field.text.drop { $0 != ":" }.dropFirst() == text[...]
      return isSame ? FoundField(field: field, manner: .exact) : nil
    default:
      let result = query.match(
        SearchWords(field.text), context, abbreviated: field.by != .wording)
      guard let result else { return nil }
      var field = field
      if result.isKindOnly { field.by = .kind }
      return FoundField(field: field, manner: result.manner, slack: result.slack)
    }
  }

  /// The field that is nearest in writing: at most one slip for every four letters; the kind at its
  /// beginning may be missing.
  private func nearest(of fields: [SearchedField]) -> FoundField? {
    let limit = max(1, query.words.length(from: 0) / 4)
    let near = fields.compactMap { field -> (distance: Int, field: SearchedField)? in
      guard field.by != .wording, field.by != .code, !field.text.isEmpty else { return nil }
      let words = SearchWords(field.text)
      return [0, query.lengthOfKind(in: words)].compactMap {
        query.slips(to: words, from: $0, limit: limit)
      }
      .min().map { ($0, field) }
    }.min { $0.distance < $1.distance }
    return near.map { FoundField(field: $0.field, manner: .spelling, slack: $0.distance) }
  }
}

/// Something that was found, at its place among the others.
private struct Found: Comparable {
  let what: SearchHit.What
  let id: String
  let name: String
  var kind: String?
  var status: UnitStatus?
  var from: Origin?
  var to: Origin?
  let field: FoundField
  private let order: VietnameseOrder

  init(
    what: SearchHit.What, id: String, name: String, kind: String? = nil,
    status: UnitStatus? = nil, from: Origin? = nil, to: Origin? = nil, field: FoundField
  ) {
    self.what = what
    self.id = id
    self.name = name
    self.kind = kind
    self.status = status
    self.from = from
    self.to = to
    self.field = field
    order = VietnameseOrder(name)
  }

  static func < (left: Found, right: Found) -> Bool {
    if left.field != right.field { return left.field < right.field }
    if left.what != right.what { return left.what.place < right.what.place }
    let (first, second) = (left.life, right.life)
    if first != second { return first < second }
    return left.order == right.order ? left.id < right.id : left.order < right.order
  }

  static func == (left: Found, right: Found) -> Bool {
    left.what == right.what && left.id == right.id
  }

  private var life: Int {
    switch status {
    case .alive, nil: 0
    case .ended: 1
    case .notYet: 2
    }
  }

  func hit(in history: History) -> SearchHit {
    SearchHit(
      what: what, id: id, name: name, kind: kind, status: status,
      from: from.map { history.day(of: $0) }, to: to.map { history.day(of: $0) },
      matched: SearchMatch(
        by: field.field.by, how: field.manner, text: field.field.text,
        from: field.field.from.map { history.day(of: $0) },
        to: field.field.to.map { history.day(of: $0) }))
  }
}

extension SearchHit.What {
  /// Its place among hits that match alike.
  fileprivate var place: Int {
    switch self {
    case .unit: 0
    case .function: 1
    case .instrument: 2
    case .claim: 3
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
