/// Acts or events are without effect from a day on. *Đình chỉ.*
enum Suspended: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 30, required: [.targets], aboutTheRecord: true)

  static func effects(of event: Event) -> [Effect] {
    []
  }
}
