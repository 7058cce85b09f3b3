import OrgLedger

/// A violation with its words: what it means, and what to do about it.
struct WordedViolation: Equatable {
  var violation: Violation
  /// What is the matter, in plain words.
  var message: String
  /// What to do.
  var remedy: String

  /// For eyes: the rule, whom and when it concerns, what it means, the remedy.
  var lines: [Styled] {
    var head: Styled = "  \(violation.rule.rawValue, violation.rule.refuses ? .failure : .warning)"
    if let unit = violation.unit { head += "  \(unit.text, .strong)" }
    if let day = violation.day, day.isWritable { head += "  \(day.dayMonthYear)" }
    if let event = violation.event { head += "  \("event \(event.text)", .dim)" }
    return [head, "    \(message)", "    \("→", .accent) \(remedy)"]
  }

  var json: JSON {
    .object([
      ("rule", .string(violation.rule.rawValue)), ("unit", .optional(violation.unit?.text)),
      ("day", .optional(violation.day.flatMap { $0.isWritable ? $0.description : nil })),
      ("message", .string(violation.event.map { "\(message) (event \($0))" } ?? message)),
      ("remedy", .string(remedy)),
    ])
  }
}
