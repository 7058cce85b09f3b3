extension OrgChart {
  /// The organisation on a day: the facts in order, up to the end of that day, folded.
  ///
  /// - Precondition: The facts are in the order of one fold.
  /// - Complexity: O(*n*) in the number of facts up to that day.
  public init(_ facts: some Sequence<Placed>, through day: Day) {
    self.init()
    for placed in facts {
      if placed.key.day > day { break }
      apply(placed)
    }
  }

  /// Takes a fact in: its effects, in order.
  public mutating func apply(_ placed: Placed) {
    for effect in placed.fact.event.effects { apply(effect, from: placed.origin) }
  }
}
