/// The units that a claim counts, on one day.
struct ClaimCount {
  /// In lower case: a text may write Sở where the record has sở.
  let kinds: Set<String>
  let under: UnitID?
  let level: Claim.Level

  init(_ kinds: [String], under: UnitID?, level: Claim.Level) {
    self.kinds = Set(kinds.map { $0.lowercased() })
    self.under = under
    self.level = level
  }

  /// What both folds of imprecise days say, and the units of each fold, that of the latest first.
  ///
  /// - Complexity: O(*n* · *d*) in the units and their depth.
  func taken(
    on day: Day, in folds: Folds, _ coverage: [Coverage]
  ) -> (count: CountOnDay, units: [Set<UnitID>]) {
    let found = folds.distinct.map { taken(in: $0) }
    let counted = found.map(\.counted)
    let certain = counted.dropFirst().reduce(counted[0]) { $0.intersection($1) }
    let possible = counted.reduce(into: Set<UnitID>()) { $0.formUnion($1) }
    let unplaced = found.reduce(into: Set<UnitID>()) { $0.formUnion($1.unplaced) }
    let count = CountOnDay(
      day: day, certain: certain.count, possible: possible.count,
      unplaced: unplaced.subtracting(possible).count,
      isComplete: isComplete(on: day, in: folds, coverage))
    return (count, counted)
  }

  private func taken(in chart: OrgChart) -> (counted: Set<UnitID>, unplaced: Set<UnitID>) {
    var (counted, unplaced): (Set<UnitID>, Set<UnitID>) = ([], [])
    // There are few kinds and many units.
    var wanted: [String: Bool] = [:]
    for state in chart.units.values where state.end == nil && !state.collective {
      let kind = state.kind
      let isWanted = wanted[kind] ?? kinds.contains(kind.lowercased())
      wanted[kind] = isWanted
      guard isWanted else { continue }
      switch place(of: state, in: chart) {
      case .there: counted.insert(state.id)
      case .notStated: unplaced.insert(state.id)
      case .elsewhere: continue
      }
    }
    return (counted, unplaced)
  }

  private enum Place { case there, elsewhere, notStated }

  private func place(of state: UnitState, in chart: OrgChart) -> Place {
    guard let under else {
      if level == .all || state.placement == .top { return .there }
      return state.placement == .notStated ? .notStated : .elsewhere
    }
    if level == .direct {
      if state.placement == .notStated { return .notStated }
      return state.placement == .under(under) ? .there : .elsewhere
    }
    var (at, seen) = (state, Set<UnitID>())
    while seen.insert(at.id).inserted {
      switch at.placement {
      case .notStated: return .notStated
      case .top: return .elsewhere
      case .under(under): return .there
      case .under(let parent):
        guard let next = chart.units[parent] else { return .elsewhere }
        at = next
      }
    }
    return .elsewhere
  }

  /// Whether texts say that all units of these kinds are named: under this unit, under one above
  /// it on that day, or everywhere.
  private func isComplete(on day: Day, in folds: Folds, _ coverage: [Coverage]) -> Bool {
    let stated = coverage.filter { statement in
      guard Period(from: statement.from, to: statement.to).contains(day) else { return false }
      guard let whole = statement.under else { return true }
      guard let under else { return false }
      return under == whole
        || folds.distinct.allSatisfy { $0.ancestors(of: under).contains(whole) }
    }
    return kinds.isSubset(of: stated.flatMap(\.kinds).map { $0.lowercased() })
  }
}

extension OrgChart {
  /// The units above one, the nearest first.
  func ancestors(of unit: UnitID) -> [UnitID] {
    var (found, next) = ([UnitID](), units[unit]?.placement.parent)
    while let parent = next, !found.contains(parent), parent != unit {
      found.append(parent)
      next = units[parent]?.placement.parent
    }
    return found
  }
}
