/// What was suspended takes effect again.
enum Resumed: EventTypeDefinition {
  static let specification = EventSpecification(wire: 31, required: [.targets])

  static func effects(of event: Event) -> [Effect] {
    []
  }
}

extension Event {
  /// Events or acts, by their ids, that were suspended take effect again from its day on.
  public static func resumed(_ targets: [String]) -> Event {
    var event = Event(type: .resumed)
    event.details.targets = targets
    return event
  }
}
