/// What was suspended takes effect again.
enum Resumed: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 31, required: [.targets], aboutTheRecord: true)

  static func effects(of event: Event) -> [Effect] {
    []
  }
}
