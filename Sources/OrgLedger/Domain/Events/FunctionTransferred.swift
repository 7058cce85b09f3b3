/// Functions go from one unit to another, and both go on.
enum FunctionTransferred: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 18, required: [.from, .to, .functions])

  static func effects(of event: Event) -> [Effect] {
    guard let from = event.details.from, let to = event.details.to else { return [] }
    return event.details.functions.map { .functionReleased($0, by: from, to: to) }
  }
}

extension Event {
  /// Functions go from one unit to another.
  public static func functionTransferred(
    _ functions: [FunctionMention], from: UnitID, to: UnitID
  ) -> Event {
    var event = Event(type: .functionTransferred)
    event.details.functions = functions
    event.details.from = from
    event.details.to = to
    return event
  }
}
