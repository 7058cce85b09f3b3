/// Units are of another kind or rank; a single one may take another name with it.
enum Reclassified: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 13, persists: .atLeast(1), required: [.kind], optional: [.name])

  static func effects(of event: Event) -> [Effect] {
    event.persists.flatMap { unit -> [Effect] in
      [.classified(unit, kind: event.details.kind ?? "")]
        + (event.details.name.map { [.named(unit, Name($0))] } ?? [])
    }
  }
}

extension Event {
  /// Units are of another kind.
  public static func reclassified(
    _ units: [UnitID], as kind: String, name: String? = nil
  ) -> Event {
    var event = Event(type: .reclassified, persists: units)
    event.details.kind = kind
    event.details.name = name
    return event
  }
}
