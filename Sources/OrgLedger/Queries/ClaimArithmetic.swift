/// Whether the numbers of a claim agree with each other: base, value, percentage and parts.
struct ClaimArithmetic {
  private(set) var reasons: [ArithmeticReason] = []
  private(set) var result: ArithmeticResult = .none

  /// What a claim that another one adds up states.
  typealias Part = (value: Decimal?, comparator: Claim.Comparator)

  /// - Parameter part: What another claim states, if it is recorded.
  init(_ claim: Claim, part: (ClaimID) -> Part?) {
    percentage(claim)
    sum(claim, part)
  }

  private mutating func add(_ reason: ArithmeticReason, _ verdict: ArithmeticResult) {
    reasons.append(reason)
    if verdict.rank > result.rank { result = verdict }
  }

  // MARK: Percentage

  /// A change is itself what went or came, so that its percentage can only be the part that it is
  /// of the base. Of any other number texts mean either; the reading that agrees better counts.
  private mutating func percentage(_ claim: Claim) {
    guard let percent = claim.percent, let value = claim.value else { return }
    guard let base = claim.base, base.digits != 0 else { return reasons.append(.noBase) }
    let readings: [PercentageReading] =
      switch claim.measure {
      case .change: [.part]
      case .figure: [.part, .change]
      case .count, .quota: [.change, .part]
      }
    // Of an amount nothing says whether it went or came, but of a change its sign does.
    var isChange = false
    if case .change = claim.measure { isChange = true }
    let found = readings.compactMap {
      Percentage(
        $0, value: value, base: base, stated: percent, hasDirection: isChange || $0 == .change)
    }
    guard found.count == readings.count, let best = found.map(\.result).min(by: <) else {
      return reasons.append(.tooLong)
    }
    // What does not agree is told of only where nothing does.
    for reading in found where reading.result == best || best == .differs {
      add(
        .percentage(reading.reading, computed: reading.computed, result: reading.result),
        reading.result)
    }
    guard best == .differs else { return }
    if found.contains(where: \.isOpposed) { return reasons.append(.otherDirection) }
    if let cut = found.first(where: \.isCutOff) { return reasons.append(.cutOff(cut.reading)) }
    if let new = Percentage(
      .change, value: base, base: value, stated: percent, hasDirection: true),
      readings.contains(.change), new.result != .differs
    {
      reasons.append(.ofTheNewNumber)
    }
  }

  // MARK: Parts

  private mutating func sum(
    _ claim: Claim, _ part: (ClaimID) -> Part?
  ) {
    guard !claim.parts.isEmpty else { return }
    let missing = claim.parts.filter { part($0)?.value == nil }
    guard missing.isEmpty else {
      let unknown = missing.filter { part($0) == nil }
      if !unknown.isEmpty { reasons.append(.partsNotRecorded(unknown)) }
      if unknown != missing {
        reasons.append(.partsWithoutNumber(missing.filter { !unknown.contains($0) }))
      }
      return
    }
    let numbers = claim.parts.compactMap { part($0)?.value }
    let added = numbers.reduce(ExactNumber.zero as ExactNumber?) { $0?.plus(ExactNumber($1)) }
    guard let added, let total = added.decimal else { return reasons.append(.tooLong) }
    guard let stated = claim.value else { return reasons.append(.sum(total, result: .none)) }
    guard
      let verdict = Self.verdict(added, numbers, stated: stated, comparator: claim.comparator)
    else { return reasons.append(.tooLong) }
    // Parts that are bounds give a bound, which can only exceed what is stated.
    let bounds = Set(claim.parts.compactMap { part($0)?.comparator }).subtracting([.equal])
    let order = added.compared(to: ExactNumber(stated)) ?? 0
    let refutes =
      bounds == [.atLeast] && order > 0 && claim.comparator != .atLeast
      || bounds == [.atMost] && order < 0 && claim.comparator != .atMost
    if bounds.isEmpty || refutes {
      add(.sum(total, result: verdict), verdict)
    } else {
      reasons.append(.sum(total, result: .none))
    }
  }

  /// Whole numbers are exact; one with digits behind the point stands for what rounds to it.
  private static func verdict(
    _ sum: ExactNumber, _ parts: [Decimal], stated: Decimal, comparator: Claim.Comparator
  ) -> ArithmeticResult? {
    guard let order = sum.compared(to: ExactNumber(stated)),
      let gap = sum.minus(ExactNumber(stated))?.magnitude
    else { return nil }
    if order == 0 || order > 0 && comparator == .atLeast || order < 0 && comparator == .atMost {
      return .holds
    }
    let room = (parts + [stated]).filter { $0.scale > 0 }.reduce(
      ExactNumber.zero as ExactNumber?
    ) { $0?.plus(ExactNumber(digits: 5, scale: $1.scale + 1)) }
    guard let room, let within = gap.compared(to: room) else { return nil }
    return within <= 0 && !room.isZero ? .rounded : .differs
  }
}

/// A percentage in one reading, and how the stated one agrees with it.
private struct Percentage {
  let reading: PercentageReading
  let computed: Decimal
  let result: ArithmeticResult
  /// Whether the stated one is the computed one without its last digits.
  let isCutOff: Bool
  /// Whether its size agrees, and its sign says that less came of it where more did.
  let isOpposed: Bool

  /// - Parameter hasDirection: Whether the numbers say if more or less came of it.
  /// - Returns: `nil` where the numbers are too long, or the base is zero.
  init?(
    _ reading: PercentageReading, value: Decimal, base: Decimal, stated: Decimal,
    hasDirection: Bool
  ) {
    self.reading = reading
    let whole = ExactNumber(base).magnitude
    let signed: ExactNumber? =
      switch reading {
      case .part: ExactNumber(value)
      case .change: ExactNumber(value).minus(ExactNumber(base))
      }
    let amount = signed?.magnitude
    let claimed = ExactNumber(stated).magnitude
    // 100 × amount against percentage × whole: no division, so nothing is lost.
    guard let hundredfold = amount?.times(ExactNumber(digits: 100)),
      let product = claimed.times(whole), let gap = hundredfold.minus(product),
      let half = ExactNumber(digits: 5, scale: stated.scale + 1).times(whole),
      let unit = ExactNumber(digits: 1, scale: stated.scale).times(whole),
      let toHalf = gap.magnitude.compared(to: half), let toUnit = gap.compared(to: unit),
      let computed = hundredfold.divided(by: whole, places: min(stated.scale + 2, 18))
    else { return nil }
    self.computed = computed
    let bySize: ArithmeticResult = gap.isZero ? .holds : toHalf <= 0 ? .rounded : .differs
    // Texts write “24 %” of what went and of what came alike; a sign of its own says which.
    let goesUp = (signed?.digits ?? 0) > 0
    isOpposed = hasDirection && bySize != .differs && stated.digits < 0 && goesUp
    result = isOpposed ? .differs : bySize
    isCutOff = bySize == .differs && gap.digits > 0 && toUnit < 0
  }
}

extension ArithmeticResult {
  /// Its place among the verdicts; the highest of several counts.
  fileprivate var rank: Int {
    switch self {
    case .none: 0
    case .holds: 1
    case .rounded: 2
    case .differs: 3
    }
  }

  fileprivate static func < (left: ArithmeticResult, right: ArithmeticResult) -> Bool {
    left.rank < right.rank
  }
}
