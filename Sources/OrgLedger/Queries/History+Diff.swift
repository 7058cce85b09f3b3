extension History {
  /// What differs between two days.
  ///
  /// An event of imprecise day counts from its latest day on, when it has certainly happened. But
  /// what may have stood already on the first day is not said to be born between the two.
  ///
  /// - Throws: That the second day is before the first.
  /// - Complexity: O(*n* log *n*) in the number of facts.
  public func diff(from: Day, to: Day) throws(TwoDaysError) -> Diff {
    guard from <= to else { throw .reversed(from: from, to: to) }
    let days = TwoDays(standingEarly, from, to)
    let successors = Flow(from: days.first, on: from, to: days.second).successors
    let before = days.first.units.values.filter { $0.end == nil }
    let after = days.second.units.values.filter { $0.end == nil }
    let pairs: [(old: UnitState, new: UnitState)] = after.compactMap { new in
      guard let old = days.first.units[new.id], old.end == nil else { return nil }
      return (old, new)
    }
    return Diff(
      from: from, to: to,
      born: inOrder(
        after.filter { !days.first.isAlive($0.id) }.map {
          (
            $0.birth, $0.id,
            Diff.Born(
              unit: $0.id, name: $0.name.full, kind: $0.kind, event: $0.birth.event,
              collective: $0.collective)
          )
        }),
      ended: inOrder(
        before.compactMap { old in
          guard let end = days.second.units[old.id]?.end else { return nil }
          return (
            end, old.id,
            Diff.Ended(
              unit: old.id, into: successors[old.id, default: []], event: end.event,
              collective: old.collective, name: old.name.full)
          )
        }),
      renamed: changes(pairs, \.names) { $0.full },
      reclassified: changes(pairs, \.kinds) { $0 },
      reparented: changes(pairs, \.placements) { ParentValue(placement: $0) },
      identifiers: inOrder(pairs.flatMap(codeChanges)), functions: functionChanges(days))
  }

  /// The facts of the latest fold, but with births out of nothing at their earliest place.
  private var standingEarly: OrderedFacts {
    let latest = ordered(.latest)
    guard foldsDiffer else { return latest }
    let early = Dictionary(
      uniqueKeysWithValues: ordered(.earliest).lazy.filter {
        $0.fact.effectiveOn.exact == nil && $0.fact.event.isOnlyBirth
      }.map { ($0.fact.position, $0.key) })
    let placed = latest.map { placed in
      var placed = placed
      placed.key = early[placed.fact.position] ?? placed.key
      return placed
    }.sorted { $0.key < $1.key }
    return OrderedFacts(placed, definitions: latest.definitions)
  }

  /// The values that differ, with the event that made the last one so.
  private func changes<Stated, Shown>(
    _ pairs: [(old: UnitState, new: UnitState)], _ values: KeyPath<UnitState, [Dated<Stated>]>,
    _ show: (Stated) -> Shown
  ) -> [Diff.Change<Shown>] {
    inOrder(
      pairs.compactMap { old, new in
        guard let one = old[keyPath: values].last, let two = new[keyPath: values].last else {
          return nil
        }
        let (before, after) = (show(one.value), show(two.value))
        guard before != after else { return nil }
        return (
          two.since, new.id,
          Diff.Change(
            unit: new.id, before: before, after: after, event: two.since.event,
            collective: new.collective)
        )
      })
  }

  private func codeChanges(
    _ old: UnitState, _ new: UnitState
  ) -> [(Origin, UnitID, Diff.CodeChange)] {
    new.codes.sorted { $0.key < $1.key }.compactMap { scheme, values in
      let before = old.codes[scheme]?.last?.value
      guard let last = values.last, last.value != before else { return nil }
      return (
        last.since, new.id,
        Diff.CodeChange(
          unit: new.id, scheme: scheme, before: before, after: last.value,
          event: last.since.event)
      )
    }
  }

  /// Who gave a function up and who took it, paired where one of the two is one unit.
  private func functionChanges(_ days: TwoDays) -> [Diff.FunctionChange] {
    var found: [(Origin, UnitID, Diff.FunctionChange)] = []
    for key in days.lastTouch.keys.sorted() {
      guard let origin = days.lastTouch[key] else { continue }
      let old = Set(days.first.holders(of: key).keys)
      let new = Set(days.second.holders(of: key).keys)
      for (from, to) in Self.pairs(old.subtracting(new).sorted(), new.subtracting(old).sorted()) {
        let origin = to.flatMap { days.second.holders[key]?[$0]?.since } ?? origin
        found.append(
          (
            origin, to ?? from ?? "",
            Diff.FunctionChange(
              function: key.function, scope: key.scope, from: from, to: to,
              // Before its first mention nothing is known of it.
              fromKnown: from != nil
                || days.first.line(of: key) != nil && days.first.adrift[key] == nil,
              toKnown: to != nil || days.second.adrift[key] == nil, event: origin.event,
              name: days.second.functions[key.function]?.name)
          ))
      }
    }
    return inOrder(found)
  }

  private static func pairs(_ lost: [UnitID], _ gained: [UnitID]) -> [(UnitID?, UnitID?)] {
    if lost.count == 1 && !gained.isEmpty { return gained.map { (lost[0], $0) } }
    if gained.count == 1 && !lost.isEmpty { return lost.map { ($0, gained[0]) } }
    return lost.map { ($0, nil) } + gained.map { (nil, $0) }
  }

  /// By the order of the events, then of the units.
  private func inOrder<Row>(_ rows: [(Origin, UnitID, Row)]) -> [Row] {
    rows.sorted { ($0.0.key, $0.1) < ($1.0.key, $1.1) }.map(\.2)
  }
}

extension Event {
  /// Whether units begin by it and no other takes part.
  fileprivate var isOnlyBirth: Bool { !born.isEmpty && ends.isEmpty && persists.isEmpty }
}
