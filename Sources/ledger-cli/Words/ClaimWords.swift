import OrgLedger

/// Claims, verdicts and what explains them in words; days as a terminal or as a program reads them.
struct ClaimWords {
  /// How a day is written.
  var day: (Day) -> String = \.dayMonthYear
  /// What a unit is called.
  var unitName: (UnitID) -> String = \.text

  /// For programs: ISO days, units by id.
  static var forPrograms: ClaimWords { ClaimWords(day: \.description) }

  /// What a claim counts: `sở under UBND tỉnh Lạng Sơn`.
  func measure(_ measure: Claim.Measure) -> String {
    switch measure {
    case .count(let kinds, let under, let level):
      return kinds.joined(separator: ", ") + place(under) + (level == .direct ? ", directly" : "")
    case .change(let kinds, let under, let from, let to):
      return "change of \(kinds.joined(separator: ", "))\(place(under)), "
        + "\(imprecise(from)) → \(imprecise(to))"
    case .quota(let scheme, let under): return scheme + place(under)
    case .figure(let what, let unit): return what + (unit.map { " (\($0))" } ?? "")
    }
  }

  private func place(_ unit: UnitID?) -> String { unit.map { " under \(unitName($0))" } ?? "" }

  private func imprecise(_ day: ImpreciseDay) -> String {
    day.exact.map { self.day($0) } ?? day.words
  }

  /// The value with its comparator: `≥ 15`.
  func value(_ claim: Claim) -> String {
    guard let value = claim.value else { return "" }
    return claim.comparator == .equal
      ? value.description : "\(claim.comparator.rawValue) \(value)"
  }

  /// Why a claim got its verdicts, in one line.
  func explanation(_ answer: ClaimAnswer) -> String {
    (([against(answer)] + arithmetic(answer)).joined(separator: "; ")) + "."
  }

  // MARK: Against the ledger

  /// What the ledger has for it.
  func against(_ answer: ClaimAnswer) -> String {
    let words = ledger(answer.explanation.ledger)
    if answer.claim.value == nil, answer.found != nil {
      return "\(words); the text gives no number (không nêu số)"
    }
    return words
  }

  private func ledger(_ reason: LedgerReason) -> String {
    switch reason {
    case .counted(let counts):
      "the ledger names \(counts.map(self.count).joined(separator: ", "))" + completeness(counts)
    case .changed(let from, let to):
      "the ledger names \(from.map(self.count).joined(separator: " or ")), then "
        + to.map(self.count).joined(separator: " or ") + completeness(from + to)
    case .quotas(let sums): "the quotas (biên chế) recorded are \(self.sums(sums))"
    case .possibleQuotas(let scheme, let sums):
      "a quota (biên chế) “\(scheme)” is possible there and not certain: \(self.sums(sums))"
    case .quotaNoNumber(let unit, let value):
      "the quota (biên chế) “\(value)” of \(unitName(unit)) is no number that can be added"
    case .outside: "it tells of what the ledger does not hold (ngoài sổ)"
    case .noSuchUnit(let unit): "the ledger knows no unit \(unit)"
    case .noQuota(let scheme): "no quota (biên chế) “\(scheme)” is recorded there"
    case .dayNotStated: "the day for which it holds is not stated (không nêu ngày)"
    }
  }

  private func sums(_ sums: [QuotaOnDay]) -> String {
    sums.map { sum in
      let range = sum.least == sum.most ? "\(sum.least)" : "\(sum.least) to \(sum.most)"
      return "\(range) on \(day(sum.day)), of \(counted(sum.units.count, "unit"))"
    }.joined(separator: ", ")
  }

  private func count(_ count: CountOnDay) -> String {
    var words = "\(count.certain)"
    if count.possible > count.certain { words += ", possibly \(count.possible)," }
    words += " on \(day(count.day))"
    guard count.unplaced > 0 else { return words }
    return words + " (and \(count.unplaced) of which it is not stated where they stand)"
  }

  private func completeness(_ counts: [CountOnDay]) -> String {
    counts.allSatisfy(\.isComplete)
      ? ", and all of them (danh sách đầy đủ)"
      : ", and may not name all (có thể chưa đủ)"
  }

  // MARK: Its own arithmetic

  /// What its numbers say of each other.
  func arithmetic(_ answer: ClaimAnswer) -> [String] {
    answer.explanation.arithmetic.map { reason in
      switch reason {
      case .percentage(let reading, let computed, let result):
        percentage(reading, computed, result, answer.claim)
      case .cutOff:
        "\(percent(answer.claim)) is cut off, not rounded (cắt bớt, không làm tròn)"
      case .ofTheNewNumber:
        "\(percent(answer.claim)) is what the change is of the new number, "
          + "\(answer.claim.value?.description ?? ""), not of the old one"
      case .noBase: "the number of which \(percent(answer.claim)) is taken is not stated"
      case .sum(let sum, let result):
        switch result {
        case .holds: "its parts add up (các phần cộng lại đúng): \(sum)"
        case .rounded: "its parts add up to \(sum), the same but for rounding"
        case .differs: "its parts add up to \(sum), not to \(value(answer.claim))"
        case .none: "its parts add up to \(sum); the text gives no sum"
        }
      case .otherDirection:
        "the sign of \(percent(answer.claim)) says fewer, and the numbers say more"
      case .partsNotRecorded(let parts):
        "no sum: \(parts.map(\.text).joined(separator: ", ")) not on record here (không có trong sổ)"
      case .partsWithoutNumber(let parts):
        "no sum: \(parts.map(\.text).joined(separator: ", ")) without a number (không nêu số)"
      case .tooLong: "its numbers are too long to be computed with"
      }
    }
  }

  private func percent(_ claim: Claim) -> String { "\(claim.percent?.description ?? "") %" }

  private func percentage(
    _ reading: PercentageReading, _ computed: Decimal, _ result: ArithmeticResult, _ claim: Claim
  ) -> String {
    guard let value = claim.value, let base = claim.base else { return "" }
    let words =
      switch (reading, claim.measure) {
      case (.part, .change): "a change of \(value) is \(computed) % of \(base)"
      case (.part, _): "\(value) is \(computed) % of \(base)"
      case (.change, _):
        "\(value) is \(computed) % \(value.double < base.double ? "less" : "more") than \(base)"
      }
    return switch result {
    case .differs: "\(words), not \(percent(claim))"
    case .rounded: "\(words), rounded \(percent(claim))"
    case .holds, .none: words
    }
  }
}

extension ClaimResult {
  /// For eyes, English with Vietnamese beside.
  var words: String {
    switch self {
    case .holds: "holds (khớp)"
    case .differs: "differs (lệch)"
    case .cannotTell: "cannot tell (chưa rõ)"
    }
  }

  var look: Look {
    switch self {
    case .holds: .accent
    case .differs: .failure
    case .cannotTell: .dim
    }
  }
}

extension ArithmeticResult {
  /// For eyes, English with Vietnamese beside.
  var words: String {
    switch self {
    case .holds: "holds (đúng)"
    case .rounded: "rounded (làm tròn)"
    case .differs: "differs (sai)"
    case .none: "none"
    }
  }

  var look: Look {
    switch self {
    case .holds, .rounded: .accent
    case .differs: .failure
    case .none: .dim
    }
  }
}
