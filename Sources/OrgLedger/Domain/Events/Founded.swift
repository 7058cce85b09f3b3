/// A unit is founded. *Thành lập.*
enum Founded: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 2, born: .atLeast(1))

  static func effects(of event: Event) -> [Effect] {
    event.births
  }
}

extension Event {
  /// Units are founded.
  public static func founded(_ units: Birth...) -> Event { Event(type: .founded, born: units) }
}
