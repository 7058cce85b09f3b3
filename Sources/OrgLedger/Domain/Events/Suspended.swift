/// Acts or events are without effect from a day on. *Đình chỉ.*
enum Suspended: EventTypeDefinition {
  static let specification = EventSpecification(wire: 30, required: [.targets])

  static func effects(of event: Event) -> [Effect] {
    []
  }
}

extension Event {
  /// Events or acts, by their ids, are without effect from its day on.
  public static func suspended(_ targets: [String]) -> Event {
    var event = Event(type: .suspended)
    event.details.targets = targets
    return event
  }
}
