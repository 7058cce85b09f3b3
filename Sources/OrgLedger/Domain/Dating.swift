/// Which end of imprecise days a fold takes.
public enum Fold: String, CaseIterable, Sendable {
  /// Every imprecise day at its first day, or right after the acts of the births that it rests on.
  case earliest
  /// Every imprecise day at its last day; where that is open, it has not happened.
  case latest
}

/// A fact at its place in the order of one fold.
public struct Placed: Sendable {
  /// Its place.
  public var key: OrderKey
  /// What happened.
  public var fact: Fact
  /// Whether it takes effect there, or ceases to.
  public var turn = Turn.happens
  /// The suspension or resumption by which it does; `nil`: it takes effect at its own place.
  public var mark: Fact?
  /// Where what it says comes from.
  public var origin: Origin { Origin(event: fact.event.id, key: key, position: fact.position) }
}

/// What becomes of a fact at a place.
public enum Turn: Hashable, Sendable {
  /// It takes effect.
  case happens
  /// It takes effect, and ceases to at a later place.
  case happensForNow
  /// It is without effect from there on.
  case ceases
}

/// Facts in the order of one fold, with what all of them together say that functions are.
public struct OrderedFacts: RandomAccessCollection, Sendable {
  private let placed: [Placed]
  /// What is wrong with the suspensions among them.
  let flaws: [Violation]
  /// What a function is does not change with time, so it is known before its first event.
  let definitions: [FunctionID: FunctionDefinition]

  init(
    _ placed: [Placed], flaws: [Violation] = [], definitions: [FunctionID: FunctionDefinition]
  ) {
    self.placed = placed
    self.flaws = flaws
    self.definitions = definitions
  }

  /// The place of the first fact.
  public var startIndex: Int { placed.startIndex }
  /// The place after the last fact.
  public var endIndex: Int { placed.endIndex }
  /// The fact at a place.
  public subscript(index: Int) -> Placed { placed[index] }
}

extension Sequence where Element == Fact {
  /// The enacted facts at their places, in order; those that have not happened are left out.
  ///
  /// In the earliest fold a fact of imprecise day stands no earlier than the births of its
  /// participants and of the parents that it names. What is suspended stands where it takes effect,
  /// and where it ceases to.
  ///
  /// - Precondition: They are visible, in any order, and hold the births of what they mention.
  /// - Complexity: O(*n* log *n*).
  public func inOrder(_ fold: Fold) -> OrderedFacts {
    let facts = filter { $0.act.status == .enacted && $0.isPlaced }
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
    placed.sort {
      $0.key == $1.key ? $0.fact.position < $1.fact.position : $0.key < $1.key
    }
    let (turns, flaws) = placed.suspended
    return OrderedFacts(turns, flaws: flaws, definitions: facts.functionDefinitions)
  }

  /// Whether any day in it is imprecise, so that the two folds may differ.
  var hasImpreciseDays: Bool { contains { $0.isPlaced && $0.effectiveOn.exact == nil } }
}

extension Fact {
  func key(on day: Day) -> OrderKey {
    OrderKey(day: day, order: act.order, act: actPosition, slot: slot, position: position)
  }
}

extension Event {
  /// The units that it names as somebody's parent.
  var parentsNamed: [UnitID] {
    born.compactMap(\.parent.parent) + (details.parent?.parent.map { [$0] } ?? [])
  }

  /// Every unit with a fate, those of `from` and `to` and those whose posts it names included.
  var participating: [UnitID] {
    var units = ends + persists + born.map(\.id)
    if type.specification.required.contains(.from) {
      units += [details.from, details.to].compactMap { $0 }
    }
    for post in details.posts where !units.contains(post.unit) { units.append(post.unit) }
    return units
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
      if key < floor { key = place(of: fact, after: facts[birth], at: floor) }
    }
    keys[index] = key
    return key
  }

  /// The place of a fact that rests on a birth: in its own slot where the act is the same, else
  /// behind all of the birth's act, which is judged as one.
  ///
  /// It follows from the two facts alone, whatever else is known.
  private func place(of fact: Fact, after birth: Fact, at floor: OrderKey) -> OrderKey {
    var key = floor
    (key.slot, key.position) = (fact.slot, fact.position)
    if fact.actPosition != birth.actPosition {
      key.after = Swift.max(floor.after, fact.actPosition)
    }
    if key.after == floor.after, key < floor || fact.actPosition != birth.actPosition {
      key.after += 1
    }
    return key
  }
}
