/// A unit changes inside, and stays what it is.
enum Restructured: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 15, persists: .exactly(1), required: [.description])

  static func effects(of event: Event) -> [Effect] {
    []
  }
}

extension Event {
  /// A unit changes inside.
  public static func restructured(_ unit: UnitID, _ description: String) -> Event {
    var event = Event(type: .restructured, persists: [unit])
    event.details.description = description
    return event
  }
}
