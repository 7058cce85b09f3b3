/// Ground and people go from one unit to another, and both go on.
///
/// Without `from` and `to` the units exchange, both ways.
enum TerritoryTransferred: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 16, persists: .atLeast(2), links: .exchanged, optional: [.from, .to, .shares])

  static func effects(of event: Event) -> [Effect] {
    event.successions
  }
}

extension Event {
  /// Ground and people go from one unit to another.
  public static func territoryTransferred(
    from: UnitID, to: UnitID, shares: [Share] = []
  ) -> Event {
    var event = Event(type: .territoryTransferred, persists: [from, to])
    event.details.from = from
    event.details.to = to
    event.details.shares = shares
    return event
  }
}
