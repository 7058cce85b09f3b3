/// What an event meant for a unit, read from what changed and from the links of the event.
struct UnitFacts {
  private(set) var list: [UnitFact] = []
  private let unit: UnitID
  private let event: EventID
  private let chart: OrgChart

  /// - Parameter chart: The organisation right after the event.
  init(
    of fact: Fact, for unit: UnitID, _ before: UnitView, _ after: UnitView, _ chart: OrgChart
  ) {
    self.unit = unit
    event = fact.event.id
    self.chart = chart
    let effects = fact.effects
    guard let now = after.state else { return }
    let old = before.state
    if old == nil {
      list.append(
        .born(
          name: now.names.first?.value.full ?? "", kind: now.kinds.first?.value ?? "",
          under: now.placements.first?.value.parent.map(named)))
    }
    addLinks(effects)
    // The first values belong to the birth.
    let start = old == nil ? 1 : 0
    list += now.names.dropFirst(max(start, old?.names.count ?? 0)).map { .named($0.value) }
    list += now.kinds.dropFirst(max(start, old?.kinds.count ?? 0)).map { .classified($0.value) }
    list += now.placements.dropFirst(max(start, old?.placements.count ?? 0)).map {
      .placed($0.value, under: $0.value.parent.map(named))
    }
    addHoldings(before.held, after.held)
    addScopes(effects)
    for (scheme, values) in now.codes.sorted(by: { $0.key < $1.key }) {
      list += values.dropFirst(old?.codes[scheme]?.count ?? 0).map {
        .coded(scheme: scheme, value: $0.value)
      }
    }
    for (scheme, values) in now.quotas.sorted(by: { $0.key < $1.key }) {
      list += values.dropFirst(old?.quotas[scheme]?.count ?? 0).map { .quota($0.value) }
    }
    // By what is so before and after: an end of another unit takes these away too.
    let (parents, oldParents) = (now.secondaryParents, old?.secondaryParents ?? [:])
    for parent in Set(parents.keys).union(oldParents.keys).sorted()
    where parents[parent] != oldParents[parent] {
      list.append(
        .linked(
          to: named(parent), role: (parents[parent] ?? oldParents[parent])?.value,
          holds: parents[parent] != nil))
    }
    for posts in before.posts.subtracting(after.posts).inOrder {
      list.append(.posted(posts, holds: false))
    }
    for posts in after.posts.subtracting(before.posts).inOrder {
      list.append(.posted(posts, holds: true))
    }
    if old?.end == nil, now.end != nil { list.append(.ended) }
  }

  private func named(_ unit: UnitID) -> NamedUnit {
    NamedUnit(id: unit, name: chart.units[unit]?.name.full ?? unit.text)
  }

  private mutating func addLinks(_ effects: [Effect]) {
    var (sources, targets): ([NamedUnit], [NamedUnit]) = ([], [])
    for case .succeeded(let from, let to, _) in effects {
      if to == unit { sources.append(named(from)) }
      if from == unit { targets.append(named(to)) }
    }
    if !sources.isEmpty { list.append(.receives(sources)) }
    if !targets.isEmpty { list.append(.goesOnIn(targets)) }
  }

  private mutating func addHoldings(_ old: [HoldingKey: Holding], _ new: [HoldingKey: Holding]) {
    for (key, holding) in new.sorted(by: { $0.key < $1.key }) where old[key] != holding {
      list.append(.holds(function(key), holding.role))
    }
    for key in old.keys.sorted() where new[key] == nil {
      // Whoever holds it since the same event took it over.
      let next = chart.holders[key]?.filter { $0.value.since.event == event }.keys.sorted()
      list.append(.noLongerHolds(function(key), to: next?.first.map(named)))
    }
  }

  private func function(_ key: HoldingKey) -> NamedFunction {
    NamedFunction(
      id: key.function, name: chart.functions[key.function]?.name, scope: key.scope,
      scopeName: key.scope.flatMap { chart.units[$0]?.name.full })
  }

  /// Functions that others hold for its ground or people.
  private mutating func addScopes(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .functionHeld(let mention, let holder, let role)
      where mention.scope == unit && holder != unit:
        list.append(.scopeOf(function(mention), from: nil, to: named(holder), role))
      case .functionReleased(let mention, let holder, let next)
      where mention.scope == unit && holder != unit && next != unit:
        list.append(.scopeOf(function(mention), from: named(holder), to: next.map(named), nil))
      default: continue
      }
    }
  }

  private func function(_ mention: FunctionMention) -> NamedFunction {
    function(HoldingKey(mention.id, scope: mention.scope))
  }
}

extension Set<[Post]> {
  /// One order of combined posts, whatever the set's.
  fileprivate var inOrder: [[Post]] { sorted { $0.lexicographicallyPrecedes($1) } }
}
