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
    let always = folds(on: .distantFuture)
    let id = UnitID(text)
    if always.state(id) != nil { return id }
    let today = folds(on: day)
    let directory = UnitDirectory(always: always, today: today)
    let folded = FoldedText(text)
    for found in [directory.bearers(ofCode: text), directory.bearers(of: folded)] {
      if let unit = found.first, found.count == 1 { return unit }
      if !found.isEmpty {
        throw .ambiguous(text: text, candidates: found.map { candidate($0, today, always) })
      }
    }
    let former = directory.formerBearers(of: folded)
    if let unit = former.first, former.count == 1 { return unit }
    if !former.isEmpty {
      throw .ambiguous(text: text, candidates: former.map { candidate($0, today, always) })
    }
    let once = directory.formerBearers(ofCode: text).map { candidate($0, today, always) }
    let near = directory.nearest(to: folded).map { candidate($0.unit, today, always, $0.name) }
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

/// Who bears, or ever bore, a name or a code.
struct UnitDirectory {
  let always: Folds
  let today: Folds

  /// The living units that bear a code on the day, ascending.
  func bearers(ofCode text: String) -> [UnitID] {
    guard let code = Code(colonSeparated: text) else { return [] }
    return Set(
      today.distinct.flatMap { chart in
        chart.bearers[code, default: []].filter {
          chart.isAlive($0) && chart.units[$0]?.currentCodes.contains(code) == true
        }
      }
    ).sorted()
  }

  /// The units that ever bore a code, ascending.
  func formerBearers(ofCode text: String) -> [UnitID] {
    guard let code = Code(colonSeparated: text) else { return [] }
    return Set(always.distinct.flatMap { $0.bearers[code, default: []] }).sorted()
  }

  /// The living units that bear a name on the day, in order of birth.
  func bearers(of name: FoldedText) -> [UnitID] {
    inOrder(today) { $0.end == nil && $0.name.answers(to: name) }
  }

  /// The units that ever bore a name, in order of birth.
  func formerBearers(of name: FoldedText) -> [UnitID] {
    inOrder(always) { state in state.names.contains { $0.value.answers(to: name) } }
  }

  private func inOrder(_ folds: Folds, where matches: (UnitState) -> Bool) -> [UnitID] {
    var births: [UnitID: OrderKey] = [:]
    for chart in folds.distinct {
      for state in chart.units.values where births[state.id] == nil && matches(state) {
        births[state.id] = state.birth.key
      }
    }
    return births.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// Up to five units with the names that are nearest in writing, the nearest first.
  func nearest(to name: FoldedText) -> [(unit: UnitID, name: String)] {
    let limit = max(2, name.text.unicodeScalars.count / 3)
    var found: [(distance: Int, name: String, unit: UnitID)] = []
    var seen: Set<UnitID> = []
    for chart in always.distinct {
      for state in chart.units.values where seen.insert(state.id).inserted {
        let nearest = state.names.flatMap { [$0.value.full, $0.value.short].compactMap { $0 } }
          .compactMap { text in
            name.distance(to: FoldedText(text), limit: limit).map { ($0, text) }
          }.min { $0 < $1 }
        if let (distance, text) = nearest { found.append((distance, text, state.id)) }
      }
    }
    return found.sorted { ($0.distance, $0.name, $0.unit) < ($1.distance, $1.name, $1.unit) }
      .prefix(5).map { ($0.unit, $0.name) }
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
