import OrgLedger

extension Violation {
  /// The words of what was, is and will be.
  var timelineWords: (message: String, remedy: String)? {
    switch rule {
    case .bornTwice where about(1) == "suspended":
      (
        "\(subject) is also born in \(about(0)), and one of the two is suspended; an id has one life.",
        "Annul the birth that is not to be, resume the suspended one, or give the new unit an id of "
          + "its own."
      )
    case .bornTwice:
      (
        "\(subject) was already born, in \(about(0)); an id has one life.",
        "Give the new unit an id of its own; if it brings the old one back, let it restore it."
      )
    case .notAlive:
      about(0) == "ended"
        ? (
          "\(subject) had ended: its last day was \(lastDay(before: about(1))), by \(about(2)).",
          "Name the unit that goes on, date the event earlier, or set the order of the day's acts."
        )
        : (
          "\(subject) is not born yet at this place\(onDay).",
          "Date the event after its birth; on the same day, set the order of the acts."
        )
    case .restoresLiving:
      (
        "\(subject) is to be restored but has not ended.",
        "Record its end first, or leave out restores."
      )
    case .noChange:
      (
        "For \(subject) the event changes nothing: what it states holds already.",
        "Look whether the act is recorded twice, or names the wrong unit or value."
      )
    case .codeNotBorne:
      (
        "\(subject) does not bear the code \(about(0)):\(about(1))\(onDay).",
        "Retire the code that it bears, or name the unit that bears this one."
      )
    case .functionNotHeld:
      (
        "\(subject) does not hold \(about(0))\(onDay)"
          + (about.count > 1 ? "; \(rest(after: 1)) does." : "; nobody does."),
        "Name the unit that holds it, or record first how \(subject) came to hold it."
      )
    case .cycle:
      (
        "\(subject) would stand under itself: \((about + [subject]).joined(separator: " → ")).",
        "Choose a parent that does not stand below \(subject)."
      )
    case .parentNotAlive:
      (
        "\(subject) would stand under \(about(0)), which "
          + (about(1) == "unborn"
            ? "is not born yet."
            : "had ended: its last day was \(lastDay(before: about(1)))."),
        "Name a parent that lives on that day, or unknown where the sources do not say."
      )
    case .holderNotAlive:
      (
        "\(subject) would hold \(about(0))\(onDay), but does not live then.",
        "Give the function to a unit that lives, or date the event within its life."
      )
    case .uncoveredChildren:
      (
        "\(subject) ends and leaves \(counted(about.count, "living child", "living children")): "
          + "\(rest(after: 0)).",
        "Say where each goes: children: {\(about(0)): unit id | null | unknown}, children: follow, "
          + "or move or end them in the same act."
      )
    case .uncoveredFunctions:
      (
        "\(subject) ends and leaves \(counted(about.count, "function")): \(rest(after: 0)).",
        "Say where each goes: heldFunctions: {\(about(0)): unit id | null | unknown}, "
          + "heldFunctions: follow, or transfer or end them in the same act."
      )
    default: nil
    }
  }

  /// The day before one on which something ended, as people say it.
  private func lastDay(before text: String) -> String {
    (try? Day(text))?.previous.dayMonthYear ?? "on a day not stated"
  }
}
