/// Acts or events are void from the start, as if they had never been. *Hủy bỏ.*
enum Annulled: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 29, required: [.targets], aboutTheRecord: true)

  static func effects(of event: Event) -> [Effect] {
    []
  }
}
