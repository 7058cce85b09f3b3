/// Claims held against the ledger, with the conflicts in which they stand: what `claims` answers.
public struct ClaimsAnswer: Hashable, Sendable {
  /// In the order in which they were recorded.
  public let claims: [ClaimAnswer]
  /// Those that concern one of the claims, in the order in which they were recorded; all of them
  /// where nothing else was asked for.
  public let conflicts: [Conflict]
}

/// One claim with what the ledger gives for it and both verdicts.
public struct ClaimAnswer: Hashable, Sendable {
  /// The claim as recorded.
  public let claim: Claim
  /// What the ledger certainly gives; `nil` where it has nothing that could be compared.
  public let found: Decimal?
  /// The most that it possibly gives, over both folds and both ends of imprecise days.
  public let possible: Decimal?
  /// What is found less what is claimed.
  public let difference: Decimal?
  /// The verdict against the ledger.
  public let result: ClaimResult
  /// The verdict on its own arithmetic.
  public let arithmetic: ArithmeticResult
  /// Why, as facts: words are made of them at the edge.
  public let explanation: ClaimExplanation
  /// The units that were counted, of a change those of its last day, certain or possible, by id.
  public let units: [UnitID]
  /// The conflicts in which it stands.
  public let conflicts: [ConflictID]

  /// Whether neither verdict speaks against it.
  public var stands: Bool { result != .differs && arithmetic != .differs }
}

/// What the ledger says of a claim.
public enum ClaimResult: String, CaseIterable, Hashable, Sendable, Encodable {
  /// The ledger gives the same.
  case holds
  /// The ledger gives more, or gives less and is said to be complete.
  case differs
  /// The ledger gives less and may not have everything, or it is not certain, or has no such thing.
  case cannotTell
}

/// What a claim's own numbers say of each other.
public enum ArithmeticResult: String, CaseIterable, Hashable, Sendable, Encodable {
  case holds
  /// They agree, but for rounding to the digits given.
  case rounded
  case differs
  /// There is nothing to compute.
  case none
}

/// Why a claim got its verdicts.
public struct ClaimExplanation: Hashable, Sendable {
  /// What the ledger has that it was held against.
  public let ledger: LedgerReason
  /// Empty where there is nothing to compute.
  public let arithmetic: [ArithmeticReason]
}

/// What the ledger has that a claim can be held against.
public enum LedgerReason: Hashable, Sendable {
  /// Units counted on the day, or on both ends of an imprecise one.
  case counted([CountOnDay])
  /// Units counted on the first day and on the last, or on both ends of imprecise ones.
  case changed(from: [CountOnDay], to: [CountOnDay])
  /// Quotas added on the day, or on both ends of an imprecise one.
  case quotas([QuotaOnDay])
  /// It tells of what the ledger does not hold.
  case outside
  /// The ledger does not know the unit under which it counts.
  case noSuchUnit(UnitID)
  /// No quota of the scheme is recorded there.
  case noQuota(scheme: String)
  /// Quotas that hold on one of the days or in one of the folds only, so that none is certain.
  case possibleQuotas(scheme: String, [QuotaOnDay])
  /// A quota that holds there is not written as a number.
  case quotaNoNumber(unit: UnitID, value: String)
  /// It does not say, or not from both sides, for which day it holds.
  case dayNotStated
}

/// How many units were found on a day.
public struct CountOnDay: Hashable, Sendable {
  /// The day on which they live.
  public let day: Day
  /// In both folds of imprecise days.
  public let certain: Int
  /// In either of them.
  public let possible: Int
  /// Further units of these kinds of which the sources do not say where they stand.
  public let unplaced: Int
  /// Whether a text says that the ledger names all of them on that day.
  public let isComplete: Bool
}

/// How much was found in quotas on a day.
public struct QuotaOnDay: Hashable, Sendable {
  /// The day on which they hold.
  public let day: Day
  /// The smaller sum of the two folds.
  public let least: Decimal
  /// The larger sum.
  public let most: Decimal
  /// The units whose quotas were added, by id.
  public let units: [UnitID]
}

/// What was computed from the numbers of a claim.
public enum ArithmeticReason: Hashable, Sendable {
  /// A percentage of the base in one reading, to two more places than were stated.
  case percentage(PercentageReading, computed: Decimal, result: ArithmeticResult)
  /// The stated percentage is the computed one with its last digits cut off, not rounded.
  case cutOff(PercentageReading)
  /// The stated percentage is what the change is of the new number, not of the base.
  case ofTheNewNumber
  /// It states a percentage and no base that is not zero.
  case noBase
  /// The sum of its parts.
  case sum(Decimal, result: ArithmeticResult)
  /// The percentage has the right size, and a sign that says the opposite of the numbers.
  case otherDirection
  /// Parts that are not recorded, so that there is no sum.
  case partsNotRecorded([ClaimID])
  /// Parts that state no number, so that there is no sum.
  case partsWithoutNumber([ClaimID])
  /// The numbers are too long to be computed with.
  case tooLong
}

/// What a percentage may be the percentage of: texts write it both ways.
public enum PercentageReading: String, CaseIterable, Hashable, Sendable {
  /// By how much the value differs from the base: 82 of 108 divisions are 24 % fewer.
  case change
  /// How much of the base the value is: 809 of 809 are 100 %.
  case part
}

/// Which claims are asked for; what is not said does not matter.
public struct ClaimFilter: Hashable, Sendable {
  /// Only these; empty: all.
  public var ids: Set<ClaimID>
  /// Only those that this text states.
  public var instrument: InstrumentID?
  /// Only those against which a verdict speaks.
  public var failing: Bool
  /// Only those that stand in a conflict.
  public var inConflict: Bool

  /// A filter; without arguments it takes every claim.
  public init(
    ids: Set<ClaimID> = [], instrument: InstrumentID? = nil, failing: Bool = false,
    inConflict: Bool = false
  ) {
    self.ids = ids
    self.instrument = instrument
    self.failing = failing
    self.inConflict = inConflict
  }
}
