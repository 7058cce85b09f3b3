import OrgLedger

extension Violation {
  /// The words of what is corrected, annulled or suspended.
  var recordWords: (message: String, remedy: String)? {
    switch rule {
    case .planAboutTheRecord:
      (
        "\(about(0)) is about the record, and a plan changes nothing in it.",
        "Leave out status: proposed, or record as a plan what is planned for the world."
      )
    case .unknownTarget:
      (
        "Nothing is recorded under the id \(about(0)).",
        "Correct the id: that of an event, an act, a text or a claim as log shows it."
      )
    case .ambiguousTarget:
      (
        "\(about(0)) is the id of more than one thing.",
        "Say which is meant: give a replacement of its kind, or name the act's events one by one."
      )
    case .targetOfOtherKind:
      (
        "\(about(0)) is recorded as \(about(1))\(other): this cannot be done to it.",
        "A thing is replaced by one of its kind and status. What takes others back is annulled and "
          + "recorded anew; a text and a claim can be corrected only, and what is about the record "
          + "cannot be suspended."
      )
    case .targetTakenBack:
      (
        "\(about(0)) no longer counts"
          + (about.count > 1 ? ": it was taken back by \(rest(after: 1))." : "."),
        "Name what stands in its place, if anything does; to bring it back, annul what took it back."
      )
    case .targetTwice:
      (
        "\(rest(after: 0)) is taken back or named twice in one act.",
        "Name each thing once: an act takes all of its events with it."
      )
    case .textTakenBack:
      (
        "The text \(about(0)) cannot be taken back without another in its place, since records "
          + "rest on it.",
        "Give what the text should say under replacement."
      )
    case .suspendedTooLate:
      (
        "\(about(0)) \(tookEffect) before it was to be suspended\(onDay).",
        "Record the new act instead that changes things back; only functions, posts, quotas and "
          + "second parents can cease for a time."
      )
    case .suspendedTwice:
      (
        "\(about(0)) is suspended already\(onDay).",
        "Name each thing once, or record when it was resumed in between."
      )
    case .notSuspended:
      (
        "\(about(0)) is not suspended\(onDay), so it cannot be resumed.",
        "Correct the id or the day, or record the suspension first."
      )
    default: nil
    }
  }

  /// When something took effect; its first day may be open.
  private var tookEffect: String {
    (try? ImpreciseDay(about(1)))?.exact == nil
      ? "may have taken effect" : "took effect on \(dayWords(about(1))),"
  }

  /// `, not …`, where it is said what was expected.
  private var other: String { about.count > 2 ? ", not \(rest(after: 2))" : "" }
}
