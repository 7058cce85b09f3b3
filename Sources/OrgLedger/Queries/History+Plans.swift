extension History {
  /// What would be if proposed acts were enacted: the same history with them in every chart.
  ///
  /// They stand at their own place in the log and in the order of acts, and are not judged: an
  /// effect on a unit that is not there is passed over, as everywhere in the fold.
  ///
  /// - Throws: That an act is not recorded, was enacted anyway, or has no day.
  /// - Complexity: O(*n* log *n*) in the number of facts.
  public func scenario(_ chosen: [ScenarioAct]) throws(ScenarioError) -> History {
    var supposed: [UInt64: Fact] = [:]
    for fact in try self.supposed(chosen) { supposed[fact.position] = fact }
    return History(supposing: facts.map { supposed[$0.position] ?? $0 }, in: self).knowing(self)
  }

  /// What proposed acts would do if they were enacted, in log order.
  ///
  /// - Throws: As ``scenario(_:)``.
  /// - Complexity: O(*n*) in the number of facts.
  public func supposed(_ chosen: [ScenarioAct]) throws(ScenarioError) -> [Fact] {
    var days: [ActID: Day?] = [:]
    for choice in chosen {
      let act = acts[choice.act] ?? corrections.actsReplaced[choice.act].flatMap { acts[$0] }
      guard let act else { throw .unknownAct(choice.act) }
      guard act.status == .proposed else { throw .enacted(choice.act) }
      days[act.id] = .some(choice.day)
    }
    var supposed: [Fact] = []
    for fact in facts {
      guard let given = days[fact.act.id] else { continue }
      guard let day = given ?? fact.event.effectiveOn?.latest else { throw .noDay(fact.act.id) }
      var (event, act) = (fact.event, fact.act)
      event.effectiveOn = ImpreciseDay(day)
      act.status = .enacted
      supposed.append(
        Fact(
          event: event, act: act, position: fact.position, slot: fact.slot,
          actPosition: fact.actPosition, recordedAt: fact.recordedAt, recordedBy: fact.recordedBy,
          targets: fact.targets))
    }
    return supposed
  }

  /// Every plan held against what carries it out by a day.
  ///
  /// A plan is carried out by the acts that name it (`enacts`), so far as they have certainly taken
  /// effect by the day. Of their events each planned one is held against those of its type that
  /// together are no more than it, else against the one that shares most with it: type, units,
  /// functions. What differs is told, and not judged.
  ///
  /// - Parameters:
  ///   - unit: Only plans of which an event mentions the unit.
  ///   - unplanned: Whether the acts are told that carry out no plan, whatever unit is asked for. For
  ///     that it must be a history of everything; for the rest that of ``Scope/plans`` will do.
  /// - Complexity: O(*n* log *n*) in the number of facts, and in proportion to the events of a plan
  ///   times those that carry it out.
  public func plans(
    asOf day: Day, unit: UnitID? = nil, unplanned isUnplannedTold: Bool = false
  ) -> PlansAnswer {
    var events: [ActID: [Fact]] = [:]
    var done: [ActID: [Fact]] = [:]
    var unplanned: [ActID] = []
    for placed in ordered(.latest) where placed.key.day <= day {
      let act = placed.fact.act
      for plan in act.enacts {
        // It may have been replaced since.
        done[corrections.actsReplaced[plan] ?? plan, default: []].append(placed.fact)
      }
      if act.enacts.isEmpty, placed.fact.event.changesTheOrganisation, unplanned.last != act.id {
        unplanned.append(act.id)
      }
    }
    for fact in facts where fact.act.status == .proposed {
      events[fact.act.id, default: []].append(fact)
    }
    let plans = events.values.compactMap { planned -> PlanAnswer? in
      guard let act = planned.first?.act,
        unit.map({ unit in planned.contains { $0.event.unitsMentioned.contains(unit) } }) ?? true
      else { return nil }
      return plan(act, planned, done[act.id, default: []], asOf: day)
    }
    return PlansAnswer(
      asOf: day,
      plans: plans.sorted {
        let (left, right) = ($0.effectiveOn?.latest, $1.effectiveOn?.latest)
        return left == right
          ? $0.act < $1.act : (left ?? .distantFuture) < (right ?? .distantFuture)
      }, unplanned: isUnplannedTold ? unplanned.onceEach : nil,
      pilots: pilots(asOf: day))
  }

  private func plan(
    _ act: ActHeader, _ planned: [Fact], _ done: [Fact], asOf day: Day
  ) -> PlanAnswer {
    var left = done
    let events = planned.map { fact -> PlannedEvent in
      var chosen = left.indices.filter { left[$0].isPart(of: fact) }
      if chosen.count < 2 {
        chosen =
          left.indices.filter { left[$0].shared(with: fact) > 0 }
          .max { left[$0].shared(with: fact) < left[$1].shared(with: fact) }.map { [$0] } ?? []
      }
      let enacted = chosen.map { left[$0].event }
      for index in chosen.reversed() { left.remove(at: index) }
      return PlannedEvent(
        event: fact.event.id, type: fact.event.type, enacted: enacted.map(\.id),
        differences: enacted.joined.map { fact.event.differences(from: $0) } ?? [])
    }
    let isAsPlanned = events.allSatisfy { !$0.enacted.isEmpty && $0.differences.isEmpty }
    let days = act.effectiveOn.map { [$0] } ?? planned.compactMap(\.event.effectiveOn)
    let end = days.compactMap(\.latest).max()
    return PlanAnswer(
      act: act.id, instrument: act.instrument, effectiveOn: act.effectiveOn ?? days.first,
      outcome: done.isEmpty ? .notDone : isAsPlanned ? .asPlanned : .otherwise,
      overdue: done.isEmpty && end.map { $0 < day } ?? false,
      enactedBy: done.map(\.act.id).onceEach, events: events)
  }

  /// Every act that was to hold for a time, with what still holds of it.
  private func pilots(asOf day: Day) -> [PilotAnswer] {
    let pilots = Set(acts.values.filter { $0.status == .enacted && $0.plannedUntil != nil })
    guard !pilots.isEmpty else { return [] }
    let chart = chart(on: day, .latest)
    var events: [ActID: [Event]] = [:]
    var restored: Set<UnitID> = []
    for placed in ordered(.latest) where placed.key.day <= day {
      events[placed.fact.act.id, default: []].append(placed.fact.event)
      restored.formUnion(placed.fact.event.born.flatMap(\.restores))
    }
    return pilots.compactMap { act -> PilotAnswer? in
      guard let until = act.plannedUntil, let own = events[act.id] else { return nil }
      let ongoing = own.flatMap { event -> [UnitID] in
        let posts = chart.combinedPosts[event.details.posts.sorted()]?.event == event.id
        return event.born.map(\.id).filter(chart.isAlive)
          + event.ends.filter { !restored.contains($0) } + (posts ? event.persists : [])
      }
      return PilotAnswer(
        act: act.id, plannedUntil: until, overdue: until < day && !ongoing.isEmpty,
        ongoing: Set(ongoing).sorted())
    }.sorted { ($0.plannedUntil, $0.act) < ($1.plannedUntil, $1.act) }
  }
}

