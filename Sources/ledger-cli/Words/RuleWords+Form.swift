import OrgLedger

extension Violation {
  /// The words of what an act must be by itself.
  var formWords: (message: String, remedy: String)? {
    switch rule {
    case .identifierMalformed:
      (
        "“\(about(0))” cannot be an identifier.",
        "Ids of units are a-z, 0-9 and . / _ -, start with a letter or digit and have at most "
          + "\(longestUnitID) bytes; “unknown” is reserved. Others are free, up to "
          + "\(longestID) bytes without control characters."
      )
    case .idUsedTwice:
      (
        "The id \(about(0)) stands twice.",
        "Give each event an id of its own, or none; an id is never free again."
      )
    case .dayMissing:
      (
        "An enacted event says on which day it takes effect, and this one does not.",
        "Write effectiveOn on the event or on its act; imprecise where the text is "
          + "(2025-02, ../2025-02-08), or status: proposed for a plan."
      )
    case .participantCount:
      (
        "\(about(0)) takes \(participants(about(3), about(4))) under \(about(1)), not \(about(2)).",
        "List the units as the text names them, or choose the type that fits their number."
      )
    case .twoFates:
      (
        "\(subject) stands twice in one event: a unit ends, persists or is born, only one of them.",
        "Keep the one fate that the text gives it."
      )
    case .keyMissing:
      about.count > 1
        ? (
          "\(about(0)) needs the key \(about(1)).",
          "Add \(about(1)), as the table of event types says."
        )
        : ("The birth of \(subject) needs the key \(about(0)).", "Add \(about(0)) under born.")
    case .keyNotTaken where about == [EventType.reclassified.rawValue, "name"]:
      (
        "reclassified takes name with one unit only.",
        "Remove name, or write one event for each unit with its own."
      )
    case .keyNotTaken:
      (
        "\(about(0)) does not take the key \(about(1)).",
        "Remove \(about(1)), or choose the type that takes it."
      )
    case .valueNotTaken:
      (
        "\(about(0)) cannot be “\(about(1))”.", "Write one of: \(rest(after: 2))."
      )
    case .nameNotTrimmed:
      (
        "“\(about(0))”, said of \(subject), begins or ends with a blank or another unseen sign.",
        "Take it away; nobody would see it, and it would be another name."
      )
    case .postTwice:
      (
        "The post “\(about(0))” of \(subject) stands twice among the posts.",
        "Name each post once."
      )
    case .linkMissing:
      (
        "\(subject) has no link, and what ends or begins in a reorganisation needs one.",
        "Add {from, to} to links: what of it goes on where, or where it comes from."
      )
    case .linkOfStranger:
      (
        "A link names \(subject), which takes no part in the event, or links it to itself.",
        "Name it under ends, persists or born, or take it out of the link."
      )
    case .linkReversed:
      (
        "A link leads from \(about(0)) to \(about(1)): from what begins, or to what ends.",
        "Links lead from what ends or goes on to what begins or goes on; exchange from and to."
      )
    case .shareOutOfRange:
      (
        "A share of \(subject) is \(about(0)); a share is more than 0 and at most 1.",
        "Write the fraction of what the unit was, or amount and unit as the text gives them."
      )
    case .shareOfStranger:
      (
        "A share goes from \(subject) to \(about(0)), which this event does not link.",
        "Correct the two ids, or choose the type that links them."
      )
    case .noSingleSuccessor:
      (
        "What \(subject) leaves is to follow, but it goes into several units or into none.",
        "Say for each child and function where it goes: children: {id: unit}, heldFunctions: …"
      )
    case .emptyAct:
      ("The act \(about(0)) has no events.", "Give it its events, or leave it out.")
    case .notStorable:
      (
        "\(about(0)) could not be read back once it is recorded: \(about(1)).",
        "Write texts in Unicode normalization form C; a document read by this program has them so."
      )
    case .partOfItself:
      (
        "\(about(0)) is named as a part of itself.",
        "Name under parts only the claims that it adds up."
      )
    case .partTwice:
      (
        "\(about(1)) stands twice among the parts of \(about(0)).",
        "Name each part once; what counts twice is a claim of its own."
      )
    default: nil
    }
  }

  private func participants(_ least: String, _ most: String) -> String {
    if most.isEmpty { return least == "0" ? "any number of units" : "\(least) or more units" }
    if most == "0" { return "no unit" }
    let number = most == least ? least : "\(least) to \(most)"
    return number == "1" ? "exactly 1 unit" : "\(number) units"
  }
}
