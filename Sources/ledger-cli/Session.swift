import OrgLedger

/// What a command works with: the options that all commands take, and where to print.
struct Session {
  let options: GlobalOptions
  let console: Console

  /// Reads a day that somebody typed.
  func day(_ text: String, of option: String) throws(Failure) -> Day {
    do { return try Day(text) } catch { throw .day(error, of: option) }
  }

  /// The chosen one of the formats that a command has.
  func format<Format: RawRepresentable<String> & CaseIterable>(
    _ text: String?, default usual: Format, later: [String] = []
  ) throws(Failure) -> Format {
    guard let text else { return usual }
    guard let format = Format(rawValue: text) else {
      throw .value(
        text, of: "--format", allowed: Format.allCases.map(\.rawValue), later: later)
    }
    return format
  }
}
