/// Units end into one that goes on: A into B. *Sáp nhập vào.*
enum Absorbed: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 6, ends: .atLeast(1), persists: .exactly(1), links: .endsToPersisting,
    optional: [.shares, .children, .heldFunctions], follows: true)

  static func effects(of event: Event) -> [Effect] {
    event.births + event.successions + event.endings
  }
}

extension Event {
  /// Units end into one that goes on.
  public static func absorbed(_ units: [UnitID], into unit: UnitID) -> Event {
    Event(type: .absorbed, ends: units, persists: [unit])
  }
}
