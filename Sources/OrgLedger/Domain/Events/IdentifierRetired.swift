/// A unit's code no longer stands.
enum IdentifierRetired: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 21, persists: .exactly(1), required: [.scheme, .value])

  static func effects(of event: Event) -> [Effect] {
    event.persists.map { .coded($0, scheme: event.details.scheme ?? "", value: nil) }
  }
}

extension Event {
  /// A unit's code no longer stands.
  public static func identifierRetired(_ code: Code, of unit: UnitID) -> Event {
    var event = Event(type: .identifierRetired, persists: [unit])
    event.details.scheme = code.scheme
    event.details.value = code.value
    return event
  }
}
