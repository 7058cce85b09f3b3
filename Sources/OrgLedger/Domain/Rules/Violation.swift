/// A rule that an act may break, or that a person should look at.
public enum Rule: String, CaseIterable, Hashable, Sendable {
  // Form: what the act says by itself.
  case identifierMalformed, idUsedTwice, dayMissing, participantCount, twoFates, keyMissing
  case keyNotTaken, valueNotTaken, nameNotTrimmed, postTwice
  case linkMissing, linkOfStranger, linkReversed
  case shareOutOfRange, shareOfStranger
  case noSingleSuccessor, emptyAct, planAboutTheRecord, notStorable
  // Form of a claim: what it adds up.
  case partOfItself, partTwice
  // References: what it rests on.
  case unknownUnit, unknownFunction, functionCycle, unknownInstrument, unknownAct, unknownReference
  case restsOnProposal, claimRestsOnIt
  // The record: what is corrected, annulled or suspended.
  case unknownTarget, ambiguousTarget, targetOfOtherKind, targetTakenBack, targetTwice
  case textTakenBack, suspendedTooLate, suspendedTwice, notSuspended
  // The timeline: what was, is and will be.
  case bornTwice, notAlive, restoresLiving, noChange, codeNotBorne, functionNotHeld
  case cycle, parentNotAlive, holderNotAlive, uncoveredChildren, uncoveredFunctions
  // Warnings.
  case dayImprecise, homonym, functionHeldByNobody, functionLedByTwo, effectiveBeforeIssued
  case termContradictsType, lifeOfNoLength, codeOnTwo, codeReturns, entryForNoChild
  case functionRedefined, partNotRecorded

  /// Whether an act that breaks it is refused; else the act stands and the person is told.
  public var refuses: Bool {
    switch self {
    case .dayImprecise, .homonym, .functionHeldByNobody, .functionLedByTwo,
      .effectiveBeforeIssued, .termContradictsType, .lifeOfNoLength, .codeOnTwo, .codeReturns,
      .entryForNoChild, .functionRedefined, .partNotRecorded:
      false
    default: true
    }
  }
}

/// One way in which an act breaks a rule: a fact; the words are made at the edge.
public struct Violation: Error, Hashable, Sendable {
  /// The rule that is broken.
  public var rule: Rule
  /// The unit that it is about.
  public var unit: UnitID?
  /// The day on which it shows.
  public var day: Day?
  /// The event that cannot stand: one of the act's, or a later one that the act would break.
  public var event: EventID?
  /// What else it is about: children, functions, names, keys, counts, by rule.
  public var about: [String]

  public init(
    _ rule: Rule, unit: UnitID? = nil, day: Day? = nil, event: EventID? = nil,
    about: [String] = []
  ) {
    self.rule = rule
    self.unit = unit
    self.day = day
    self.event = event
    self.about = about
  }
}

/// Words that a text may use for each type of event, as data: a verb is not the type.
public struct Vocabulary: Hashable, Sendable {
  /// By verb, in lower case: the types that it may stand for.
  public var terms: [String: Set<EventType>]

  public init(terms: [String: Set<EventType>] = [:]) { self.terms = terms }
}

/// What becomes of an act.
public enum Verdict: Hashable, Sendable {
  /// It may be recorded; what a person should look at comes along.
  case accepted(warnings: [Violation])
  /// It may not; every reason is listed.
  case refused([Violation], warnings: [Violation])
}
