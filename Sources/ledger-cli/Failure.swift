/// What the process tells its caller, after sysexits(3).
enum ExitStatus: Int32 {
  case done = 0
  /// The check that was asked for does not hold.
  case doesNotHold = 1
  case usage = 64
  /// A file cannot be understood, or an act breaks a rule.
  case badInput = 65
  /// No such file, store or unit; also a name that stands for several units.
  case notFound = 66
  /// Our own defect.
  case defect = 70
  case cannotCreate = 73
  /// Disk full, a read or write that failed, a damaged file.
  case ioError = 74
  /// Somebody else was faster: try again.
  case tryAgain = 75
}

/// Why a command could not answer, in words: the end of the road for every typed error.
///
/// Only the files in `Words/` and the commands make one, and only `Entry` reads it.
struct Failure: Error {
  var status: ExitStatus
  /// What kind of failure it is, for programs; it never changes.
  var code: String
  var message: String
  var file: String?
  var line: Int?
  var column: Int?
  var key: String?
  /// What to do about it.
  var hint: String?
  /// What may have been meant, one a line.
  var candidates: [String]
  /// What else a person should see below the message: lines of usage, two versions.
  var details: [Styled]
  var violations: [WordedViolation]

  init(
    _ status: ExitStatus, _ code: String, _ message: String, file: String? = nil,
    line: Int? = nil, column: Int? = nil, key: String? = nil, hint: String? = nil,
    candidates: [String] = [], details: [Styled] = [], violations: [WordedViolation] = []
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
    self.key = key
    self.hint = hint
    self.candidates = candidates
    self.details = details
    self.violations = violations
  }

  /// For eyes: where, what, every violation, what to do.
  var lines: [Styled] {
    var place = file ?? ""
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    if !place.isEmpty { place += ": " }
    var lines: [Styled] = ["\("ledger:", .failure) \(place, .strong)\(message)"]
    lines += candidates.map { "  \($0)" } + details
    lines += violations.flatMap(\.lines)
    if let hint { lines.append("\("hint:", .accent) \(hint)") }
    return lines
  }

  /// The keys are fixed, so that what may have been meant is part of the hint.
  private var hintForPrograms: String? {
    guard !candidates.isEmpty else { return hint }
    return (hint.map { "\($0) " } ?? "") + candidates.joined(separator: "; ")
  }

  /// For programs, with the keys of the documented answer.
  var json: JSON {
    .object([
      (
        "error",
        .object([
          ("code", .string(code)), ("message", .string(message)), ("file", .optional(file)),
          ("line", line.map { .int($0) } ?? .null), ("key", .optional(key)),
          ("hint", .optional(hintForPrograms)), ("violations", .array(violations.map(\.json))),
        ])
      )
    ])
  }
}
