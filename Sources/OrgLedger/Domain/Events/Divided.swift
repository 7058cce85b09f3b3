/// One unit ends and two or more begin in its place. *Chia.*
enum Divided: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 7, ends: .exactly(1), born: .atLeast(2), links: .endsToBorn,
    optional: [.shares, .children, .heldFunctions])

  static func effects(of event: Event) -> [Effect] {
    event.births + event.successions + event.endings
  }
}

extension Event {
  /// A unit ends and several begin in its place.
  public static func divided(_ unit: UnitID, into born: [Birth]) -> Event {
    Event(type: .divided, ends: [unit], born: born)
  }
}
