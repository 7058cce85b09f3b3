/// One unknown day within an interval whose ends may be open: when something took effect, as far
/// as the sources say.
///
/// A day that is known exactly has both ends on it. The log is folded with every imprecise day at
/// its earliest and again at its latest: what both folds say is certain, what one says is possible.
///
/// - Source: the forms read and written are a subset of EDTF (ISO 8601-2:2019): `2018`, `2025-02`,
///   `2025-01/2025-03`, `../2025-02-08`, `2022-07-07/..`, `../..`.
public struct ImpreciseDay: Hashable, Sendable {
  /// The first day that is possible; `nil`: not stated.
  public let earliest: Day?
  /// The last day that is possible; `nil`: not stated.
  public let latest: Day?

  /// An interval of days, both ends included, or `nil` where it would end before it begins.
  public init?(earliest: Day?, latest: Day?) {
    if let earliest, let latest, latest < earliest { return nil }
    self.earliest = earliest
    self.latest = latest
  }

  /// Exactly this day.
  public init(_ day: Day) {
    earliest = day
    latest = day
  }

  /// Nothing is stated about the day.
  public static let notStated = ImpreciseDay()

  private init() {
    earliest = nil
    latest = nil
  }

  /// Its first and last possible day; an open end is the distant past or future.
  public var ends: [Day] { [earliest ?? .distantPast, latest ?? .distantFuture] }

  /// Whether it may be a day.
  public func contains(_ day: Day) -> Bool { ends[0] <= day && day <= ends[1] }

  /// What is stated of something that is held to have been on a day: this, where it may be that day.
  ///
  /// What was suspended takes effect on another day than its own.
  func stated(of day: Day) -> ImpreciseDay { contains(day) ? self : ImpreciseDay(day) }

  /// The day, where it is known exactly.
  public var exact: Day? { earliest == latest ? earliest : nil }
}

extension ImpreciseDay: CustomStringConvertible {
  /// The shortest form in which it can be written: a day, a month, a year or an interval.
  public var description: String {
    if let exact { return exact.description }
    if let earliest, let latest {
      let (year, month, day) = earliest.civil
      if day == 1 {
        if month == 1, latest == Day(year: year, month: 12, day: 31) { return padded(year, 4) }
        if latest == Day(year: year, month: month, day: Day.daysIn(month: month, year: year)) {
          return "\(padded(year, 4))-\(padded(month, 2))"
        }
      }
    }
    return "\(earliest?.description ?? "..")/\(latest?.description ?? "..")"
  }
}
