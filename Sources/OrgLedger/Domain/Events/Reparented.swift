/// Units stand under another one, or under none. *Chuyển về trực thuộc, tiếp nhận nguyên trạng.*
///
/// What stands under them comes along.
enum Reparented: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 14, persists: .atLeast(1), required: [.parent])

  static func effects(of event: Event) -> [Effect] {
    event.persists.map { .placed($0, event.details.parent ?? .notStated) }
  }
}

extension Event {
  /// Units stand under another one.
  public static func reparented(_ units: [UnitID], under parent: Placement) -> Event {
    var event = Event(type: .reparented, persists: units)
    event.details.parent = parent
    return event
  }
}
