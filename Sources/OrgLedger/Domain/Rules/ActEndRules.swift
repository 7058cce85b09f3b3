/// What must hold when an act is over: the tree, what the ended leave, names, functions.
enum ActEndRules {
  static func check(
    _ last: Placed, _ changes: Changes, after chart: OrgChart, known: Set<UnitID>,
    _ functions: Set<FunctionID>? = nil
  ) -> [Violation] {
    left(last, changes, chart, known, functions) + tree(last, changes, chart, known)
      + holders(last, changes, chart, known, functions) + homonyms(last, changes, chart, known)
      + lives(last, changes, chart, known) + secondary(last, changes, chart, known)
  }

  private static func left(
    _ last: Placed, _ changes: Changes, _ chart: OrgChart, _ known: Set<UnitID>,
    _ functions: Set<FunctionID>?
  ) -> [Violation] {
    changes.ended.filter(known.contains).sorted().flatMap { unit -> [Violation] in
      let end = chart.units[unit]?.end?.event
      var found: [Violation] = []
      let children = chart.children[unit, default: []].filter {
        known.contains($0) && chart.isAlive($0)
      }
      if !children.isEmpty {
        found.append(
          Violation(
            .uncoveredChildren, unit: unit, day: last.key.day, event: end,
            about: children.sorted().map(\.text)))
      }
      let held = chart.held[unit, default: []].filter {
        functions?.contains($0.function) ?? true
      }
      if !held.isEmpty {
        found.append(
          Violation(
            .uncoveredFunctions, unit: unit, day: last.key.day, event: end,
            about: held.sorted().map(\.function.text)))
      }
      return found
    }
  }

  private static func tree(
    _ last: Placed, _ changes: Changes, _ chart: OrgChart, _ known: Set<UnitID>
  ) -> [Violation] {
    changes.placed.filter(known.contains).sorted().flatMap { unit -> [Violation] in
      guard chart.isAlive(unit), let placement = chart.units[unit]?.placements.last,
        let parent = placement.value.parent, known.contains(parent)
      else { return [] }
      if !chart.isAlive(parent) {
        // A parent that ended in this act has left a child, which is said above.
        if changes.ended.contains(parent) { return [] }
        let end = chart.units[parent]?.end
        return [
          Violation(
            .parentNotAlive, unit: unit, day: last.key.day, event: placement.since.event,
            about: [parent.text, end.map { $0.day.description } ?? "unborn"])
        ]
      }
      guard let cycle = chart.cycle(from: unit) else { return [] }
      return [
        Violation(
          .cycle, unit: unit, day: last.key.day, event: placement.since.event,
          about: cycle.map(\.text))
      ]
    }
  }

  private static func holders(
    _ last: Placed, _ changes: Changes, _ chart: OrgChart, _ known: Set<UnitID>,
    _ functions: Set<FunctionID>?
  ) -> [Violation] {
    let unreceived = changes.unreceived.compactMap { key, unit, origin -> Violation? in
      guard known.contains(unit), functions?.contains(key.function) ?? true else { return nil }
      return Violation(
        .holderNotAlive, unit: unit, day: last.key.day, event: origin.event,
        about: [key.function.text])
    }
    return unreceived
      + changes.holdings.sorted().flatMap { key -> [Violation] in
        guard functions?.contains(key.function) ?? true else { return [] }
        let holders = chart.holders[key, default: [:]].filter { known.contains($0.key) }
        var found: [Violation] = []
        for (unit, holding) in holders.sorted(by: { $0.key < $1.key })
        where !chart.isAlive(unit) && !changes.ended.contains(unit) {
          found.append(
            Violation(
              .holderNotAlive, unit: unit, day: last.key.day, event: holding.since.event,
              about: [key.function.text]))
        }
        let leaders = holders.filter { $0.value.role == .leads }.keys.sorted()
        if leaders.count > 1 {
          found.append(
            Violation(
              .functionLedByTwo, unit: leaders.first, day: last.key.day,
              event: leaders.compactMap { holders[$0]?.since }.max { $0.key < $1.key }?.event,
              about: [key.function.text] + leaders.map(\.text)))
        }
        if holders.isEmpty, let origin = changes.adrift[key] {
          found.append(
            Violation(
              .functionHeldByNobody, day: last.key.day, event: origin.event,
              about: [key.function.text]))
        }
        return found
      }
  }

  /// A second parent must be there, and another body than its child.
  private static func secondary(
    _ last: Placed, _ changes: Changes, _ chart: OrgChart, _ known: Set<UnitID>
  ) -> [Violation] {
    changes.linked.compactMap { unit, parent, origin in
      guard known.contains(unit), known.contains(parent) else { return nil }
      if unit == parent {
        return Violation(
          .cycle, unit: unit, day: last.key.day, event: origin.event, about: [unit.text])
      }
      guard !chart.isAlive(parent) else { return nil }
      let end = chart.units[parent]?.end
      return Violation(
        .parentNotAlive, unit: unit, day: last.key.day, event: origin.event,
        about: [parent.text, end.map { $0.day.description } ?? "unborn"])
    }
  }

  private static func homonyms(
    _ last: Placed, _ changes: Changes, _ chart: OrgChart, _ known: Set<UnitID>
  ) -> [Violation] {
    changes.named.union(changes.placed).filter(known.contains).sorted()
      .compactMap { unit -> Violation? in
        guard chart.isAlive(unit), let state = chart.units[unit],
          let parent = state.placement.parent, let named = state.names.last?.since,
          let placed = state.placements.last?.since
        else { return nil }
        let namesakes = chart.children[parent, default: []].filter {
          $0 != unit && known.contains($0) && chart.units[$0]?.name.full == state.name.full
        }
        guard !namesakes.isEmpty else { return nil }
        return Violation(
          .homonym, unit: unit, day: last.key.day,
          event: (named.key < placed.key ? placed : named).event,
          about: [state.name.full] + namesakes.sorted().map(\.text))
      }
  }

  private static func lives(
    _ last: Placed, _ changes: Changes, _ chart: OrgChart, _ known: Set<UnitID>
  ) -> [Violation] {
    changes.ended.filter(known.contains).sorted().compactMap { unit in
      guard let state = chart.units[unit], let end = state.end, end.day == state.birth.day,
        end.day > .distantPast
      else { return nil }
      return Violation(.lifeOfNoLength, unit: unit, day: end.day, event: end.event)
    }
  }
}

extension OrgChart {
  /// The units from one up to itself, if it stands under itself.
  func cycle(from unit: UnitID) -> [UnitID]? {
    var (path, seen) = ([unit], Set([unit]))
    while let last = path.last, let parent = units[last]?.placement.parent {
      if parent == unit { return path }
      guard seen.insert(parent).inserted else { return nil }
      path.append(parent)
    }
    return nil
  }
}
