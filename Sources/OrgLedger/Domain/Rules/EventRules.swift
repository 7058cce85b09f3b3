/// What an event must find where it stands, judged on the state just before it.
enum EventRules {
  static func check(
    _ placed: Placed, before chart: OrgChart, known: Set<UnitID>,
    _ touched: Set<FunctionID>? = nil
  ) -> [Violation] {
    let event = placed.fact.event
    var found: [Violation] = []
    for unit in event.participating where known.contains(unit) {
      found += fate(of: unit, in: event, placed, chart)
    }
    // On a unit that is not there nothing else can be said.
    guard found.isEmpty else { return found }
    found += restored(event, placed, chart, known)
    found += unchanged(event, placed, chart, known, touched)
    found += codes(event, placed, chart, known)
    found += functions(event, placed, chart, known, touched)
    found += entries(event, placed, chart, known, touched)
    return found
  }

  private static func fate(
    of unit: UnitID, in event: Event, _ placed: Placed, _ chart: OrgChart
  ) -> [Violation] {
    let state = chart.units[unit]
    if event.born.contains(where: { $0.id == unit }) {
      guard let state else { return [] }
      return [
        Violation(
          .bornTwice, unit: unit, day: placed.key.day, event: event.id,
          about: [state.birth.event.text])
      ]
    }
    if state == nil {
      return [
        Violation(.notAlive, unit: unit, day: placed.key.day, event: event.id, about: ["unborn"])
      ]
    }
    guard let end = state?.end else { return [] }
    return [
      Violation(
        .notAlive, unit: unit, day: placed.key.day, event: event.id,
        about: ["ended", end.day.description, end.event.text])
    ]
  }

  private static func restored(
    _ event: Event, _ placed: Placed, _ chart: OrgChart, _ known: Set<UnitID>
  ) -> [Violation] {
    event.born.flatMap(\.restores).filter { known.contains($0) && chart.units[$0]?.end == nil }
      .map { Violation(.restoresLiving, unit: $0, day: placed.key.day, event: event.id) }
  }

  /// An event that states what holds already says nothing, and hides a mistake.
  private static func unchanged(
    _ event: Event, _ placed: Placed, _ chart: OrgChart, _ known: Set<UnitID>,
    _ touched: Set<FunctionID>?
  ) -> [Violation] {
    // All the functions of an event are touched or none is.
    if let touched, !event.details.functions.allSatisfy({ touched.contains($0.id) }) { return [] }
    let begun = Set(event.born.map(\.id))
    var changing: [UnitID: Bool] = [:]
    for effect in placed.fact.effects {
      guard let (unit, changes) = chart.change(by: effect), !begun.contains(unit),
        known.contains(unit)
      else { continue }
      changing[unit] = changing[unit, default: false] || changes
    }
    if event.type == .postsCombined || event.type == .postsUncombined {
      let combined = chart.combinedPosts[event.details.posts.sorted()] != nil
      if combined == (event.type == .postsCombined), let unit = event.persists.first {
        changing[unit] = false
      }
    }
    return changing.filter { !$0.value }.keys.sorted().map {
      Violation(.noChange, unit: $0, day: placed.key.day, event: event.id)
    }
  }

  private static func codes(
    _ event: Event, _ placed: Placed, _ chart: OrgChart, _ known: Set<UnitID>
  ) -> [Violation] {
    guard event.type == .identifierRetired, let scheme = event.details.scheme,
      let value = event.details.value
    else { return [] }
    return event.persists.filter {
      known.contains($0) && (chart.units[$0]?.codes[scheme]?.last?.value ?? value) != value
    }.map {
      Violation(
        .codeNotBorne, unit: $0, day: placed.key.day, event: event.id, about: [scheme, value])
    }
  }

  private static func functions(
    _ event: Event, _ placed: Placed, _ chart: OrgChart, _ known: Set<UnitID>,
    _ touched: Set<FunctionID>?
  ) -> [Violation] {
    guard !event.details.functions.isEmpty, event.type != .functionAssigned else { return [] }
    // Several functions of one event may rest on each other: a whole is released after its part.
    var chart = chart
    chart.changes = nil
    var found: [Violation] = []
    for effect in placed.fact.effects {
      if case .functionReleased(let mention, let unit, _) = effect, known.contains(unit),
        touched?.contains(mention.id) ?? true
      {
        chart.define(mention)
        let key = chart.holdingKey(of: mention, by: unit)
        if chart.holders(of: key)[unit] == nil {
          found.append(
            Violation(
              .functionNotHeld, unit: unit, day: placed.key.day, event: event.id,
              about: [mention.id.text]
                + chart.holders(of: key).keys.sorted().map(\.text)))
        }
        chart.apply(effect, from: placed.origin)
      }
    }
    return found
  }

  /// An entry for what is no child, or not held, is ignored; the person is told.
  private static func entries(
    _ event: Event, _ placed: Placed, _ chart: OrgChart, _ known: Set<UnitID>,
    _ touched: Set<FunctionID>?
  ) -> [Violation] {
    var leaving = Set(event.ends)
    for entry in event.details.children.entryList where entry.destination == .ends {
      leaving.insert(entry.key)
    }
    let children = event.details.children.entryList.filter { entry in
      known.contains(entry.key)
        && !(chart.units[entry.key]?.placement.parent.map(leaving.contains) ?? false)
    }.map(\.key.text)
    let functions = event.details.heldFunctions.entryList.filter { entry in
      !leaving.contains { unit in
        chart.held[unit]?.contains { $0.function == entry.key } ?? false
      } && leaving.isSubset(of: known) && (touched?.contains(entry.key) ?? true)
    }.map(\.key.text)
    return (children + functions).map {
      Violation(
        .entryForNoChild, unit: event.ends.first, day: placed.key.day, event: event.id,
        about: [$0])
    }
  }
}

extension OrgChart {
  /// The unit whose state an effect is about, and whether it would change anything; `nil` for
  /// effects that cannot repeat what holds.
  func change(by effect: Effect) -> (UnitID, Bool)? {
    switch effect {
    case .named(let unit, let name): return (unit, units[unit]?.name != name)
    case .classified(let unit, let kind): return (unit, units[unit]?.kind != kind)
    case .placed(let unit, let placement): return (unit, units[unit]?.placement != placement)
    case .coded(let unit, let scheme, let value):
      return (unit, (units[unit]?.codes[scheme]?.last?.value ?? nil) != value)
    case .quota(let unit, let quota):
      return (unit, units[unit]?.quotas[quota.scheme]?.last?.value != quota)
    case .functionHeld(let mention, let unit, let role):
      return (unit, holders[holdingKey(of: mention, by: nil)]?[unit]?.role != role)
    case .linked(let unit, let parent, let role, let holds):
      let present = units[unit]?.secondaryParents[parent]
      return (unit, holds ? present.map { $0.value != role } ?? true : present != nil)
    case .born, .ended, .succeeded, .functionReleased, .posted: return nil
    }
  }
}
