/// Why a text is no moment.
public enum SystemTimeError: Error, Hashable, Sendable {
  /// Neither a day nor a timestamp.
  case form(String)
  /// A day that the calendar does not have, or an hour or minute that the clock does not have.
  case calendar(String)
}

extension SystemTime {
  /// Reads a moment: a timestamp of ISO 8601 (`2025-03-01T08:00`, with or without seconds, their
  /// fraction, and an offset, `Z` or `+07:00`), or a day, which means its end.
  ///
  /// - Parameter offsetMinutes: The offset from UTC of a text that states none.
  /// - Throws: `SystemTimeError`.
  /// - Source: RFC 3339, section 5.6; digits beyond microseconds are cut off.
  public init(_ text: String, offsetMinutes: Int) throws(SystemTimeError) {
    guard let split = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }) else {
      do {
        self.init(endOf: try Day(text), offsetMinutes: offsetMinutes)
      } catch {
        if case .calendar = error { throw .calendar(text) }
        throw .form(text)
      }
      return
    }
    let day: Day
    do { day = try Day(String(text[..<split])) } catch {
      if case .calendar = error { throw .calendar(text) }
      throw .form(text)
    }
    var rest = text[text.index(after: split)...].utf8[...]
    let offset = try Self.offset(takenFrom: &rest, in: text) ?? offsetMinutes
    let microseconds = try Self.microseconds(rest, in: text)
    self.init(
      rawValue: Int64(day.rawValue) * Self.microsecondsInADay + microseconds
        - Int64(offset) * 60_000_000)
  }

  /// The minutes of `Z`, `+07:00` or `-05:30` at the end of a text, which are taken away.
  private static func offset(
    takenFrom rest: inout Substring.UTF8View, in text: String
  ) throws(SystemTimeError) -> Int? {
    if rest.last == UInt8(ascii: "Z") || rest.last == UInt8(ascii: "z") {
      rest.removeLast()
      return 0
    }
    guard
      let sign = rest.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") })
    else { return nil }
    let parts = rest[rest.index(after: sign)...].split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = digits(parts[0], 2), let minutes = digits(parts[1], 2)
    else { throw .form(text) }
    guard hours < 24, minutes < 60 else { throw .calendar(text) }
    let isWest = rest[sign] == UInt8(ascii: "-")
    rest = rest[..<sign]
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  /// The microseconds of the day at `08:00`, `08:00:30` or `08:00:30.25`.
  private static func microseconds(
    _ clock: Substring.UTF8View, in text: String
  ) throws(SystemTimeError) -> Int64 {
    let parts = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hours = digits(parts[0], 2),
      let minutes = digits(parts[1], 2)
    else { throw .form(text) }
    var (seconds, fraction): (Int, Int64) = (0, 0)
    if parts.count == 3 {
      let halves = parts[2].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard halves.count <= 2, let whole = digits(halves[0], 2) else { throw .form(text) }
      seconds = whole
      if halves.count == 2 {
        guard !halves[1].isEmpty, halves[1].allSatisfy(isDigit) else { throw .form(text) }
        let six = (Array(halves[1].prefix(6)) + Array(repeating: UInt8(ascii: "0"), count: 6))
          .prefix(6)
        fraction = six.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
      }
    }
    guard hours < 24, minutes < 60, seconds < 60 else { throw .calendar(text) }
    return Int64((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + fraction
  }

  private static func digits(_ text: Substring.UTF8View, _ count: Int) -> Int? {
    guard text.count == count, text.allSatisfy(isDigit) else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension Known {
  /// Reads how much of the log an answer may know: a position (digits alone), a day, which means
  /// its end, or a timestamp.
  ///
  /// - Throws: `SystemTimeError` for what is none of them.
  public init(_ text: String, offsetMinutes: Int) throws(SystemTimeError) {
    let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber, let position = UInt64(text) {
      self = .upTo(position)
    } else {
      self = .at(try SystemTime(text, offsetMinutes: offsetMinutes))
    }
  }
}
