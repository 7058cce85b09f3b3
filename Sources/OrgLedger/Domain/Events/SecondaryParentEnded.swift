/// A unit no longer stands under a second one.
enum SecondaryParentEnded: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 26, persists: .exactly(1), required: [.parent], optional: [.role])

  static func effects(of event: Event) -> [Effect] {
    event.persists.compactMap { unit in
      event.details.parent?.parent.map {
        .linked(unit, to: $0, role: event.details.role, holds: false)
      }
    }
  }
}

extension Event {
  /// A unit no longer stands under a second one.
  public static func secondaryParentEnded(_ unit: UnitID, under parent: UnitID) -> Event {
    var event = Event(type: .secondaryParentEnded, persists: [unit])
    event.details.parent = .under(parent)
    return event
  }
}
