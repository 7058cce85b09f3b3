/// Which end of imprecise days a fold takes.
public enum Fold: String, CaseIterable, Sendable {
  /// Every imprecise day at its first day, or right after the births that it rests on.
  case earliest
  /// Every imprecise day at its last day; where that is open, it has not happened.
  case latest
}

/// A fact at its place in the order of one fold.
public struct Placed: Sendable {
  public var key: OrderKey
  public var fact: Fact
  public var origin: Origin { Origin(event: fact.event.id, key: key) }
}

extension Sequence where Element == Fact {
  /// The enacted facts at their places, in order; those that have not happened are left out.
  ///
  /// In the earliest fold a fact of imprecise day stands no earlier than the births of its
  /// participants and of the parents that it names.
  ///
  /// - Precondition: They are visible, in any order, and hold the births of what they mention.
  /// - Complexity: O(*n* log *n*).
  public func inOrder(_ fold: Fold) -> [Placed] {
    let facts = filter { $0.act.status == .enacted }
    var placed: [Placed] = []
    placed.reserveCapacity(facts.count)
    if fold == .latest {
      for fact in facts {
        guard let day = fact.effectiveOn.latest else { continue }
        placed.append(Placed(key: fact.key(on: day), fact: fact))
      }
    } else if facts.allSatisfy({ $0.effectiveOn.exact != nil }) {
      for fact in facts {
        placed.append(
          Placed(key: fact.key(on: fact.effectiveOn.earliest ?? .distantPast), fact: fact))
      }
    } else {
      var dating = EarliestDating(facts)
      for index in facts.indices {
        placed.append(Placed(key: dating.key(of: index), fact: facts[index]))
      }
    }
    placed.sort { $0.key < $1.key }
    return placed
  }

  /// Whether any day in it is imprecise, so that the two folds may differ.
  var hasImpreciseDays: Bool { contains { $0.effectiveOn.exact == nil } }
}

extension Fact {
  func key(on day: Day) -> OrderKey {
    OrderKey(day: day, order: act.order, slot: slot, position: position)
  }
}

extension Event {
  /// The units that it names as somebody's parent.
  var parentsNamed: [UnitID] {
    born.compactMap(\.parent.parent) + (details.parent?.parent.map { [$0] } ?? [])
  }

  /// Every unit with a fate, those of `from` and `to` included.
  var participating: [UnitID] {
    ends + persists + born.map(\.id)
      + (type.specification.required.contains(.from)
        ? [details.from, details.to].compactMap { $0 } : [])
  }
}

/// The places of facts in the earliest fold, each found once; births may rest on other births.
private struct EarliestDating {
  private let facts: [Fact]
  private var births: [UnitID: Int] = [:]
  private var keys: [OrderKey?]
  private var inProgress: Set<Int> = []

  init(_ facts: [Fact]) {
    self.facts = facts
    keys = Array(repeating: nil, count: facts.count)
    for (index, fact) in facts.enumerated() {
      for birth in fact.event.born {
        // Of two births, which the rules refuse, the one that was recorded first counts.
        guard let other = births[birth.id], facts[other].position <= fact.position else {
          births[birth.id] = index
          continue
        }
      }
    }
  }

  mutating func key(of index: Int) -> OrderKey {
    if let known = keys[index] { return known }
    let fact = facts[index]
    var key = fact.key(on: fact.effectiveOn.earliest ?? .distantPast)
    guard fact.effectiveOn.exact == nil else {
      keys[index] = key
      return key
    }
    // Two births that name each other as parents cannot both come second.
    guard inProgress.insert(index).inserted else { return key }
    defer { inProgress.remove(index) }
    for unit in fact.event.participating + fact.event.parentsNamed {
      guard let birth = births[unit], birth != index else { continue }
      let floor = self.key(of: birth)
      guard key < floor else { continue }
      key = floor
      key.after = Swift.max(floor.after + 1, fact.position)
    }
    keys[index] = key
    return key
  }
}
