extension History {
  /// The whole timeline of a unit: every event in which it takes part, which mentions it, or by
  /// which something of it changes, as where it follows its parent into another unit.
  ///
  /// - Returns: The events in the order in which they took effect; one of imprecise day stands
  ///   where it has certainly happened, or, where that is never, where it is first possible. `nil`
  ///   where no such unit is known.
  /// - Complexity: O(*n*) in the number of facts.
  public func history(of unit: UnitID) -> UnitHistory? {
    var found: [(key: OrderKey, entry: HistoryEntry)] = []
    var known: Set<[UInt64]> = []
    var exists = false
    for fold in foldsDiffer ? [Fold.latest, .earliest] : [.latest] {
      let facts = ordered(fold)
      var chart = OrgChart(before: facts)
      var last = UnitView(of: unit, in: chart)
      var seen: Set<UInt64> = []
      for placed in facts {
        let before = last
        chart.apply(placed)
        let after = UnitView(of: unit, in: chart)
        last = after
        guard after != before || placed.fact.event.mentions.contains(.unit(unit)) else { continue }
        let mark = placed.mark?.position ?? 0
        let isFirst = seen.insert(placed.fact.position).inserted
        guard known.insert([placed.fact.position, mark]).inserted else { continue }
        let facts = UnitFacts(of: placed.fact, for: unit, before, after, chart)
        // What is suspended and resumed later is told as that.
        let told = isFirst ? placed.fact : placed.mark ?? placed.fact
        found.append((placed.key, entry(told, facts.list, at: placed.origin)))
      }
      exists = exists || chart.units[unit] != nil
    }
    guard exists else { return nil }
    return UnitHistory(
      unit: unit, entries: found.sorted { $0.key < $1.key }.map(\.entry),
      takenBack: takenBack(of: unit))
  }

  /// What concerned a unit and no longer counts, in the order in which it was taken back.
  private func takenBack(of unit: UnitID) -> [EntryTakenBack]? {
    let found = corrections.takenBack.filter { taken in
      taken.fact.event.mentions.contains {
        if case .unit(let other) = $0 { identities(other) == unit } else { false }
      }
    }
    guard !found.isEmpty else { return nil }
    return found.map { taken in
      EntryTakenBack(
        on: taken.fact.effectiveOn, event: taken.fact.event.id, type: taken.fact.event.type,
        position: taken.fact.position, by: taken.by.event.id, how: taken.by.event.type,
        reason: taken.by.event.details.reason, byPosition: taken.by.position,
        recordedAt: Timestamp(taken.by.recordedAt, offsetMinutes: offsetMinutes),
        recordedBy: taken.by.recordedBy)
    }
  }

  private func entry(
    _ fact: Fact, _ facts: [UnitFact], at origin: Origin
  ) -> HistoryEntry {
    let event = fact.event
    let described = event.details.description.map { [UnitFact.described($0)] } ?? []
    return HistoryEntry(
      on: fact.event.type.isSuspension ? fact.effectiveOn : day(of: origin), event: event.id,
      type: event.type,
      summary: Summary(facts: facts + described, type: event.type),
      instrument: fact.act.instrument, orderedBy: fact.act.orderedBy,
      citations: fact.located(event.citations), alternatives: fact.locatedAlternatives,
      certainty: event.certainty, position: fact.position,
      recordedAt: Timestamp(fact.recordedAt, offsetMinutes: offsetMinutes),
      recordedBy: fact.recordedBy,
      corrects: corrections.origins[fact.position].map { EntryCorrected($0) },
      term: event.term, note: event.note)
  }
}

/// What a chart says of one unit, as far as an event can change it.
struct UnitView: Equatable {
  let state: UnitState?
  let held: [HoldingKey: Holding]
  let posts: Set<[Post]>

  init(of unit: UnitID, in chart: OrgChart) {
    state = chart.units[unit]
    posts = chart.postsOfUnits[unit] ?? []
    held = chart.held[unit, default: []].reduce(into: [:]) { $0[$1] = chart.holders[$1]?[unit] }
  }

  /// Values are only ever added to a unit, so their numbers tell whether it changed.
  static func == (left: UnitView, right: UnitView) -> Bool {
    left.numbers == right.numbers && left.held == right.held
      && left.state?.secondaryParents == right.state?.secondaryParents && left.posts == right.posts
  }

  private var numbers: [Int] {
    guard let state else { return [] }
    return [
      state.end == nil ? 0 : 1, state.names.count, state.kinds.count, state.placements.count,
      state.codes.values.reduce(0) { $0 + $1.count },
      state.quotas.values.reduce(0) { $0 + $1.count },
    ]
  }
}
