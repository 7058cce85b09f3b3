import OrgLedger

/// Acts out of a seed, over fifteen units and three functions: of all types, back-dated, of
/// imprecise days, several on a day; most make sense where they stand, some do not.
///
/// An act is made to fit a history, so that long histories come about; whether it may stand is for
/// the rules to say.
public struct RandomActs {
  /// The units that may occur.
  public static let units: [UnitID] = "abcdefghijklmno".map { UnitID(String($0)) }
  /// The functions that may occur; `part` is a part of `whole`.
  public static let functions: [FunctionID] = ["whole", "part", "other"]
  /// The last day on which something happens.
  public static let lastDay: Int32 = 12

  var random: SplitMix64
  /// The organisation where the next event stands, as far as one can tell.
  var chart = OrgChart()
  private let imprecise: Int
  let mistaken: Int
  private var number = 0
  /// What every identifier begins with.
  private let world: String
  /// The units and functions of its world.
  let units: [UnitID]
  let functions: [FunctionID]

  /// The acts of a seed; so many events in a hundred have an imprecise day, and so many units are
  /// chosen without looking at the history.
  ///
  /// - Parameter world: What every identifier begins with, so that the acts of several seeds can
  ///   stand in one log, each in a world of its own.
  public init(seed: UInt64, imprecise: Int = 12, mistaken: Int = 4, world: String = "") {
    random = SplitMix64(seed: seed)
    self.world = world
    units = Self.units.map { UnitID(world + $0.text) }
    functions = Self.functions.map { FunctionID(world + $0.text) }
    self.imprecise = imprecise
    self.mistaken = mistaken
  }

  /// An act that may or may not fit a history.
  public mutating func next(after history: Given) -> Act {
    number += 1
    if number == 1 { return opening() }
    let latest = history.timeline.facts.compactMap(\.effectiveOn.latest?.rawValue).max() ?? 1
    let days = Set(history.timeline.facts.compactMap(\.effectiveOn.exact?.rawValue)).sorted()
    let day =
      switch random.number(0...9) {
      // Often on a day on which something happens already.
      case 0...2: random.pick(days) ?? 1
      case 3...6: random.number(min(latest, Self.lastDay)...Self.lastDay)
      default: random.number(1...Self.lastDay)
      }
    chart = history.chart(on: Day(rawValue: day))
    let id = ActID("\(world)act-\(number)")
    var events: [Event] = []
    for _ in 0..<(random.pick([1, 1, 1, 2, 2, 3]) ?? 1) {
      var event = self.event()
      event.id = Act.eventID(id, events.count + 1)
      event.effectiveOn = when(around: day)
      let key = OrderKey(day: Day(rawValue: day), order: 0, act: 0, slot: 0, position: 0)
      for effect in event.effects { chart.apply(effect, from: Origin(event: event.id, key: key)) }
      events.append(event)
    }
    return act(
      id, on: ImpreciseDay(Day(rawValue: day)), order: random.pick([-1, 0, 0, 0, 1]) ?? 0, events)
  }

  /// Units with which a history begins.
  private mutating func opening() -> Act {
    var event = Event(type: .registered, born: [OrgLedgerTesting.unit(units[0])])
    for id in units.dropFirst().prefix(6) {
      let parent = random.pick(event.born.map(\.id))
      let functions = random.chance(30) ? [function()] : []
      event.born.append(
        OrgLedgerTesting.unit(
          id, name(), kind: kind(), under: parent, codes: random.chance(30) ? [code()] : [],
          functions: functions))
    }
    return act(ActID("\(world)act-1"), on: 1, event)
  }

  /// A day on which something may happen, not always an exact one.
  public mutating func day() -> ImpreciseDay { when(around: random.number(1...Self.lastDay)) }

  private mutating func when(around day: Int32) -> ImpreciseDay {
    let exact = ImpreciseDay(Day(rawValue: day))
    guard random.chance(imprecise) else { return exact }
    let from = Day(rawValue: random.number(1...day))
    let to = Day(rawValue: random.number(day...Self.lastDay))
    return ImpreciseDay(
      earliest: random.chance(20) ? nil : from, latest: random.chance(15) ? nil : to) ?? exact
  }

