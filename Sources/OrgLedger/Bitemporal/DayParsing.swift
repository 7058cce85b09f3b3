/// Why a text is no date.
public enum DayError: Error, Hashable, Sendable {
  /// Neither `dd/MM/yyyy` nor `yyyy-MM-dd` nor, where a date may be imprecise, one of its forms.
  case form(String)
  /// Well formed, but the calendar has no such day: 30/02/2025.
  case calendar(String)
  /// A qualifier of EDTF (`~ ? % X`), which is refused: write the interval that it stands for.
  case qualifier(String)
  /// An interval that ends before it begins.
  case reversed(String)
}

extension Day {
  /// Reads `dd/MM/yyyy`, `d/M/yyyy` or `yyyy-MM-dd`.
  public init(_ text: String) throws(DayError) {
    let date = try ImpreciseDay(text)
    guard let exact = date.exact, !text.utf8.contains(UInt8(ascii: "/")) || Day.isSlashed(text)
    else { throw .form(text) }
    self = exact
  }

  /// Whether a text has two slashes, as `dd/MM/yyyy` has; an interval has one.
  fileprivate static func isSlashed(_ text: String) -> Bool {
    text.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 2
  }
}

extension ImpreciseDay {
  /// Reads a day (`dd/MM/yyyy`, `d/M/yyyy`, `yyyy-MM-dd`), a month (`yyyy-MM`), a year (`yyyy`) or
  /// an interval of such (`2025-01/2025-03`), with `..` for an open end.
  public init(_ text: String) throws(DayError) {
    if text.utf8.contains(where: { "~?%X".utf8.contains($0) }) { throw .qualifier(text) }
    if Day.isSlashed(text) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3, (1...2).contains(parts[0].utf8.count),
        (1...2).contains(parts[1].utf8.count), parts[2].utf8.count == 4,
        let day = number(parts[0]), let month = number(parts[1]), let year = number(parts[2])
      else { throw .form(text) }
      guard let exact = Day(year: year, month: month, day: day) else { throw .calendar(text) }
      self.init(exact)
      return
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1:
      let (earliest, latest) = try ImpreciseDay.bounds(of: ends[0], in: text)
      guard let whole = ImpreciseDay(earliest: earliest, latest: latest) else { throw .form(text) }
      self = whole
    case 2:
      let from = ends[0] == ".." ? nil : try ImpreciseDay.bounds(of: ends[0], in: text).0
      let to = ends[1] == ".." ? nil : try ImpreciseDay.bounds(of: ends[1], in: text).1
      guard let whole = ImpreciseDay(earliest: from, latest: to) else { throw .reversed(text) }
      self = whole
    default: throw .form(text)
    }
  }

  /// First and last day of an ISO day, month or year.
  private static func bounds(of part: Substring, in text: String) throws(DayError) -> (Day, Day) {
    let fields = part.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields[0].utf8.count == 4,
      fields.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { throw .form(text) }
    var numbers: [Int] = []
    for field in fields {
      guard let value = number(field) else { throw .form(text) }
      numbers.append(value)
    }
    let year = numbers[0]
    let firstMonth = numbers.count > 1 ? numbers[1] : 1
    let lastMonth = numbers.count > 1 ? numbers[1] : 12
    guard (1...12).contains(firstMonth) else { throw .calendar(text) }
    let firstDay = numbers.count > 2 ? numbers[2] : 1
    let lastDay = numbers.count > 2 ? numbers[2] : Day.daysIn(month: lastMonth, year: year)
    guard let first = Day(year: year, month: firstMonth, day: firstDay),
      let last = Day(year: year, month: lastMonth, day: lastDay)
    else { throw .calendar(text) }
    return (first, last)
  }
}

/// A number written in ASCII digits only.
private func number(_ digits: Substring) -> Int? {
  guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(digits)
}
