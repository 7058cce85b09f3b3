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

  /// Takes a fact in: its effects, in order.
  public mutating func apply(_ placed: Placed) {
    let origin = placed.origin
    for effect in placed.fact.effects { apply(effect, from: origin) }
  }
}

extension [Fact] {
  /// What each function is, by its first mention in log order that names it, else by its first.
  ///
  /// The order of days would not do: a fact recorded late may stand before the one that says what
  /// its bare id means.
  var functionDefinitions: [FunctionID: FunctionDefinition] {
    var first: [FunctionID: (position: UInt64, mention: FunctionMention)] = [:]
    for fact in self where fact.event.mentionsFunctions {
      for mention in fact.event.functionMentions {
        guard let known = first[mention.id] else {
          first[mention.id] = (fact.position, mention)
          continue
        }
        let isBetter = mention.name != nil && known.mention.name == nil
        let isAsGood = (mention.name == nil) == (known.mention.name == nil)
        if isBetter || isAsGood && fact.position < known.position {
          first[mention.id] = (fact.position, mention)
        }
      }
    }
    return first.mapValues { known in
      FunctionDefinition(
        id: known.mention.id, name: known.mention.name, scope: known.mention.scope,
        parent: known.mention.parent)
    }
  }
}
