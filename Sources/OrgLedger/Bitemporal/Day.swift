/// A civil day, without a time zone, in the proleptic Gregorian calendar.
///
/// - Unit: whole days since 1970-01-01; from 0000-01-01 to 9999-12-31 as text, wider as a number.
/// - Also called: application time (SQL:2011), effective date.
/// - Source: the day count is Howard Hinnant's *chrono-Compatible Low-Level Date Algorithms*
///   (`days_from_civil`), which is exact for every `Int32` year.
public struct Day: RawRepresentable, Hashable, Comparable, Sendable {
  /// Whole days since 1970-01-01, negative before.
  public var rawValue: Int32

  /// The day so many days after 1970-01-01.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Earlier than every day that can be written: the start of a date that is open to the past.
  public static let distantPast = Day(rawValue: .min)
  /// Later than every day that can be written: what has not happened stands here.
  public static let distantFuture = Day(rawValue: .max)

  public static func < (left: Day, right: Day) -> Bool { left.rawValue < right.rawValue }

  /// The day of a year, month and day of the month, or `nil` where the calendar has no such day.
  ///
  /// Years have four digits: 0 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.daysIn(month: month, year: year)
    else { return nil }
    // The year begins in March, so that the leap day is its last.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    rawValue = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(rawValue) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// How many days a month has.
  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day after; the distant ends stay where they are.
  public var next: Day {
    self == .distantFuture || self == .distantPast ? self : Day(rawValue: rawValue + 1)
  }

  /// The day before; the distant ends stay where they are.
  public var previous: Day {
    self == .distantFuture || self == .distantPast ? self : Day(rawValue: rawValue - 1)
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601, `yyyy-MM-dd`; `..` at the distant ends.
  public var description: String {
    if self == .distantPast || self == .distantFuture { return ".." }
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// As people in Việt Nam and most of Europe write it, `dd/MM/yyyy`.
  public var dayMonthYear: String {
    if self == .distantPast || self == .distantFuture { return "…" }
    let (year, month, day) = civil
    return "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))"
  }
}

/// A number in decimal digits with leading zeros up to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
