/// When something was recorded: the time of the log, not of the world.
///
/// One for all records of a submission, strictly increasing from one to the next, ratcheted
/// against a clock that goes back.
///
/// - Unit: microseconds since 1970-01-01T00:00:00Z, without leap seconds.
/// - Also called: system time (SQL:2011, XTDB), record time, transaction time.
public struct SystemTime: RawRepresentable, Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  public var rawValue: Int64

  /// The time so many microseconds after the epoch.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  public static func < (left: SystemTime, right: SystemTime) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Later than everything recorded.
  public static let distantFuture = SystemTime(rawValue: .max)

  static let microsecondsInADay: Int64 = 86_400_000_000

  /// The last microsecond of a day at an offset from UTC: what was known when the day was over.
  public init(endOf day: Day, offsetMinutes: Int) {
    rawValue =
      (Int64(day.rawValue) + 1) * Self.microsecondsInADay - Int64(offsetMinutes) * 60_000_000 - 1
  }

  /// The next record time: the clock's, unless it has gone back or stood still.
  public static func ratchet(clock: SystemTime, last: SystemTime?) -> SystemTime {
    guard let last, clock <= last else { return clock }
    return SystemTime(rawValue: last.rawValue + 1)
  }

  /// The civil day on which it falls at an offset from UTC.
  public func day(offsetMinutes: Int) -> Day {
    Day(rawValue: Int32(dayAndRest(offsetMinutes).day))
  }

  private func dayAndRest(_ offsetMinutes: Int) -> (day: Int64, rest: Int64) {
    let local = rawValue + Int64(offsetMinutes) * 60_000_000
    let day = local.dividedFlooring(by: Self.microsecondsInADay)
    return (day, local - day * Self.microsecondsInADay)
  }

  /// ISO 8601 with microseconds and the offset: `2025-03-01T08:00:00.000001+07:00`.
  public func iso8601(offsetMinutes: Int) -> String {
    let (day, rest) = dayAndRest(offsetMinutes)
    let seconds = Int(rest / 1_000_000)
    let clock =
      "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    let sign = offsetMinutes < 0 ? "-" : "+"
    let offset = abs(offsetMinutes)
    let zone = offset == 0 ? "Z" : "\(sign)\(padded(offset / 60, 2)):\(padded(offset % 60, 2))"
    return
      "\(Day(rawValue: Int32(day)))T\(clock).\(padded(Int(rest % 1_000_000), 6))\(zone)"
  }
}

extension Int64 {
  /// Division that rounds down, also below zero.
  fileprivate func dividedFlooring(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
