import OrgLedger

// One event of each type that needs more than a unit and a value.
extension RandomActs {
  mutating func refounded() -> Event {
    var birth = self.birth()
    let ended = units.filter { chart.units[$0]?.end != nil }
    birth.restores = random.pick(ended).map { [$0] } ?? []
    return .refounded(birth)
  }

  mutating func dissolved() -> Event { covered(.dissolved(unit()), always: true) }
  mutating func merged() -> Event {
    let first = unit()
    return covered(.merged([first, unit(but: first)], into: birth()))
  }
  mutating func absorbed() -> Event {
    let first = unit()
    return covered(.absorbed([first], into: unit(but: first)))
  }
  mutating func replaced() -> Event { covered(.replaced(unit(), by: birth())) }
  mutating func divided() -> Event {
    let first = birth()
    return covered(.divided(unit(), into: [first, birth(but: first)]), always: true)
  }

  mutating func partitioned() -> Event {
    let born = random.chance(50) ? [birth()] : []
    let first = unit()
    return covered(
      .partitioned(first, among: born.isEmpty ? [unit(but: first), unit()] : [unit()], born: born),
      always: true)
  }

  mutating func reorganized() -> Event {
    let (ending, begun) = (unit(), birth())
    let going = unit(but: ending)
    return covered(
      .reorganized(
        ends: [ending], persists: [going], born: [begun],
        links: [Link(from: ending, to: begun.id), Link(from: going, to: begun.id)],
        reason: "reason"))
  }

  mutating func functionTransferred() -> Event {
    let from = holder()
    return .functionTransferred([held(by: from)], from: from, to: unit(but: from))
  }

  mutating func functionEnded() -> Event {
    let unit = holder()
    return .functionEnded([held(by: unit)], of: unit)
  }

  /// A unit that holds something, mostly.
  private mutating func holder() -> UnitID {
    random.pick(living.filter { !chart.held[$0, default: []].isEmpty }) ?? unit()
  }

  /// A function that a unit holds, or a part of it, mostly.
  private mutating func held(by unit: UnitID) -> FunctionMention {
    guard let key = random.pick(chart.held[unit, default: []].sorted()), random.chance(90) else {
      return function()
    }
    if key.function == functions[0], random.chance(30) {
      return FunctionMention(functions[1], scope: key.scope, parent: functions[0])
    }
    return FunctionMention(key.function, scope: random.chance(50) ? key.scope : nil)
  }

  mutating func identifierRetired() -> Event {
    let bearers = living.filter { chart.units[$0]?.currentCodes.isEmpty == false }
    let unit = random.chance(mistaken) ? self.unit() : random.pick(bearers) ?? self.unit()
    let code = random.pick(chart.units[unit]?.currentCodes ?? []) ?? self.code()
    return .identifierRetired(code, of: unit)
  }

  mutating func posts(together: Bool) -> Event {
    let units = [unit(), unit()]
    let posts = units.map { Post(unit: $0, title: "head") }
    let persists = Array(Set(units)).sorted()
    return together
      ? .postsCombined(posts, of: persists) : .postsUncombined(posts, of: persists)
  }

  /// Gives an event policies for what the ended units hold: always, or now and then.
  private mutating func covered(_ event: Event, always: Bool = false) -> Event {
    var event = event
    if always || random.chance(25) {
      if random.chance(10) {
        event.details.children = .follow
      } else {
        var map: [UnitID: Destination] = [:]
        for unit in event.ends { cover(unit, in: &map) }
        if !map.isEmpty { event.details.children = .map(map) }
      }
    }
    if always || random.chance(25) {
      var map: [FunctionID: Destination] = [:]
      let ending = event.ends + event.details.children.entryList.map(\.key)
      for key in ending.flatMap({ chart.held[$0, default: []].sorted() }) {
        map[key.function] = destination()
      }
      if !map.isEmpty { event.details.heldFunctions = .map(map) }
    }
    return event
  }

  private mutating func cover(_ unit: UnitID, in map: inout [UnitID: Destination]) {
    for child in chart.children[unit, default: []].sorted() where !random.chance(mistaken) {
      guard map[child] == nil else { continue }
      let destination = self.destination()
      map[child] = destination
      if destination == .ends { cover(child, in: &map) }
    }
    // For what is no child now, and may be one once an earlier act is recorded.
    if random.chance(15) { map[self.unit()] = random.chance(50) ? .ends : destination() }
  }

  private mutating func destination() -> Destination {
    switch random.number(0...5) {
    case 0: .notStated
    case 1: .ends
    default: .unit(unit())
    }
  }
}
