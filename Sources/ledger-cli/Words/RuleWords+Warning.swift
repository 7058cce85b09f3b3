import OrgLedger

extension Violation {
  /// The words of what stands, and should be looked at.
  var warningWords: (message: String, remedy: String)? {
    switch rule {
    case .dayImprecise:
      (
        "The day is not known exactly: \(dayWords(about(0))).",
        "Nothing, if no text says more; until then answers say “possible” where it matters."
      )
    case .homonym:
      (
        "\(subject) has the name “\(about(0))” of a living sibling: \(rest(after: 1)).",
        "Look whether they are one body; if not, name them by id in questions."
      )
    case .functionHeldByNobody:
      (
        "Who holds \(about(0)) from \(day.map(\.dayMonthYear) ?? "then") on is not stated.",
        "Record who took it over, once a text says so."
      )
    case .functionLedByTwo:
      (
        "\(about(0)) is led by several: \(rest(after: 1)).",
        "Give one of them another role, or a scope to each."
      )
    case .effectiveBeforeIssued:
      (
        "It takes effect\(onDay), before \(about(0)) was issued (\(dayWords(about(1)))).",
        "Check both days; a text can be made to apply from an earlier day."
      )
    case .termContradictsType:
      (
        "The text says “\(about(0))”, which stands for \(rest(after: 2)), not for \(about(1)).",
        "Follow the fates in the text: who ends, who goes on, who begins."
      )
    case .lifeOfNoLength:
      (
        "\(subject) ends on the day on which it began, and so stands in no chart.",
        "Check both days; history and lineage show it all the same."
      )
    case .codeOnTwo:
      (
        "\(subject) bears \(about(0)):\(about(1)), and so does \(rest(after: 2)), of the same kind.",
        "Check which of them the list means."
      )
    case .codeReturns:
      (
        "\(about(0)):\(about(1)) returns: \(rest(after: 2)) once bore it, now \(subject).",
        "Nothing, if the list gave it out again."
      )
    case .entryForNoChild:
      (
        "The entry for \(about(0)) is ignored: at that place it is no child and no function of "
          + "\(subject).",
        "Remove the entry, or correct its id."
      )
    case .functionRedefined:
      (
        "\(about(0)) is said to be something else elsewhere; what takes effect first counts: "
          + "“\(about(1))”\(about(2).isEmpty ? "" : ", part of \(about(2))").",
        "Use the bare id, or another id where another function is meant."
      )
    case .partNotRecorded:
      (
        "\(about(0)) adds up \(about(1)), which is no recorded claim.",
        "Correct the id under parts, or record that claim; until then there is no sum."
      )
    default: nil
    }
  }
}