extension PlansAnswer {
  /// Only the plans and pilots that are overdue.
  public var onlyOverdue: PlansAnswer {
    PlansAnswer(
      asOf: asOf, plans: plans.filter(\.overdue), unplanned: nil,
      pilots: pilots.filter(\.overdue))
  }
}

extension History {
  /// Another history of the same texts and statements.
  fileprivate init(supposing facts: [Fact], in history: History) {
    self.init(
      facts: facts, instruments: Array(history.instruments.values),
      acts: Array(history.acts.values), claims: history.claims, conflicts: history.conflicts,
      coverage: history.coverage, offsetMinutes: history.offsetMinutes,
      head: Head(position: history.position, recordedAt: history.knownAt))
  }
}

extension Sequence where Element: Hashable {
  /// Its elements in order, each where it first comes.
  fileprivate var onceEach: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Fact {
  /// How much two events have in common: their units and functions, then their type.
  fileprivate func shared(with other: Fact) -> Int {
    let units = Set(event.participating).intersection(other.event.participating).count
    let functions = Set(event.functionMentions.map(\.id))
      .intersection(other.event.functionMentions.map(\.id)).count
    let both = 4 * units + 2 * functions
    return both == 0 ? 0 : both + (event.type == other.event.type ? 1 : 0)
  }
}

extension Fact {
  /// Whether it is of the type of a planned event and touches no unit but those of it.
  fileprivate func isPart(of planned: Fact) -> Bool {
    let units = Set(event.participating)
    return event.type == planned.event.type && !units.isEmpty
      && units.isSubset(of: planned.event.participating)
  }
}

extension [Event] {
  /// What events of one type do together; the day of the last of them.
  fileprivate var joined: Event? {
    guard var whole = first else { return nil }
    for event in dropFirst() {
      whole.ends += event.ends
      whole.persists += event.persists
      whole.born += event.born
      whole.details.functions += event.details.functions
      whole.details.posts += event.details.posts
      let (last, next) = (whole.effectiveOn?.latest, event.effectiveOn?.latest)
      if (last ?? .distantFuture) < (next ?? .distantFuture) {
        whole.effectiveOn = event.effectiveOn
      }
    }
    return whole
  }
}

extension Event {
  /// Whether it changes who there is and where, and does not merely put on record.
  fileprivate var changesTheOrganisation: Bool { type != .registered && type != .noted }

