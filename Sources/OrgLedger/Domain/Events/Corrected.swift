/// The record was wrong: from here on the replacement counts, in the slot of what it replaces.
///
/// Asked as known before, the old record still does.
enum Corrected: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 28, required: [.target, .reason], optional: [.replacement])

  static func effects(of event: Event) -> [Effect] {
    []
  }
}

extension Event {
  /// The record was wrong: from here on the replacement counts, or, without one, nothing does.
  ///
  /// - Parameters:
  ///   - target: The id of an event, act, text or claim.
  ///   - reason: dataEntry, erratum, newEvidence.
  public static func corrected(
    _ target: String, by replacement: Replacement?, reason: String = "dataEntry"
  ) -> Event {
    var event = Event(type: .corrected)
    event.details.target = target
    event.details.replacement = replacement
    event.details.reason = reason
    return event
  }
}
