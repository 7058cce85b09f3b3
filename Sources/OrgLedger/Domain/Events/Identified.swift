/// Two records turn out to be of one body; from here on they are read as one.
enum Identified: EventTypeDefinition {
  static let specification = EventSpecification(wire: 32, required: [.ids, .canonical])

  static func effects(of event: Event) -> [Effect] {
    []
  }
}

extension Event {
  /// Ids turn out to be of one body, which is known by the canonical one from here on.
  public static func identified(_ ids: [UnitID], as canonical: UnitID) -> Event {
    var event = Event(type: .identified)
    event.details.ids = ids
    event.details.canonical = canonical
    return event
  }
}
