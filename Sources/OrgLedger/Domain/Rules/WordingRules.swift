/// What a person should look at in an act: words and days that do not go together.
enum WordingRules {
  static func check(
    _ act: Act, _ instruments: [InstrumentID: Instrument], _ vocabulary: Vocabulary
  ) -> [Violation] {
    act.events.flatMap { event -> [Violation] in
      term(event, vocabulary) + issued(event, act, instruments)
    }
  }

  private static func term(_ event: Event, _ vocabulary: Vocabulary) -> [Violation] {
    guard let term = event.term, let types = vocabulary.terms[term.lowercased()],
      !types.contains(event.type)
    else { return [] }
    return [
      Violation(
        .termContradictsType, event: event.id,
        about: [term, event.type.rawValue] + types.map(\.rawValue).sorted())
    ]
  }

  /// Nothing takes effect before the text that orders it; what merely enters the ledger may.
  private static func issued(
    _ event: Event, _ act: Act, _ instruments: [InstrumentID: Instrument]
  ) -> [Violation] {
    guard act.status == .enacted, event.type != .registered, event.type != .noted,
      event.type.needsDay,
      let effective = event.effectiveOn?.latest
    else { return [] }
    return act.orderedBy.compactMap { id in
      guard let issued = instruments[id]?.issuedOn?.earliest, effective < issued else {
        return nil
      }
      return Violation(
        .effectiveBeforeIssued, day: effective, event: event.id,
        about: [id.text, issued.description])
    }
  }
}
