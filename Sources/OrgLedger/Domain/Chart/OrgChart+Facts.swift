extension OrgChart {
  /// The organisation on a day: the facts in order, up to the end of that day, folded.
  ///
  /// - Complexity: O(*n*) in the number of facts up to that day.
  public init(_ facts: OrderedFacts, through day: Day) {
    self.init(before: facts)
    for placed in facts {
      if placed.key.day > day { break }
      apply(placed)
    }
  }

  /// The organisation before the first of the facts, which knows only what functions are.
  public init(before facts: OrderedFacts) {
    self.init()
    functions = facts.definitions
  }

  /// Takes a fact in: its effects, in order; or takes them out again, where it is suspended.
  public mutating func apply(_ placed: Placed) {
    let origin = placed.origin
    switch placed.turn {
    case .happens: break
    case .happensForNow: remember(before: placed.fact)
    case .ceases: return withdraw(placed.fact)
    }
    for effect in placed.fact.effects { apply(effect, from: origin) }
  }
}

extension [Fact] {
  /// What each function is, by the first mention in the order of events that names it, else by the
  /// first.
  ///
  /// The order of recording would not do, since documents may be recorded in any order; nor would
  /// that of a fold, since a function is one thing in both.
  var functionDefinitions: [FunctionID: FunctionDefinition] {
    var first: [FunctionID: (place: DefinitionPlace, definition: FunctionDefinition)] = [:]
    for fact in self where fact.event.mentionsFunctions {
      for mention in fact.event.functionMentions {
        let place = DefinitionPlace(
          isBare: mention.name == nil, day: fact.effectiveOn.earliest ?? .distantPast,
          order: fact.act.order, slot: fact.slot, position: fact.position)
        if let known = first[mention.id], !(place < known.place) { continue }
        first[mention.id] = (
          place,
          FunctionDefinition(
            id: mention.id, name: mention.name, scope: mention.scope, parent: mention.parent)
        )
      }
    }
    return first.mapValues(\.definition)
  }
}

/// Where a function is written, for finding the place that says what it is.
private struct DefinitionPlace {
  let isBare: Bool
  let day: Day
  let order: Int
  let slot: UInt64
  let position: UInt64

  static func < (left: DefinitionPlace, right: DefinitionPlace) -> Bool {
    if left.isBare != right.isBare { return right.isBare }
    return (left.day, left.order, left.slot, left.position)
      < (right.day, right.order, right.slot, right.position)
  }
}
