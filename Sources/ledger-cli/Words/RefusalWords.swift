import OrgLedger

extension Failure {
  /// Why something could not be recorded: every rule that it breaks, or what stands in its place.
  init(_ refusal: Refusal, of planned: PlannedSubmission) {
    // What is said to be complete has no id.
    let id = planned.submission.id.isEmpty ? "" : " \(planned.submission.id)"
    let name = "The \(planned.submission.kind.rawValue)\(id)"
    let line = planned.line > 0 ? planned.line : nil
    switch refusal {
    case .violations(let violations, _):
      self.init(
        .badInput, "refused",
        "\(name) is refused: \(counted(violations.count, "violation")). Nothing of it was recorded.",
        file: planned.file, line: line,
        violations: violations.map { $0.worded(in: planned.submission) })
    case .otherContent(let recorded, let offered, let position):
      self.init(
        .badInput, "otherContent",
        "\(name) stands at position \(position) with other content. Nothing of it was recorded.",
        file: planned.file, line: line,
        hint: "Ids are never used again: give what is new an id of its own. What was recorded "
          + "wrongly is corrected, not repeated.",
        details: Comparison.lines(recorded, offered))
    }
  }
}

/// What differs between two values of one type, field by field.
enum Comparison {
  /// A line for what is recorded and one for what is offered, for each field that differs.
  static func lines(_ recorded: Any, _ offered: Any) -> [Styled] {
    let (before, after) = (fields(of: recorded), fields(of: offered))
    var paths = before.map(\.path)
    paths += after.map(\.path).filter { !paths.contains($0) }
    let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after, uniquingKeysWith: { first, _ in first })
    return paths.filter { old[$0] != new[$0] }.flatMap { path -> [Styled] in
      [
        "  \(path, .strong)", "    \("recorded:", .dim) \(old[path] ?? "nothing")",
        "    \("offered: ", .dim) \(new[path] ?? "nothing")",
      ]
    }
  }

  /// Every value without parts of its own, by its path.
  private static func fields(of value: Any) -> [(path: String, value: String)] {
    var found: [(String, String)] = []
    var pending: [(path: String, value: Any)] = [("", value)]
    while let (path, value) = pending.popLast() {
      if let text = leaf(value) {
        found.append((path, text))
        continue
      }
      let parts = Mirror(reflecting: value)
      let isList = parts.displayStyle == .collection
      // An optional and the case of an enum are no step of their own.
      let isWrapper = parts.displayStyle == .optional || parts.displayStyle == .enum
      let children = parts.children.enumerated().map { index, child in
        let step = isList ? "[\(index)]" : isWrapper ? "" : child.label ?? "\(index)"
        let dot = path.isEmpty || isList || step.isEmpty ? "" : "."
        return (path: path + dot + step, value: child.value)
      }
      if children.isEmpty, parts.displayStyle == .enum { found.append((path, "\(value)")) }
      pending += children.reversed()
    }
    return found
  }

  /// The text of a value that has one of its own.
  private static func leaf(_ value: Any) -> String? {
    switch value {
    case let text as String: "“\(text)”"
    case let day as ImpreciseDay: day.description
    case let day as Day: day.description
    case let number as Decimal: number.description
    case let number as any BinaryInteger: "\(number)"
    case let flag as Bool: "\(flag)"
    default: nil
    }
  }
}
