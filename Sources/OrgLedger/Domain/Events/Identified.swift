/// Two records turn out to be of one body; from here on they are read as one.
enum Identified: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 32, required: [.ids, .canonical], aboutTheRecord: true)

  static func effects(of event: Event) -> [Effect] {
    []
  }
}
