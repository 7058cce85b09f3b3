/// A unit bears another name. *Đổi tên.*
enum Renamed: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 12, persists: .exactly(1), required: [.name], optional: [.shortName])

  static func effects(of event: Event) -> [Effect] {
    event.persists.map {
      .named($0, Name(event.details.name ?? "", short: event.details.shortName))
    }
  }
}

extension Event {
  /// A unit bears another name.
  public static func renamed(_ unit: UnitID, to name: String, short: String? = nil) -> Event {
    var event = Event(type: .renamed, persists: [unit])
    event.details.name = name
    event.details.shortName = short
    return event
  }
}
