/// Something is on record that changes nothing: an appointment, a review, a target, a delegation.
enum Noted: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 27, required: [.description], optional: [.about])

  static func effects(of event: Event) -> [Effect] {
    []
  }
}

extension Event {
  /// Something is on record that changes nothing.
  public static func noted(_ description: String, about units: [UnitID] = []) -> Event {
    var event = Event(type: .noted)
    event.details.description = description
    event.details.about = units
    return event
  }
}
