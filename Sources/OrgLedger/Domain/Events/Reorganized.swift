/// Several units become several others where no finer type fits; its links say which.
enum Reorganized: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 11, ends: .any, persists: .any, born: .any, links: .stated,
    required: [.links, .reason], optional: [.shares, .children, .heldFunctions])

  static func effects(of event: Event) -> [Effect] {
    event.births + event.successions + event.endings
  }
}

extension Event {
  /// Units become others, along the links stated.
  public static func reorganized(
    ends: [UnitID] = [], persists: [UnitID] = [], born: [Birth] = [], links: [Link],
    reason: String
  ) -> Event {
    var event = Event(type: .reorganized, ends: ends, persists: persists, born: born)
    event.details.links = links
    event.details.reason = reason
    return event
  }
}
