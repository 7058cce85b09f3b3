import OrgLedger

extension Failure {
  /// A value that an option does not take.
  static func value(
    _ value: String, of option: String, allowed: [String], later: [String] = []
  ) -> Failure {
    let now = "It takes \(allowed.joined(separator: ", "))."
    if later.contains(value) {
      return Failure(
        .usage, "formatNotYet", "\(option) \(value) is not there yet.", hint: now)
    }
    return Failure(
      .usage, "badValue", "\(option) does not take “\(visible(value))”.",
      hint: nearest(to: value, among: allowed).map { "Did you mean \($0)? \(now)" } ?? now)
  }

  /// A text that is no day.
  static func day(_ error: DayError, of option: String) -> Failure {
    let (text, reason) =
      switch error {
      case .form(let text): (text, "is no day")
      case .calendar(let text): (text, "is no day of the calendar")
      case .qualifier(let text): (text, "is no single day")
      case .reversed(let text): (text, "ends before it begins")
      }
    return Failure(
      .usage, "badDay", "\(option): “\(visible(text))” \(reason).",
      hint: "Write dd/MM/yyyy or yyyy-MM-dd, such as 01/03/2025.")
  }

  /// A text that is no moment of recording.
  static func moment(_ error: SystemTimeError, of option: String) -> Failure {
    let (text, reason) =
      switch error {
      case .form(let text): (text, "is no day, timestamp or position")
      case .calendar(let text): (text, "is no moment of the calendar")
      }
    return Failure(
      .usage, "badMoment", "\(option): “\(visible(text))” \(reason).",
      hint: "Write 28/02/2025 (its end), 2025-02-28T17:00+07:00 or a position of the log.")
  }
}

extension Failure {
  /// Two days in the wrong order.
  init(_ error: TwoDaysError) {
    switch error {
    case .reversed(let from, let to):
      self.init(
        .usage, "daysReversed",
        "The second day, \(to.dayMonthYear), is before the first, \(from.dayMonthYear).",
        hint: "Give the earlier day first.")
    }
  }
}
