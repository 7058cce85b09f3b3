/// Two or more units end and one begins in their place: A + B → C. *Hợp nhất.*
///
/// The verb of a text is not the type: *sáp nhập* is written for this and for `absorbed`.
enum Merged: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 5, ends: .atLeast(2), born: .exactly(1), links: .endsToBorn,
    optional: [.shares, .children, .heldFunctions], follows: true)

  static func effects(of event: Event) -> [Effect] {
    event.births + event.successions + event.endings
  }
}

extension Event {
  /// Units end and one begins in their place.
  public static func merged(_ units: [UnitID], into born: Birth) -> Event {
    Event(type: .merged, ends: units, born: [born])
  }
}
