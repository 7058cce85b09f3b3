/// What became, between two days, of the units that lived on the first: which of them is in which
/// unit, how much, and through which events.
///
/// Read once in the order of time, so that every path respects it.
///
/// - Complexity: O(*n* + *k*), *n* being the number of links and *k* how often something of an old
///   unit passes through one.
struct Flow {
  /// Something of an old unit in another one.
  struct Strand {
    var portion: Portion
    /// The events on its paths, as places in `events`, ascending.
    var path: [Int]
  }

  /// The linking events between the two days, in order.
  let events: [LinkedEvent]
  /// The organisation on the second day.
  private let chart: OrgChart
  private let old: Set<UnitID>
  /// By unit, then by the old unit of which something is in it; without those that nothing touched.
  private var strands: [UnitID: [UnitID: Strand]] = [:]

  /// - Precondition: Both are charts of one fold.
  init(from first: OrgChart, on day: Day, to second: OrgChart) {
    chart = second
    events = second.linkedEvents(after: day)
    old = Set(first.units.values.lazy.filter { $0.end == nil }.map(\.id))
    for index in events.indices { pass(index) }
  }

  /// The old units of which something is in a unit.
  func strands(in unit: UnitID) -> [UnitID: Strand] {
    strands[unit] ?? (old.contains(unit) ? [unit: Strand(portion: .whole, path: [])] : [:])
  }

  /// Whether something came into a unit or was given away by it.
  func touches(_ unit: UnitID) -> Bool { strands[unit] != nil }

  private mutating func pass(_ index: Int) {
    let event = events[index]
    var before: [UnitID: [UnitID: Strand]] = [:]
    var given: [UnitID: Portion] = [:]
    for link in event.links where before[link.from] == nil {
      before[link.from] = strands(in: link.from)
    }
    for link in event.links where goesOn(link.from, event) && !staysInside(link, event) {
      let portion = event.portion(of: link, in: chart)
      given[link.from] = given[link.from].map { $0 + portion } ?? portion
    }
    // What is given away is no longer there; the links all start from what was there before.
    for (unit, portion) in given {
      strands[unit] = before[unit]?.mapValues {
        Strand(portion: $0.portion * portion.remainder, path: $0.path)
      }
    }
    for link in event.links {
      carry(before[link.from], to: link.to, event.portion(of: link, in: chart), index)
    }
    for chain in event.chains { carry(before[chain.from], to: chain.to, .notStated, index) }
  }

  /// Whether a unit lives after the event, so that it keeps what it does not give.
  private func goesOn(_ unit: UnitID, _ event: LinkedEvent) -> Bool {
    chart.units[unit]?.end.map { event.origin.key < $0.key } ?? true
  }

  /// Whether a part comes to stand under the unit out of which it comes, and so takes nothing away.
  private func staysInside(_ link: Succession, _ event: LinkedEvent) -> Bool {
    chart.units[link.to]?.placements.contains {
      $0.since.event == event.origin.event && $0.value == .under(link.from)
    } ?? false
  }

  private mutating func carry(
    _ strands: [UnitID: Strand]?, to unit: UnitID, _ portion: Portion, _ index: Int
  ) {
    guard let strands, !strands.isEmpty else { return }
    var there = self.strands(in: unit)
    self.strands[unit] = nil
    for (source, strand) in strands {
      let part = Strand(portion: strand.portion * portion, path: strand.path.adding(index))
      if let own = there[source] {
        there[source] = Strand(
          portion: own.portion + part.portion, path: own.path.merged(with: part.path))
      } else {
        there[source] = part
      }
    }
    self.strands[unit] = there
  }
}

extension [Int] {
  /// With another place at the end, unless it stands there.
  fileprivate func adding(_ index: Int) -> [Int] { last == index ? self : self + [index] }

  /// The places of either, ascending, each once.
  fileprivate func merged(with other: [Int]) -> [Int] {
    self == other ? self : Set(self).union(other).sorted()
  }
}

extension Flow {
  /// The living units of the second day in which something of each old unit goes on, in order of
  /// birth, then id.
  var successors: [UnitID: [UnitID]] {
    var found: [UnitID: [UnitID]] = [:]
    let living = chart.units.values.filter { $0.end == nil && strands[$0.id] != nil }
      .sorted { ($0.birth.key, $0.id) < ($1.birth.key, $1.id) }
    for state in living {
      for source in strands(in: state.id).keys { found[source, default: []].append(state.id) }
    }
    return found
  }

  /// The events on the paths of a strand, in order.
  func path(_ strand: Strand) -> [EventID] { strand.path.map { events[$0].origin.event } }

  /// The events on paths that end in units which do not live on the second day.
  func lostPaths(of sources: Set<UnitID>) -> [UnitID: [EventID]] {
    var places: [UnitID: Set<Int>] = [:]
    for found in strands.values {
      for (source, strand) in found where sources.contains(source) {
        places[source, default: []].formUnion(strand.path)
      }
    }
    return places.mapValues { $0.sorted().map { events[$0].origin.event } }
  }
}
