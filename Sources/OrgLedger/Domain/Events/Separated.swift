/// A new unit begins out of one that stays. *Tách.*
enum Separated: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 8, persists: .atLeast(1), born: .atLeast(1), links: .persistingToBorn,
    optional: [.shares, .children, .heldFunctions])

  static func effects(of event: Event) -> [Effect] {
    event.births + event.successions + event.endings
  }
}

extension Event {
  /// New units begin out of ones that stay.
  public static func separated(from units: [UnitID], _ born: Birth...) -> Event {
    Event(type: .separated, persists: units, born: born)
  }
}
