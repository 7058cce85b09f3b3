/// An office gives a unit a code; within its scheme it takes the place of an earlier one.
enum IdentifierAssigned: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 20, persists: .exactly(1), required: [.scheme, .value])

  static func effects(of event: Event) -> [Effect] {
    event.persists.map {
      .coded($0, scheme: event.details.scheme ?? "", value: event.details.value)
    }
  }
}

extension Event {
  /// An office gives a unit a code.
  public static func identifierAssigned(_ code: Code, to unit: UnitID) -> Event {
    var event = Event(type: .identifierAssigned, persists: [unit])
    event.details.scheme = code.scheme
    event.details.value = code.value
    return event
  }
}