  /// In what an enacted event differs from this planned one.
  fileprivate func differences(from enacted: Event) -> [PlanDifference] {
    var found: [PlanDifference] = []
    func hold(_ difference: PlanDifference, _ isSame: Bool) {
      if !isSame { found.append(difference) }
    }
    let (planned, done) = (details, enacted.details)
    hold(.type, type == enacted.type)
    hold(.day, effectiveOn.map { $0.allows(enacted.effectiveOn) } ?? true)
    hold(.ends, Set(ends) == Set(enacted.ends))
    hold(.persists, Set(persists) == Set(enacted.persists))
    hold(.born, Set(born.map(\.id)) == Set(enacted.born.map(\.id)))
    hold(.from, planned.from == done.from)
    hold(.to, planned.to == done.to)
    hold(
      .functions,
      Set(functionMentions.map(\.id)) == Set(enacted.functionMentions.map(\.id)))
    let begun = Dictionary(
      enacted.born.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let births = born.compactMap { birth in begun[birth.id].map { (birth, $0) } }
    hold(.parent, planned.parent == done.parent && births.allSatisfy { $0.parent == $1.parent })
    hold(
      .name,
      planned.name == done.name && births.allSatisfy { $0.name.full == $1.name.full })
    hold(.kind, planned.kind == done.kind && births.allSatisfy { $0.kind == $1.kind })
    hold(.children, planned.children.saysTheSame(in: type, as: done.children, in: enacted.type))
    hold(
      .heldFunctions,
      planned.heldFunctions.saysTheSame(in: type, as: done.heldFunctions, in: enacted.type))
    hold(.posts, Set(planned.posts) == Set(done.posts))
    hold(
      .value,
      planned.scheme == done.scheme && planned.value == done.value
        && planned.period == done.period)
    return found
  }
}

extension Policy {
  /// Whether it and that of another event say the same, however it is written.
  fileprivate func saysTheSame(
    in type: EventType, as other: Policy, in otherType: EventType
  ) -> Bool {
    // That types differ is told as such.
    addsNothing(to: type) && other.addsNothing(to: otherType)
      || follows(in: type) == other.follows(in: otherType) && entryList == other.entryList
  }
}

extension ImpreciseDay {
  /// Whether a day lies wholly within this planned one.
  fileprivate func allows(_ day: ImpreciseDay?) -> Bool {
    guard let day else { return false }
    let (from, to) = (day.earliest ?? .distantPast, day.latest ?? .distantFuture)
    return (earliest ?? .distantPast) <= from && to <= (latest ?? .distantFuture)
  }
}
