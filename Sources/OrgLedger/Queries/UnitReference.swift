extension History {
  /// The unit that a text means on a day: an id, a code as `scheme:value`, or a name.
  ///
  /// A code means the unit that bears it on that day. A name, full or short, means the unit that
  /// bears it on that day or, if none does, the one that ever bore it; case, diacritics and the
  /// place of tone marks do not matter. Where the two folds differ, either counts.
  ///
  /// - Parameter connecting: Words that abbreviations leave out, for the candidates of a name that
  ///   is none, which are those that ``search(_:asOf:kinds:limit:connecting:)`` finds.
  /// - Throws: That several units, or none, are meant, with candidates.
  /// - Complexity: O(*n*) in the number of facts.
  public func unit(
    _ text: String, asOf day: Day, connecting: Set<String> = []
  ) throws(UnitReferenceError) -> UnitID {
    let id = identities(UnitID(text))
    let isID = facts.contains { fact in
      fact.act.status == .enacted && fact.event.born.contains { $0.id == id }
    }
    if isID { return id }
    let today = folds(on: day)
    let folded = FoldedText(text)
    for found in [today.bearers(ofCode: text), today.bearers(of: folded)] where !found.isEmpty {
      if let unit = found.first, found.count == 1 { return unit }
      let always = folds(on: .distantFuture)
      throw .ambiguous(text: text, candidates: found.map { candidate($0, today, always) })
    }
    // Folded only here: most that is asked for is borne on the day.
    let always = folds(on: .distantFuture)
    var former = always.formerBearers(of: folded)
    for (birth, _) in corrections.birthsJoined(by: identities)
    where birth.name.answers(to: folded) && !former.contains(identities(birth.id)) {
      former.append(identities(birth.id))
    }
    if let unit = former.first, former.count == 1 { return unit }
    if !former.isEmpty {
      throw .ambiguous(text: text, candidates: former.map { candidate($0, today, always) })
    }
    let once = always.formerBearers(ofCode: text)
    let near = search(
      text, asOf: day, limit: 5, connecting: connecting, only: [.unit], always: always
    ).hits.filter { !once.contains(UnitID($0.id)) }
    throw .notFound(
      text: text,
      nearest: once.map { candidate($0, today, always) }
        + near.map { candidate(UnitID($0.id), today, always, $0.nameMatched, $0.plannedBy) })
  }

  private func candidate(
    _ unit: UnitID, _ today: Folds, _ always: Folds, _ name: String? = nil,
    _ plan: ActID? = nil
  ) -> Candidate<UnitID> {
    let state = always.state(unit)
    return Candidate(
      id: unit, name: name ?? (today.state(unit) ?? state)?.name.full ?? "",
      from: state.map { self.day(of: $0.birth) }, to: state?.end.map { self.day(of: $0) },
      plannedBy: plan)
  }
}

extension Folds {
  /// The living units that bear a code on the day, ascending.
  func bearers(ofCode text: String) -> [UnitID] {
    guard let code = Code(colonSeparated: text) else { return [] }
    return Set(
      distinct.flatMap { chart in
        chart.bearers[code, default: []].filter {
          chart.isAlive($0) && chart.units[$0]?.currentCodes.contains(code) == true
        }
      }
    ).sorted()
  }

  /// The units that ever bore a code, ascending.
  func formerBearers(ofCode text: String) -> [UnitID] {
    guard let code = Code(colonSeparated: text) else { return [] }
    return Set(distinct.flatMap { $0.bearers[code, default: []] }).sorted()
  }

  /// The living units that bear a name on the day, in order of birth.
  func bearers(of name: FoldedText) -> [UnitID] {
    unitsInOrder { $0.end == nil && $0.name.answers(to: name) }
  }

  /// The units that ever bore a name, in order of birth.
  func formerBearers(of name: FoldedText) -> [UnitID] {
    unitsInOrder { state in state.names.contains { $0.value.answers(to: name) } }
  }

  private func unitsInOrder(where matches: (UnitState) -> Bool) -> [UnitID] {
    var births: [UnitID: OrderKey] = [:]
    for chart in distinct {
      for state in chart.units.values where births[state.id] == nil && matches(state) {
        births[state.id] = state.birth.key
      }
    }
    return births.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }
}

extension SearchHit {
  /// The name that matched, or, where it is no name, what it is called.
  var nameMatched: String {
    switch matched.by {
    case .name, .formerName, .laterName, .shortName: matched.text
    default: name
    }
  }
}

extension Name {
  /// Whether it is what was typed, in full or short.
  func answers(to folded: FoldedText) -> Bool {
    FoldedText(full) == folded || short.map { FoldedText($0) == folded } ?? false
  }
}

extension Code {
  /// Reads `scheme:value`; the value may hold further colons.
  init?(colonSeparated text: String) {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
    let value = text[text.index(after: colon)...]
    guard !value.isEmpty else { return nil }
    self.init(scheme: String(text[..<colon]), value: String(value))
  }
}
