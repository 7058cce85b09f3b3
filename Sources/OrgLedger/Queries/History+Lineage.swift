extension History {
  /// How a unit came to exist and what became of it, as far as links up to a day tell.
  ///
  /// The graph respects time: back from a link it follows only links that come earlier in the
  /// order, or in the same event; forward only later ones. Links of either fold of imprecise days
  /// count; those of one alone are possible.
  ///
  /// - Returns: `nil` where no such unit is known. A unit that begins later stands alone.
  /// - Complexity: O(*n* log *n*) in the number of facts.
  public func lineage(
    of unit: UnitID, asOf day: Day, _ direction: LineageDirection = .both
  ) -> Lineage? {
    let folds = folds(on: day)
    guard let own = folds.state(unit) ?? self.folds(on: .distantFuture).state(unit) else {
      return nil
    }
    let found = folds.distinct.map { chart in
      LinkPaths(chart).links(of: unit, direction).map { ($0, chart) }
    }
    var counts: [LinkInEvent: Int] = [:]
    for (entry, _) in found.joined() {
      counts[LinkInEvent(entry.link), default: 0] += 1
    }
    var edges: [LineageEdge] = []
    for (entry, chart) in found.joined() {
      // Links of both folds are told once, as the latest has them, which comes first.
      guard let count = counts.removeValue(forKey: LinkInEvent(entry.link)) else { continue }
      edges.append(edge(entry, in: chart, count == folds.distinct.count ? .certain : .possible))
    }
    let units = Set(edges.flatMap { [$0.from, $0.to] }).subtracting([unit])
    let states = [own] + units.compactMap { folds.state($0) }
    return Lineage(
      unit: unit,
      nodes: states.sorted { ($0.birth.key, $0.id) < ($1.birth.key, $1.id) }.map { state in
        LineageNode(
          id: state.id, name: state.name.full, kind: state.kind, from: self.day(of: state.birth),
          to: state.end.flatMap { $0.day <= day ? self.day(of: $0) : nil })
      },
      edges: inOrder(edges))
  }

  private func edge(
    _ entry: LinkPaths.Entry, in chart: OrgChart, _ certainty: AnswerCertainty
  ) -> LineageEdge {
    let cause = cause(of: entry.link.origin)
    let (share, basis) = entry.event.portion(of: entry.link, in: chart).shown()
    return LineageEdge(
      from: entry.link.from, to: entry.link.to, type: cause.type, on: cause.on,
      event: cause.event, instrument: cause.instrument, orderedBy: cause.orderedBy, share: share,
      basis: basis, certainty: certainty, stated: entry.link.shares)
  }

  /// Edges in the order of their events, those of one event by their units.
  private func inOrder(_ edges: [LineageEdge]) -> [LineageEdge] {
    let order = Dictionary(
      uniqueKeysWithValues: inOrder(Set(edges.map(\.event))).enumerated().map { ($1, $0) })
    return edges.sorted {
      (order[$0.event, default: 0], $0.from, $0.to) < (order[$1.event, default: 0], $1.from, $1.to)
    }
  }
}

/// A link and the event that makes it.
private struct LinkInEvent: Hashable {
  let event: EventID
  let from: UnitID
  let to: UnitID

  init(_ link: Succession) {
    event = link.origin.event
    from = link.from
    to = link.to
  }
}

/// The links that lead to a unit, or away from it, through time.
struct LinkPaths {
  /// A link with the event that makes it.
  struct Entry {
    let event: LinkedEvent
    let link: Succession
  }

  private let events: [LinkedEvent]

  init(_ chart: OrgChart) { events = chart.linkedEvents() }

  /// The links on any path from or to a unit that respects time.
  ///
  /// Read once in the order of time, or against it: whatever is reached by then was reached by
  /// links that stand on the right side of the one at hand.
  ///
  /// - Complexity: O(*n*) in the number of links; more only within an event that chains its own.
  func links(of unit: UnitID, _ direction: LineageDirection) -> [Entry] {
    switch direction {
    case .back: return follow(unit, events.reversed(), from: \.to, to: \.from)
    case .forward: return follow(unit, events, from: \.from, to: \.to)
    case .both:
      let back = links(of: unit, .back)
      let known = Set(back.map { LinkInEvent($0.link) })
      return back
        + links(of: unit, .forward).filter { !known.contains(LinkInEvent($0.link)) }
    }
  }

  private func follow(
    _ unit: UnitID, _ events: some Sequence<LinkedEvent>, from near: KeyPath<Succession, UnitID>,
    to far: KeyPath<Succession, UnitID>
  ) -> [Entry] {
    var reached: Set<UnitID> = [unit]
    var found: [Entry] = []
    for event in events {
      var rest = event.links
      // A link of the event may lead on to another one of it.
      while true {
        let taken = rest.filter { reached.contains($0[keyPath: near]) }
        if taken.isEmpty { break }
        found += taken.map { Entry(event: event, link: $0) }
        reached.formUnion(taken.map { $0[keyPath: far] })
        rest.removeAll { link in taken.contains { $0.from == link.from && $0.to == link.to } }
      }
    }
    return found
  }
}
