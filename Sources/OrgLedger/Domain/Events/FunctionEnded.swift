/// A unit no longer has functions, and nobody gets them.
enum FunctionEnded: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 19, persists: .exactly(1), required: [.functions])

  static func effects(of event: Event) -> [Effect] {
    event.persists.flatMap { unit in
      event.details.functions.map { .functionReleased($0, by: unit, to: nil) }
    }
  }
}

extension Event {
  /// A unit no longer has functions.
  public static func functionEnded(_ functions: [FunctionMention], of unit: UnitID) -> Event {
    var event = Event(type: .functionEnded, persists: [unit])
    event.details.functions = functions
    return event
  }
}
