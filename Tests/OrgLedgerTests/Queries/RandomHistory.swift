import OrgLedgerTesting

@testable import OrgLedger

/// Acts drawn at random, each taken in if the rules allow it.
struct RandomHistory {
  private(set) var given: Given
  private var dice: Dice
  private var births = 0

  var history: History { given.history }

  init(seed: Int, acts: Int = 60) {
    dice = Dice(state: UInt64(seed))
    var start = try? Given()
    start?.record(act("opening", on: 0, .registered(unit("top"))))
    given = start ?? Self.impossible
    for number in 0..<acts { add(number) }
  }

  private static var impossible: Given { preconditionFailure("an empty history is refused") }

  private mutating func add(_ number: Int) {
    let day = Int32(number / 2)
    let chart = given.chart(on: Day(rawValue: day))
    var living = chart.units.values.filter { $0.end == nil && $0.id != "top" }.map(\.id).sorted()
    let dead = chart.units.values.filter { $0.end != nil }.map(\.id).sorted()
    living.shuffle(using: &dice)
    guard let event = event(living, dead) else { return }
    let new = act(
      ActID("act\(number)"), on: day, order: Int.random(in: -1...1, using: &dice), event)
    if case .accepted = given.when(new).verdict { given.record(new) }
  }

  private mutating func event(_ living: [UnitID], _ dead: [UnitID]) -> Event? {
    let kind = living.count < 4 ? 0 : Int.random(in: 0..<10, using: &dice)
    let restored = Bool.random(using: &dice) ? dead.randomElement(using: &dice) : nil
    switch kind {
    case 0: return .founded(newborn())
    case 1: return .merged(Array(living.prefix(2)), into: newborn())
    case 2: return .absorbed([living[0]], into: living[1])
    case 3: return .divided(living[0], into: [newborn(), newborn(restoring: restored)])
    case 4: return .separated(from: [living[0]], newborn(restoring: restored))
    case 5: return .partitioned(living[0], among: [living[1], living[2]])
    case 6: return .replaced(living[0], by: newborn())
    case 7: return .territoryTransferred(from: living[0], to: living[1])
    case 8: return dead.randomElement(using: &dice).map { .refounded(newborn(restoring: $0)) }
    default: return .dissolved(living[0])
    }
  }

  private mutating func newborn(restoring ended: UnitID? = nil) -> Birth {
    births += 1
    return unit(
      UnitID("u\(births)"), kind: births % 2 == 0 ? "even" : "odd", under: "top",
      restores: ended.map { [$0] } ?? [])
  }
}

/// Paths that respect time, found link by link.
struct PathSearch {
  private let links: [Succession]

  init(_ links: [Succession]) { self.links = links }

  func links(of unit: UnitID, _ direction: LineageDirection) -> Set<String> {
    switch direction {
    case .back: text(from(links.indices.filter { links[$0].to == unit }, back: true))
    case .forward: text(from(links.indices.filter { links[$0].from == unit }, back: false))
    case .both: links(of: unit, .back).union(links(of: unit, .forward))
    }
  }

  /// The events on paths from one unit to another; empty: there is none.
  func events(from: UnitID, to: UnitID) -> Set<EventID> {
    let ahead = self.from(links.indices.filter { links[$0].from == from }, back: false)
    let behind = self.from(links.indices.filter { links[$0].to == to }, back: true)
    return Set(ahead.intersection(behind).map { links[$0].origin.event })
  }

  private func text(_ found: Set<Int>) -> Set<String> {
    Set(found.map { "\(links[$0].origin.event) \(links[$0].from)>\(links[$0].to)" })
  }

  /// All links that can be reached from some, by links that stand on the right side in time.
  private func from(_ start: [Int], back: Bool) -> Set<Int> {
    var found = Set(start)
    var queue = start
    while let at = queue.popLast() {
      for next in links.indices where !found.contains(next) {
        let (one, two) = back ? (links[next], links[at]) : (links[at], links[next])
        let inTime = one.origin == two.origin || one.origin.key < two.origin.key
        if one.to == two.from && inTime {
          found.insert(next)
          queue.append(next)
        }
      }
    }
    return found
  }
}
