/// A unit stands under a second one too.
enum SecondaryParentSet: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 25, persists: .exactly(1), required: [.parent], optional: [.role])

  static func effects(of event: Event) -> [Effect] {
    event.persists.compactMap { unit in
      event.details.parent?.parent.map {
        .linked(unit, to: $0, role: event.details.role, holds: true)
      }
    }
  }
}

extension Event {
  /// A unit stands under a second one too.
  public static func secondaryParentSet(
    _ unit: UnitID, under parent: UnitID, role: String? = nil
  ) -> Event {
    var event = Event(type: .secondaryParentSet, persists: [unit])
    event.details.parent = .under(parent)
    event.details.role = role
    return event
  }
}
