/// Acts or events are void from the start, as if they had never been. *Hủy bỏ.*
enum Annulled: EventTypeDefinition {
  static let specification = EventSpecification(wire: 29, required: [.targets])

  static func effects(of event: Event) -> [Effect] {
    []
  }
}

extension Event {
  /// Events or acts, by their ids, are void from the start.
  public static func annulled(_ targets: [String]) -> Event {
    var event = Event(type: .annulled)
    event.details.targets = targets
    return event
  }
}
