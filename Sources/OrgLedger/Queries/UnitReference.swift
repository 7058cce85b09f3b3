extension History {
  /// The unit that a text means on a day: an id, a code as `scheme:value`, or a name.
  ///
  /// A code means the unit that bears it on that day. A name, full or short, means the unit that
  /// bears it on that day or, if none does, the one that ever bore it; case, diacritics and the
  /// place of tone marks do not matter. Where the two folds differ, either counts.
  ///
  /// - Throws: That several units, or none, are meant, with candidates.
  /// - Complexity: O(*n*) in the number of facts.
  public func unit(_ text: String, asOf day: Day) throws(UnitReferenceError) -> UnitID {
    let id = UnitID(text)
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
    let former = always.formerBearers(of: folded)
    if let unit = former.first, former.count == 1 { return unit }
    if !former.isEmpty {
      throw .ambiguous(text: text, candidates: former.map { candidate($0, today, always) })
    }
    let once = always.formerBearers(ofCode: text).map { candidate($0, today, always) }
    let near = always.nearest(to: folded).map { candidate($0.unit, today, always, $0.name) }
    throw .notFound(text: text, nearest: once + near)
  }

  private func candidate(
    _ unit: UnitID, _ today: Folds, _ always: Folds, _ name: String? = nil
  ) -> Candidate<UnitID> {
    let state = always.state(unit)
    return Candidate(
      id: unit, name: name ?? (today.state(unit) ?? state)?.name.full ?? "",
      from: state.map { self.day(of: $0.birth) }, to: state?.end.map { self.day(of: $0) })
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

  /// Up to five units with the names that are nearest in writing, the nearest first; after them
  /// those whose names hold what was written.
  func nearest(to name: FoldedText) -> [(unit: UnitID, name: String)] {
    let limit = max(2, name.text.unicodeScalars.count / 3)
    var found: [(distance: Int, name: String, unit: UnitID)] = []
    var seen: Set<UnitID> = []
    for chart in distinct {
      for state in chart.units.values where seen.insert(state.id).inserted {
        let nearest = state.names.flatMap { [$0.value.full, $0.value.short].compactMap { $0 } }
          .compactMap { text in name.nearness(to: text, limit: limit).map { ($0, text) } }
          .min { $0 < $1 }
        if let (distance, text) = nearest { found.append((distance, text, state.id)) }
      }
    }
    return found.sorted { ($0.distance, $0.name, $0.unit) < ($1.distance, $1.name, $1.unit) }
      .prefix(5).map { ($0.unit, $0.name) }
  }
}

extension FoldedText {
  /// How far a name is from what was written; beyond the limit only where it holds that.
  fileprivate func nearness(to name: String, limit: Int) -> Int? {
    let other = FoldedText(name)
    if let distance = distance(to: other, limit: limit) { return distance }
    return text.utf8.count > 2 && other.text.contains(text) ? limit + 1 : nil
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
