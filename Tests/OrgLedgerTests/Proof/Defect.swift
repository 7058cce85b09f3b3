import OrgLedgerTesting

@testable import OrgLedger

/// Ways in which a store or a read model could be wrong, each with the check that must find it.
enum Defect: String, CaseIterable, Sendable {
  // Lives, as they are written.
  case forgetsBirths, beginsADayLate, beginsADayEarly, neverEnds, endsADayLate
  case keepsWhatWasTakenBack, forgetsLaterKnowledge, rewritesThePast
  case learnsTooLate, forgetsTheEarliestFold, swapsTheFolds, takesOneFoldForBoth
  case keepsOldNames, keepsOldKinds, keepsOldPlaces, losesCodes, keepsRetiredCodes
  case sortsByPosition, sortsADayByPosition, movesDaysOfBirth, roundsDaysOfBirth, forgetsClasses
  case takesUnknownForTop, letsAChildOutliveItsParent
  // Functions that are held, as they are written.
  case forgetsHoldings, swapsRoles, holdsADayLate, neverReleases, losesScopes
  // Candidates, numbers and mentions.
  case forgetsACandidate, forgetsTheTops, keepsAForeignCandidate, mixesUpFunctions, namesOnlyOne
  case forgetsAMention, forgetsRetractions, forgetsFunctionNames, forgetsWhatIsSuspended
  case forgetsWhoStandsUnder
  // The reading of a structure.
  case ignoresWhatWasKnown, tellsTheHeadOfNow, asksTheDayBefore, goesALevelTooDeep
  case takesAllForCertain, countsLevelsFromOne, leavesTheRootOut, listsTheLatestFoldAlone
  case supposesNothing, supposesLess, readsNoActs
  // The reading of a part of the facts.
  case forgetsWhyItWasTakenBack, readsLivesOnly, followsNoLink, losesWholes, ignoresSuspensions
  case keepsReleasedFunctions, losesAssignments, missesUnits
  case knowsFunctionsTooEarly, takesLaterTextsForRead, readsATextADayEarly, stopsALevelShort,
    readsTheLastDayAlone, forgetsTheLastDay, readsNoPlans
  // The reading of the log.
  case showsHalfAnAct, takesPlansForDone, forgetsOrdersOfADay, forgetsSlots, roundsDays
  case keepsWhatDoesNotCount, readsTooFewRecords, losesSuccessions, losesWhatIsCarriedOut
  case losesPlans, keepsOldTexts, losesNewNames, forgetsWhoRecorded
  // The documents.
  case losesOrdersInDocuments, losesDaysInDocuments, losesCorrectionsInDocuments
  case losesClaimsInDocuments

  /// The check that is there to find it.
  var check: Check {
    switch self {
    case .forgetsBirths, .beginsADayLate, .beginsADayEarly, .neverEnds, .endsADayLate,
      .keepsWhatWasTakenBack, .forgetsACandidate, .forgetsTheTops,
      .asksTheDayBefore, .goesALevelTooDeep, .leavesTheRootOut:
      .unitsOfChart
    case .forgetsLaterKnowledge, .rewritesThePast, .learnsTooLate, .forgetsTheEarliestFold,
      .swapsTheFolds, .ignoresWhatWasKnown, .letsAChildOutliveItsParent:
      .livesOfUnits
    case .listsTheLatestFoldAlone: .unitsUnderOne
    case .tellsTheHeadOfNow: .headOfChart
    case .takesOneFoldForBoth, .takesAllForCertain: .certaintyOfChart
    case .keepsOldNames: .namesOfChart
    case .keepsOldKinds: .kindsOfChart
    case .keepsOldPlaces, .takesUnknownForTop: .placesOfChart
    case .losesCodes, .keepsRetiredCodes: .codesOfChart
    case .sortsByPosition, .sortsADayByPosition: .orderOfChart
    case .movesDaysOfBirth, .roundsDaysOfBirth: .birthsOfChart
    case .forgetsClasses: .classesOfChart
    case .forgetsHoldings, .swapsRoles, .holdsADayLate, .neverReleases, .losesScopes,
      .mixesUpFunctions, .forgetsFunctionNames:
      .functionsOfChart
    case .countsLevelsFromOne: .levelsOfChart
    case .namesOnlyOne, .missesUnits: .unitByText
    case .knowsFunctionsTooEarly: .functionByText
    case .forgetsAMention, .forgetsRetractions, .forgetsWhatIsSuspended, .showsHalfAnAct,
      .takesPlansForDone, .forgetsOrdersOfADay, .forgetsSlots, .roundsDays, .ignoresSuspensions,
      .keepsWhatDoesNotCount, .losesOrdersInDocuments, .losesCorrectionsInDocuments:
      .historyOfUnit
    case .forgetsWhyItWasTakenBack: .takenBackOfUnit
    case .forgetsWhoStandsUnder, .readsLivesOnly: .shownUnit
    case .losesAssignments: .functionsOfUnit
    case .followsNoLink, .losesDaysInDocuments: .lineageOfUnit
    case .losesWholes, .keepsReleasedFunctions: .holdersOfFunction
    case .takesLaterTextsForRead, .readsATextADayEarly, .stopsALevelShort: .statedByTexts
    case .readsTooFewRecords, .readsTheLastDayAlone: .diffOfDays
    case .losesSuccessions, .forgetsTheLastDay: .crosswalkOfDays
    case .losesWhatIsCarriedOut, .readsNoPlans: .plansOfDay
    case .losesPlans, .supposesNothing, .supposesLess, .readsNoActs: .chartOfScenario
    case .losesClaimsInDocuments: .claims
    case .keepsOldTexts: .texts
    case .losesNewNames: .search
    case .forgetsWhoRecorded: .records
    case .keepsAForeignCandidate: .tables
    }
  }
}

extension Defect {
  /// How a store gets the defect.
  enum Breakage {
    /// The rows of the lines, by line, day and position, are changed.
    case lines(([LineRow]) -> [LineRow])
    /// Another table is.
    case table((LMDBStore) throws -> Void)
    /// A store is read in another way.
    case reading((inout FaultyStore) -> Void)
    /// Documents are changed on their way into another store.
    case documents((inout Document) -> Void)
  }

  var breakage: Breakage? {
    if let lines { return .lines(lines) }
    if let table { return .table(table) }
    if let reading { return .reading(reading) }
    if let readingOfLog { return .reading { $0.records = readingOfLog } }
    return documents.map { .documents($0) }
  }
}

extension Defect.Breakage {
  /// A store that is broken so.
  ///
  /// - Parameters:
  ///   - base: A store that may be written to.
  ///   - empty: Makes an empty store.
  func store(over base: LMDBStore, empty: () throws -> LMDBStore) throws -> any LogStore {
    switch self {
    case .lines(let change): try base.changeLines(change)
    case .table(let change): try change(base)
    case .reading(let change):
      var store = FaultyStore(base)
      change(&store)
      return store
    case .documents(let change):
      let copy = try empty()
      try copy.take(documentsOf: Ledger(base), changing: change)
      return copy
    }
    return base
  }
}
