import OrgLedger

/// What became of an act, and the history if it had been taken in.
public struct Outcome: Sendable {
  public let verdict: Verdict
  public let after: Given

  /// Every violation, warnings included.
  public var violations: [Violation] {
    switch verdict {
    case .accepted(let warnings): warnings
    case .refused(let refusals, let warnings): refusals + warnings
    }
  }

  /// It stands, whatever a person should look at.
  @discardableResult
  public func thenAccepted(file: String = #fileID, line: Int = #line) throws(Unmet) -> Given {
    if case .refused(let refusals, _) = verdict {
      throw Unmet("expected to be accepted, but refused: \(refusals)", file, line)
    }
    return after
  }

  /// It stands, and there is nothing to say about it.
  @discardableResult
  public func thenQuiet(file: String = #fileID, line: Int = #line) throws(Unmet) -> Given {
    guard violations.isEmpty else {
      throw Unmet("expected nothing to be said, but: \(violations)", file, line)
    }
    return after
  }

  /// It stands, and a person is told so.
  @discardableResult
  public func thenWarned(
    of rule: Rule, unit: UnitID? = nil, file: String = #fileID, line: Int = #line
  ) throws(Unmet) -> Given {
    try thenAccepted(file: file, line: line)
    return try expect(rule, unit, nil, file, line)
  }

  /// It is refused by a rule, for a unit and a day where they are given.
  @discardableResult
  public func thenRefused(
    by rule: Rule, unit: UnitID? = nil, day: Int32? = nil, file: String = #fileID,
    line: Int = #line
  ) throws(Unmet) -> Given {
    guard case .refused = verdict else {
      throw Unmet("expected to be refused by \(rule), but accepted", file, line)
    }
    return try expect(rule, unit, day.map(Day.init(rawValue:)), file, line)
  }

  private func expect(
    _ rule: Rule, _ unit: UnitID?, _ day: Day?, _ file: String, _ line: Int
  ) throws(Unmet) -> Given {
    let matches = violations.contains { violation in
      violation.rule == rule && (unit == nil || violation.unit == unit)
        && (day == nil || violation.day == day)
    }
    guard matches else {
      let place = "\(unit.map { " for \($0)" } ?? "")\(day.map { " on \($0.rawValue)" } ?? "")"
      throw Unmet("expected \(rule)\(place), but found: \(violations)", file, line)
    }
    return after
  }
}

/// An expectation that does not hold.
public struct Unmet: Error, CustomStringConvertible, Sendable {
  public let description: String

  init(_ what: String, _ file: String, _ line: Int) { description = "\(file):\(line): \(what)" }
}
