/// The record was wrong: from here on the replacement counts, in the slot of what it replaces.
///
/// Asked as known before, the old record still does.
enum Corrected: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 28, required: [.target, .reason], optional: [.replacement], aboutTheRecord: true)

  static func effects(of event: Event) -> [Effect] {
    []
  }
}
