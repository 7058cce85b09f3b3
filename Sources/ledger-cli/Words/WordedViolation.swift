import OrgLedger

/// One thing that is wrong or should be looked at, in words: what it means, what to do about it.
struct WordedViolation: Equatable {
  /// The rule that is broken, or the kind of error in a document.
  var rule: String
  var refuses = true
  var unit: UnitID?
  var day: Day?
  var event: EventID?
  /// Where in which file.
  var place: String?
  /// What is the matter, in plain words.
  var message: String
  /// What to do.
  var remedy: String?

  /// For eyes: the rule, whom and when it concerns, what it means, the remedy.
  var lines: [Styled] {
    var head: Styled = "  \(rule, refuses ? .failure : .warning)"
    if let place { head += "  \(place, .strong)" }
    if let unit { head += "  \(unit.text, .strong)" }
    if let day, day.isWritable { head += "  \(day.dayMonthYear)" }
    if let event { head += "  \("event \(event.text)", .dim)" }
    return [head, "    \(message)"] + (remedy.map { ["    \("→", .accent) \($0)"] } ?? [])
  }

  /// For programs; where it stands is part of the message, as the keys are fixed.
  var json: JSON {
    var text = place.map { "\($0): \(message)" } ?? message
    if let event { text += " (event \(event))" }
    return .object([
      ("rule", .string(rule)), ("unit", .optional(unit?.text)),
      ("day", .optional(day.flatMap { $0.isWritable ? $0.description : nil })),
      ("message", .string(text)), ("remedy", .optional(remedy)),
    ])
  }
}
