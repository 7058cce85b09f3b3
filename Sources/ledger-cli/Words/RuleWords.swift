import OrgLedger

extension Violation {
  /// What it means and what to do about it, for a person.
  var worded: WordedViolation {
    let (message, remedy) = words
    return WordedViolation(
      rule: rule.rawValue, refuses: rule.refuses, unit: unit, day: day, event: event,
      message: message, remedy: remedy)
  }

  /// The same, where an act breaks it: what breaks in another act can be repaired in this one.
  func worded(in submission: Submission) -> WordedViolation {
    var worded = worded
    guard case .act(let act) = submission, let event, rule.refuses,
      act.events.contains(where: \.isCorrection), !act.states(event)
    else { return worded }
    worded.remedy =
      "\(event) rests on what this act takes back: correct or annul it in the same act."
    return worded
  }

  private var words: (message: String, remedy: String) {
    let words =
      formWords ?? referenceWords ?? timelineWords ?? recordWords ?? warningWords
    if let words { return words }
    // Unreachable while a test asks for the words of every rule.
    return ("The rule \(rule.rawValue) is broken.", "Compare the act with the document format.")
  }

  /// Who it is about, as a person would say it.
  var subject: String { unit?.text ?? "a unit" }
  /// One of the other things that it is about.
  func about(_ index: Int) -> String { index < about.count ? about[index] : "?" }
  /// Those behind the first few, in a row.
  func rest(after count: Int) -> String { about.dropFirst(count).joined(separator: ", ") }
  /// ` on 01/03/2025`, where a day is known.
  var onDay: String { day.map { $0.isWritable ? " on \($0.dayMonthYear)" : "" } ?? "" }
}

/// A day in a fact's text as a person writes it; other texts as they are.
func dayWords(_ text: String) -> String { (try? ImpreciseDay(text))?.words ?? text }

/// `1 unit`, `3 units`.
func counted(_ number: some BinaryInteger, _ noun: String, _ plural: String? = nil) -> String {
  number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
}

extension Event {
  /// Whether it changes what is recorded, or how it is read.
  fileprivate var isCorrection: Bool { type.isAboutTheRecord }
}

extension Act {
  /// Whether an event is one of its own, or one that it puts in the place of another.
  fileprivate func states(_ id: EventID) -> Bool {
    events.contains { event in
      guard event.id != id else { return true }
      guard case .act(let replacement) = event.details.replacement else { return false }
      return replacement.events.contains { $0.id == id }
    }
  }
}
