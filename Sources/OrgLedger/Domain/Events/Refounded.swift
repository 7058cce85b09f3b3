/// A unit is founded again, out of nothing that stands. *Thành lập lại.*
///
/// The new life is linked to the ended ones that it restores.
enum Refounded: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 3, born: .exactly(1))

  static func effects(of event: Event) -> [Effect] {
    event.births
  }
}

extension Event {
  /// A unit is founded again; its birth says which ended lives it restores.
  public static func refounded(_ unit: Birth) -> Event { Event(type: .refounded, born: [unit]) }
}
