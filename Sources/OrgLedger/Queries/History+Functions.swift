extension History {
  /// Who holds what on a day.
  ///
  /// - Parameter unit: Only what this unit is itself charged with, and not the parts that it answers
  ///   for as holder of the whole: whether nobody else is charged with those, the others say.
  /// - Returns: By name in Vietnamese order, then id and scope; functions that nobody holds any more
  ///   have no holders.
  /// - Complexity: O(*n*) in the number of facts.
  public func functions(asOf day: Day, unit: UnitID? = nil) -> FunctionHoldings {
    let folds = folds(on: day)
    let keys = folds.distinct.flatMap { chart in
      unit.map { Array(chart.held[$0, default: []]) } ?? Array(chart.holders.keys)
    }
    let holdings = Set(keys).sorted().map { key in
      let holders = holders(of: key, in: folds) { chart in
        guard let unit else { return chart.holders(of: key) }
        return chart.holders[key, default: [:]].filter { $0.key == unit }
      }
      let unstated = holders.isEmpty ? unstated(key, in: folds) : nil
      let definition = definition(of: key.function, in: folds)
      return FunctionHolding(
        id: key.function, name: definition?.name, scope: key.scope, parent: definition?.parent,
        holders: holders, unstated: unstated)
    }
    let order = Dictionary(
      holdings.map { ($0.id, VietnameseOrder($0.name ?? $0.id.text)) },
      uniquingKeysWith: { first, _ in first })
    // What is equal by name keeps the order of ids and scopes, in which the keys were.
    let sorted = holdings.enumerated().sorted { left, right in
      guard let first = order[left.element.id], let second = order[right.element.id],
        first != second
      else { return left.offset < right.offset }
      return first < second
    }
    return FunctionHoldings(asOf: day, functions: sorted.map(\.element))
  }

  /// Who holds a function on a day, in every scope, and by which events it came there.
  ///
  /// Of a part that never had a holder of its own the holders of the whole are told. Where the
  /// last holder left it and the sources do not say to whom, that is told; it is not nobody.
  ///
  /// - Complexity: O(*n*) in the number of facts.
  public func who(_ function: FunctionID, asOf day: Day) -> WhoAnswer {
    let folds = folds(on: day)
    let keys = Set(folds.distinct.flatMap { $0.lines(of: function) }).sorted()
    let holders = keys.flatMap { self.holders(of: $0, in: folds) }
    let path = Set(
      Fold.allCases.filter { $0 == .latest || foldsDiffer }.flatMap { fold in
        FunctionPath(ordered(fold), of: function, through: day).events
      })
    let unstated = keys.filter { self.holders(of: $0, in: folds).isEmpty }
      .compactMap { self.unstated($0, in: folds) }
    return WhoAnswer(
      function: function, asOf: day, holders: holders, unstated: unstated, path: inOrder(path),
      qualifications: qualifications(
        of: path.union(holders.map(\.event)).union(unstated.map(\.event))),
      functionName: definition(of: function, in: folds)?.name)
  }

  /// The function that a text means: an id, or the name with which it was written.
  ///
  /// Case, diacritics and the place of tone marks do not matter.
  ///
  /// - Parameter connecting: Words that abbreviations leave out, for the candidates of a name that
  ///   is none.
  /// - Throws: That several functions, or none, are meant, with candidates.
  public func function(
    _ text: String, connecting: Set<String> = []
  ) throws(FunctionReferenceError) -> FunctionID {
    let chart = folds(on: .distantFuture)
    let id = FunctionID(text)
    let known = Dictionary(
      chart.distinct.flatMap { $0.functions.values }.map { ($0.id, $0.name ?? $0.id.text) },
      uniquingKeysWith: { first, _ in first })
    if known[id] != nil { return id }
    let folded = FoldedText(text)
    let named = known.filter { FoldedText($0.value) == folded }
    if let only = named.first?.key, named.count == 1 { return only }
    func candidates(_ found: some Sequence<FunctionID>) -> [Candidate<FunctionID>] {
      found.map { Candidate(id: $0, name: known[$0] ?? "", from: nil, to: nil) }
    }
    if !named.isEmpty {
      throw .ambiguous(text: text, candidates: candidates(named.keys.sorted()))
    }
    let near = search(
      text, asOf: .distantFuture, limit: 5, connecting: connecting, only: [.function],
      always: chart)
    throw .notFound(text: text, nearest: candidates(near.hits.map { FunctionID($0.id) }))
  }

  /// What one unit holds in a chart, by function and scope.
  func functions(
    of unit: UnitID, in chart: OrgChart, _ certainty: AnswerCertainty
  ) -> [FunctionHolder] {
    chart.held[unit, default: []].sorted().compactMap { key in
      chart.holders[key]?[unit].map { holder(unit, $0, key, chart, certainty) }
    }
  }

  /// Those who hold a function in a scope in either fold: by role, then id.
  private func holders(of key: HoldingKey, in folds: Folds) -> [FunctionHolder] {
    holders(of: key, in: folds) { $0.holders(of: key) }
  }

  private func holders(
    of key: HoldingKey, in folds: Folds, _ found: (OrgChart) -> [UnitID: Holding]
  ) -> [FunctionHolder] {
    let (latest, earliest) = (found(folds.latest), found(folds.earliest))
    let units = Set(latest.keys).union(earliest.keys)
    return units.map { unit in
      let holding = latest[unit] ?? earliest[unit]
      let chart = latest[unit] == nil ? folds.earliest : folds.latest
      let agreed = latest[unit]?.role == earliest[unit]?.role
      return (unit, holding, chart, agreed ? AnswerCertainty.certain : .possible)
    }.compactMap { unit, holding, chart, certainty in
      holding.map { holder(unit, $0, key, chart, certainty) }
    }.sorted { ($0.role.rank, $0.unit) < ($1.role.rank, $1.unit) }
  }

  /// Where the sources stop to say who holds a function; `nil` where they do say it.
  private func unstated(_ key: HoldingKey, in folds: Folds) -> UnstatedHolder? {
    for chart in folds.distinct {
      guard let line = chart.line(of: key), let origin = chart.adrift[line] else { continue }
      let cause = cause(of: origin)
      return UnstatedHolder(scope: key.scope, since: cause.on, event: cause.event, cause: cause)
    }
    return nil
  }

  private func holder(
    _ unit: UnitID, _ holding: Holding, _ key: HoldingKey, _ chart: OrgChart,
    _ certainty: AnswerCertainty
  ) -> FunctionHolder {
    let cause = cause(of: holding.since)
    let line = chart.line(of: key) ?? key
    return FunctionHolder(
      unit: unit, name: chart.units[unit]?.name.full ?? "", role: holding.role, scope: key.scope,
      since: cause.on, event: cause.event, certainty: certainty,
      function: NamedFunction(
        id: line.function, name: chart.functions[line.function]?.name, scope: line.scope,
        scopeName: line.scope.flatMap { chart.units[$0]?.name.full }),
      cause: cause)
  }

  private func definition(of function: FunctionID, in folds: Folds) -> FunctionDefinition? {
    folds.latest.functions[function] ?? folds.earliest.functions[function]
  }

  /// Events in the order in which they took effect: that of the latest fold, then of the earliest.
  func inOrder(_ events: Set<EventID>) -> [EventID] {
    guard !events.isEmpty else { return [] }
    var left = events
    var found: [EventID] = []
    for fold in [Fold.latest, .earliest] where !left.isEmpty {
      for placed in ordered(fold) where left.remove(placed.fact.event.id) != nil {
        found.append(placed.fact.event.id)
      }
    }
    return found
  }
}

extension Role {
  /// Its place among the roles, the one that decides first.
  fileprivate var rank: Int {
    switch self {
    case .leads: 0
    case .coordinates: 1
    case .advises: 2
    }
  }
}
