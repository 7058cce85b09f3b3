/// Units end without a successor. *Giải thể, kết thúc hoạt động.*
enum Dissolved: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 4, ends: .atLeast(1), optional: [.mode, .children, .heldFunctions])

  static func effects(of event: Event) -> [Effect] {
    event.endings
  }
}

extension Event {
  /// Units end without a successor.
  public static func dissolved(_ units: UnitID...) -> Event { Event(type: .dissolved, ends: units) }
}
