import OrgLedger

extension Day {
  /// Whether it is a day that can be written, not one of the distant ends.
  var isWritable: Bool { self != .distantPast && self != .distantFuture }
}

extension ImpreciseDay {
  /// For people: `01/03/2025`, `02/2025`, `2018`, `on or before 28/02/2025`.
  var words: String {
    if let exact { return exact.dayMonthYear }
    switch (earliest, latest) {
    case (nil, nil): return "on a day not stated"
    case (nil, let latest?): return "on or before \(latest.dayMonthYear)"
    case (let earliest?, nil): return "on or after \(earliest.dayMonthYear)"
    case (let earliest?, let latest?):
      // A whole month or year has a form of its own.
      let fields = description.split(separator: "-")
      if !description.contains("/") { return fields.reversed().joined(separator: "/") }
      return "between \(earliest.dayMonthYear) and \(latest.dayMonthYear)"
    }
  }

  /// With the preposition that a sentence needs: `on 01/03/2025`, `in 02/2025`.
  var wordsInSentence: String {
    if exact != nil { return "on \(words)" }
    guard earliest != nil, latest != nil, !description.contains("/") else { return words }
    return "in \(words)"
  }
}

extension Period {
  /// For people, who take the last day as part of it: `01/01/2020 – 28/02/2025`.
  var words: String {
    let start = from == .distantPast ? "…" : from.dayMonthYear
    guard let lastDay else { return "since \(start)" }
    return isEmpty ? "\(start), for no day" : "\(start) – \(lastDay.dayMonthYear)"
  }
}