  private mutating func event() -> Event {
    // Without units nothing else can happen.
    if living.count < 2 || random.chance(5) { return .founded(birth()) }
    let makers: [(inout RandomActs) -> Event] = [
      {
        let first = $0.birth()
        return .registered(first, $0.birth(but: first))
      }, { $0.refounded() }, { $0.dissolved() },
      { $0.merged() }, { $0.merged() }, { $0.absorbed() }, { $0.absorbed() }, { $0.divided() },
      { .separated(from: [$0.unit()], $0.birth()) }, { $0.partitioned() }, { $0.replaced() },
      { $0.reorganized() }, { .renamed($0.unit(), to: $0.name()) },
      { .reclassified([$0.unit()], as: $0.kind()) },
      { $0.reparented() }, { $0.reparented() }, { $0.reparented() },
      {
        let from = $0.unit()
        return .territoryTransferred(from: from, to: $0.unit(but: from))
      },
      { .functionAssigned([$0.function()], to: $0.unit(), role: $0.random.pick(Role.allCases)) },
      { $0.functionTransferred() }, { $0.functionTransferred() }, { $0.functionEnded() },
      { .identifierAssigned($0.code(), to: $0.unit()) }, { $0.identifierRetired() },
      { .quotaSet(Quota(scheme: "staff", value: $0.name()), for: $0.unit()) },
      { $0.posts(together: true) }, { $0.posts(together: false) },
      { .secondaryParentSet($0.unit(), under: $0.unit()) },
      { .secondaryParentEnded($0.unit(), under: $0.unit()) },
      { .noted("noted", about: [$0.unit()]) }, { .restructured($0.unit(), "restructured") },
    ]
    return random.pick(makers)?(&self) ?? .noted("nothing")
  }
}

// The parts of which acts are made.
extension RandomActs {
  var living: [UnitID] { units.filter(chart.isAlive) }

  /// A unit that lives, mostly.
  mutating func unit() -> UnitID {
    random.pick(random.chance(mistaken) ? units : living) ?? units[0]
  }

  /// Another unit that lives, mostly, and does not stand under the first.
  mutating func unit(but first: UnitID) -> UnitID {
    random.pick(
      random.chance(mistaken)
        ? units : living.filter { $0 != first && !isBelow($0, first) }) ?? unit()
  }

  private func isBelow(_ unit: UnitID, _ other: UnitID) -> Bool {
    var (above, steps) = (chart.units[unit]?.placement.parent, 0)
    while let next = above, steps < units.count {
      if next == other { return true }
      (above, steps) = (chart.units[next]?.placement.parent, steps + 1)
    }
    return false
  }

  mutating func reparented() -> Event {
    let unit = self.unit()
    return .reparented(
      [unit], under: random.chance(85) ? .under(self.unit(but: unit)) : placement())
  }

  mutating func name() -> String { random.pick(["1", "2", "3"]) ?? "1" }
  mutating func kind() -> String { random.pick(["office", "district"]) ?? "office" }
  mutating func code() -> Code { Code(scheme: "number", value: world + name()) }

  mutating func placement() -> Placement {
    switch random.number(0...9) {
    case 0: .notStated
    case 1: .top
    // Many under one, so that there are siblings to be put in order.
    case 2...4: living.contains(units[0]) ? .under(units[0]) : .top
    default: living.isEmpty ? .top : .under(unit())
    }
  }

  mutating func function() -> FunctionMention {
    let id = random.pick(functions) ?? functions[2]
    return FunctionMention(
      id, name: random.chance(35) ? "office work" : nil, scope: random.chance(20) ? unit() : nil,
      parent: id == functions[1] && random.chance(80) ? functions[0] : nil)
  }

  /// A unit that has not begun, mostly.
  mutating func birth(but other: Birth? = nil) -> Birth {
    let unborn = units.filter { chart.units[$0] == nil && $0 != other?.id }
    let id = random.pick(unborn.isEmpty || random.chance(3) ? units : unborn) ?? units[0]
    let ended = units.filter { chart.units[$0]?.end != nil }
    return Birth(
      id: id, name: Name(random.chance(50) ? id.text : name()), kind: kind(),
      parent: placement(), codes: random.chance(30) ? [code()] : [],
      functions: random.chance(30) ? [function()] : [],
      restores: random.chance(10) ? random.pick(ended).map { [$0] } ?? [] : [],
      collective: random.chance(5))
  }
}
