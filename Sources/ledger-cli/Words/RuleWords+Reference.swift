import OrgLedger

extension Violation {
  /// The words of what an act rests on.
  var referenceWords: (message: String, remedy: String)? {
    switch rule {
    case .unknownUnit:
      (
        "No recorded event gives birth to \(subject).",
        "Correct the id, or record first how the unit began: registered, if it stood before."
      )
    case .unknownFunction:
      (
        "No record says what the function \(about(0)) is.",
        "Correct the id, or write it with its name where it first appears: {id, name}."
      )
    case .functionCycle:
      (
        "The function \(about(0)) would be a part of itself: \(rest(after: 0)).",
        "Leave the parent out, or name the whole of which it is a part."
      )
    case .unknownInstrument:
      (
        "The text \(about(0)) is not recorded.",
        "Correct the id, or describe the text under instruments."
      )
    case .unknownAct:
      (
        "\(about(0)) is no recorded proposed act.",
        "Correct the id under enacts, or record the plan first, with status: proposed."
      )
    case .unknownReference:
      (
        "\(about(0)) is no recorded event or claim.",
        "Correct the id under between, or record first what it names."
      )
    case .restsOnProposal:
      (
        "\(subject) exists only in a plan (\(rest(after: 0))); what was enacted cannot rest on it.",
        "Record the act that founded it; if there was none, this one is a plan too."
      )
    case .claimRestsOnIt:
      (
        "The claim \(about(0)) counts under \(subject), to which no recorded event would give "
          + "birth.",
        "Correct the claim in the same act: replacement: null takes it back, another says where it "
          + "counts."
      )
    default: nil
    }
  }
}
