/// A unit existed already and enters the ledger on this day.
///
/// Any day on which it is known to have stood serves; nothing is said of how it came to be.
enum Registered: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 1, born: .atLeast(1))

  static func effects(of event: Event) -> [Effect] {
    event.births
  }
}

extension Event {
  /// Units that exist already enter the ledger.
  public static func registered(_ units: Birth...) -> Event {
    Event(type: .registered, born: units)
  }
}
