/// A unit is charged with functions; it leads them unless a role says else.
enum FunctionAssigned: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 17, persists: .exactly(1), required: [.functions], optional: [.role])

  static func effects(of event: Event) -> [Effect] {
    let role = event.details.role.flatMap(Role.init(rawValue:)) ?? .leads
    return event.persists.flatMap { unit in
      event.details.functions.map { .functionHeld($0, by: unit, role) }
    }
  }
}

extension Event {
  /// A unit is charged with functions.
  public static func functionAssigned(
    _ functions: [FunctionMention], to unit: UnitID, role: Role? = nil
  ) -> Event {
    var event = Event(type: .functionAssigned, persists: [unit])
    event.details.functions = functions
    event.details.role = role?.rawValue
    return event
  }
}
