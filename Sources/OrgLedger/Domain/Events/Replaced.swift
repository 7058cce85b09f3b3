/// One unit ends and another succeeds it.
enum Replaced: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 10, ends: .exactly(1), born: .exactly(1), links: .endsToBorn,
    optional: [.shares, .children, .heldFunctions], follows: true)

  static func effects(of event: Event) -> [Effect] {
    event.births + event.successions + event.endings
  }
}

extension Event {
  /// A unit ends and another succeeds it.
  public static func replaced(_ unit: UnitID, by born: Birth) -> Event {
    Event(type: .replaced, ends: [unit], born: [born])
  }
}
