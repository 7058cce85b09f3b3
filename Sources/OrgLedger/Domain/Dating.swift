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
///
/// Births can rest on each other without any unit standing under itself: of two events of one act
/// each may put a unit under one of the other's. They stand together, wherever all of them may.
/// Groups of births that rest on each other are found as R. Tarjan does it (Depth-first search and
/// linear graph algorithms, 1972), so that nothing depends on which is asked for first.
private struct EarliestDating {
  private let facts: [Fact]
  private var births: [UnitID: Int] = [:]
  private var keys: [OrderKey?]
  /// When each was met, and the first that was met of those which it reaches and that are not
  /// placed yet.
  private var met: [Int?]
  private var first: [Int]
  private var open: [Int] = []
  private var count = 0

  init(_ facts: [Fact]) {
    self.facts = facts
    keys = Array(repeating: nil, count: facts.count)
    met = keys.map { _ in nil }
    first = Array(repeating: 0, count: facts.count)
    for (index, fact) in facts.enumerated() {
      if fact.effectiveOn.exact != nil { keys[index] = fact.earliestKey }
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
    if keys[index] == nil { visit(index) }
    return keys[index] ?? facts[index].earliestKey
  }

  private func floors(of index: Int) -> [Int] {
    let event = facts[index].event
    return (event.participating + event.parentsNamed).compactMap { births[$0] }
      .filter { $0 != index }
  }

  private mutating func visit(_ index: Int) {
    (met[index], first[index]) = (count, count)
    count += 1
    open.append(index)
    for birth in floors(of: index) where keys[birth] == nil {
      if let met = met[birth] {
        first[index] = Swift.min(first[index], met)
      } else {
        visit(birth)
        // It may have been placed since.
        if keys[birth] == nil { first[index] = Swift.min(first[index], first[birth]) }
      }
    }
    guard first[index] == met[index], let start = open.lastIndex(of: index) else { return }
    let group = Array(open[start...])
    open.removeSubrange(start...)
    if group.count == 1 {
      keys[index] = key(ofAlone: index)
    } else {
      settle(group)
    }
  }

  /// The place of a fact, once those of all births are known on which it rests.
  private func key(ofAlone index: Int) -> OrderKey {
    let fact = facts[index]
    var key = fact.earliestKey
    for birth in floors(of: index) {
      guard let floor = keys[birth], key < floor else { continue }
      key = place(of: fact, after: facts[birth], at: floor)
    }
    return key
  }

  /// Places facts that rest on each other: where the last of them may stand, or right behind the
  /// last birth on which any of them rests beside.
  private mutating func settle(_ group: [Int]) {
    var lowest = group.map { (key: facts[$0].earliestKey, fact: facts[$0]) }
    for birth in group.flatMap(floors) {
      if let floor = keys[birth] { lowest.append((floor, facts[birth])) }
    }
    guard let floor = lowest.max(by: { $0.key < $1.key }) else { return }
    for index in group {
      keys[index] = place(
        of: facts[index], after: floor.fact, at: floor.key,
        isTogether: group.contains {
          facts[$0] === floor.fact
        })
    }
  }

  /// The place of a fact that rests on a birth: in its own slot where the act is the same, else
  /// behind all of the birth's act, which is judged as one.
  ///
  /// It follows from the two facts alone, whatever else is known.
  ///
  /// - Parameter isTogether: Both rest on each other, so that within an act their slots decide.
  private func place(
    of fact: Fact, after birth: Fact, at floor: OrderKey, isTogether: Bool = false
  ) -> OrderKey {
    var key = floor
    (key.slot, key.position) = (fact.slot, fact.position)
    let isOfOneAct = fact.actPosition == birth.actPosition
    if !isOfOneAct { key.after = Swift.max(floor.after, fact.actPosition) }
    if key.after == floor.after, isOfOneAct ? key < floor && !isTogether : true {
      key.after += 1
    }
    return key
  }
}

extension Fact {
  /// Its place on its first day, whatever it rests on.
  fileprivate var earliestKey: OrderKey { key(on: effectiveOn.earliest ?? .distantPast) }
}
