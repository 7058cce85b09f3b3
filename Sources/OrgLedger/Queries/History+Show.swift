extension History {
  /// One unit on a day: its names, places and kinds up to then, and what it holds.
  ///
  /// Of a unit that has ended it is the state of the last day on which it lived, of one that is
  /// still to come that of its first day; of one that was born and ended on one day the state
  /// right before its end.
  ///
  /// - Returns: `nil` where no such unit is known.
  /// - Complexity: O(*n*) in the number of facts.
  public func show(_ unit: UnitID, asOf day: Day) -> UnitAnswer? {
    let folds = folds(on: day)
    if folds.isAlive(unit) {
      return answer(unit, .alive, in: folds.shown(unit), folds.certainty(of: unit), folds)
    }
    if let state = folds.state(unit), let end = state.end {
      let fold: Fold = folds.latest.units[unit] == nil ? .earliest : .latest
      return answer(
        unit, .ended, in: chart(beforeTheEnd: end, of: unit, fold), certaintyOfLife(unit), folds)
    }
    for fold in [Fold.latest, .earliest] {
      guard let chart = chart(afterTheBirthOf: unit, fold) else { continue }
      return answer(unit, .notYet, in: chart, certaintyOfLife(unit), folds)
    }
    return nil
  }

  /// Whether both folds know a unit at all.
  private func certaintyOfLife(_ unit: UnitID) -> AnswerCertainty {
    guard foldsDiffer else { return .certain }
    let inLatest = ordered(.latest).contains { $0.fact.event.begins(unit) }
    return inLatest ? .certain : .possible
  }

  /// The organisation on the last day on which a unit lived.
  private func chart(beforeTheEnd end: Origin, of unit: UnitID, _ fold: Fold) -> OrgChart {
    let dayBefore = chart(on: end.day.previous, fold)
    if end.day != .distantPast, dayBefore.isAlive(unit) { return dayBefore }
    let facts = ordered(fold)
    var chart = OrgChart(before: facts)
    for placed in facts.prefix(while: { $0.key < end.key }) { chart.apply(placed) }
    return chart
  }

  /// The organisation at the end of the day on which a unit begins, or, where it ends on the same
  /// day, right after its birth.
  private func chart(afterTheBirthOf unit: UnitID, _ fold: Fold) -> OrgChart? {
    let facts = ordered(fold)
    guard let index = facts.firstIndex(where: { $0.fact.event.begins(unit) })
    else { return nil }
    let evening = chart(on: facts[index].key.day, fold)
    if evening.isAlive(unit) { return evening }
    var chart = OrgChart(before: facts)
    for placed in facts[...index] { chart.apply(placed) }
    return chart
  }

  private func answer(
    _ unit: UnitID, _ status: UnitStatus, in chart: OrgChart, _ certainty: AnswerCertainty,
    _ folds: Folds
  ) -> UnitAnswer? {
    guard let state = chart.units[unit] else { return nil }
    let end = status == .ended ? folds.state(unit)?.end : nil
    let tree = status == .alive ? ChartTree(folds) : ChartTree(Folds(latest: chart, earliest: nil))
    let detail = UnitDetail(
      row: row(state, in: chart, certainty), status: status,
      names: namesJoined(to: unit)
        + periods(state.names, until: end).map {
          NamePeriod(
            name: $0.value.full, shortName: $0.value.short, from: $0.cause.on, to: $0.to,
            event: $0.cause.event, cause: $0.cause)
        },
      parents: periods(state.placements, until: end).map {
        ParentPeriod(
          parent: $0.value.parent, parentKnown: $0.value != .notStated, from: $0.cause.on,
          to: $0.to, event: $0.cause.event, cause: $0.cause)
      },
      kinds: periods(state.kinds, until: end).map {
        KindPeriod(
          kind: $0.value, from: $0.cause.on, to: $0.to, event: $0.cause.event, cause: $0.cause)
      },
      children: tree.children[state.id, default: []], quotas: quotas(of: state),
      codes: codes(of: state), functions: functions(of: state.id, in: chart, certainty),
      combinedPosts: combinedPosts(of: state.id, in: chart) { posts in
        status != .alive || folds.distinct.allSatisfy { $0.combinedPosts[posts] != nil }
      },
      secondParents: secondParents(of: state),
      birth: cause(of: state.birth), end: end.map(cause(of:)))
    return UnitAnswer(unit: detail, qualifications: qualifications(of: detail.events))
  }

  /// The names under which it was recorded by other ids, until the record said that these are its
  /// own.
  private func namesJoined(to unit: UnitID) -> [NamePeriod] {
    corrections.birthsJoined(by: identities).filter { identities($0.birth.id) == unit }.map {
      birth, taken in
      let event = taken.fact.event
      let known = taken.by.recordedAt.day(offsetMinutes: offsetMinutes)
      let until = taken.by.event.effectiveOn ?? ImpreciseDay(known)
      return NamePeriod(
        name: birth.name.full, shortName: birth.name.short, from: taken.fact.effectiveOn, to: until,
        event: event.id,
        cause: Cause(
          event: event.id, type: event.type, on: taken.fact.effectiveOn,
          instrument: taken.fact.act.instrument, orderedBy: taken.fact.act.orderedBy))
    }
  }

  private func quotas(of state: UnitState) -> [QuotaPeriod] {
    state.quotas.sorted { $0.key < $1.key }.compactMap { $0.value.last }.map {
      let cause = cause(of: $0.since)
      return QuotaPeriod(
        scheme: $0.value.scheme, value: $0.value.value, period: $0.value.period, from: cause.on,
        event: cause.event, cause: cause)
    }
  }

  private func codes(of state: UnitState) -> [CodePeriod] {
    state.codes.sorted { $0.key < $1.key }.compactMap { scheme, values in
      guard let last = values.last, let value = last.value else { return nil }
      let cause = cause(of: last.since)
      return CodePeriod(code: Code(scheme: scheme, value: value), from: cause.on, cause: cause)
    }
  }

  /// The periods of values that follow each other; those of no length, and those in which nothing
  /// new was said, are left out.
  private func periods<Value>(
    _ values: [Dated<Value>], until end: Origin?
  ) -> [(value: Value, cause: Cause, to: ImpreciseDay?)] {
    var kept: [Dated<Value>] = []
    for (index, value) in values.enumerated() {
      let next = index + 1 < values.count ? values[index + 1].since : end
      if let next, next.day <= value.since.day { continue }
      if kept.last?.value != value.value { kept.append(value) }
    }
    return kept.enumerated().map { index, value in
      let next = index + 1 < kept.count ? kept[index + 1].since : end
      return (value.value, cause(of: value.since), next.map { self.day(of: $0) })
    }
  }
}

extension UnitDetail {
  /// The events that make it so.
  fileprivate var events: Set<EventID> {
    let periods =
      names.map(\.event) + parents.map(\.event) + kinds.map(\.event) + quotas.map(\.event)
    let held = functions.map(\.event) + combinedPosts.map(\.event) + secondParents.map(\.event)
    return Set(periods + held + codes.map(\.cause.event) + [birth.event])
      .union(end.map { [$0.event] } ?? [])
  }
}
