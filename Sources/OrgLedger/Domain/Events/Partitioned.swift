/// One unit ends and its parts go to units that stand, and to new ones.
enum Partitioned: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 9, ends: .exactly(1), persists: .atLeast(1), born: .any,
    links: .endsToOthers, optional: [.shares, .children, .heldFunctions])

  static func effects(of event: Event) -> [Effect] {
    event.births + event.successions + event.endings
  }
}

extension Event {
  /// A unit ends and its parts go to others.
  public static func partitioned(
    _ unit: UnitID, among persists: [UnitID], born: [Birth] = []
  ) -> Event {
    Event(type: .partitioned, ends: [unit], persists: persists, born: born)
  }
}
