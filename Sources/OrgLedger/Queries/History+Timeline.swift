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
    var known: Set<UInt64> = []
    var exists = false
    for fold in foldsDiffer ? [Fold.latest, .earliest] : [.latest] {
      let facts = ordered(fold)
      var chart = OrgChart(before: facts)
      var last = UnitView(of: unit, in: chart)
      for placed in facts {
        let before = last
        chart.apply(placed)
        let after = UnitView(of: unit, in: chart)
        last = after
        guard after != before || placed.fact.event.mentions.contains(.unit(unit)) else { continue }
        guard known.insert(placed.fact.position).inserted else { continue }
        let facts = UnitFacts(of: placed.fact, for: unit, before, after, chart)
        found.append((placed.key, entry(placed.fact, facts.list)))
      }
      exists = exists || chart.units[unit] != nil
    }
    guard exists else { return nil }
    return UnitHistory(unit: unit, entries: found.sorted { $0.key < $1.key }.map(\.entry))
  }

  private func entry(_ fact: Fact, _ facts: [UnitFact]) -> HistoryEntry {
    let event = fact.event
    let described = event.details.description.map { [UnitFact.described($0)] } ?? []
    return HistoryEntry(
      on: fact.effectiveOn, event: event.id, type: event.type,
      summary: Summary(facts: facts + described, type: event.type),
      instrument: fact.act.instrument, orderedBy: fact.act.orderedBy,
      citations: fact.located(event.citations), alternatives: fact.locatedAlternatives,
      certainty: event.certainty, position: fact.position,
      recordedAt: Timestamp(fact.recordedAt, offsetMinutes: offsetMinutes),
      recordedBy: fact.recordedBy, term: event.term, note: event.note)
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
