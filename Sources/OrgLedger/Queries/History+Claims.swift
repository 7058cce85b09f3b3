extension History {
  /// Claims held against the ledger, each with both verdicts.
  ///
  /// *Against the ledger*: what is found and equals the value holds; what exceeds it differs; what
  /// falls short cannot tell, unless coverage says that the ledger names all units of these kinds
  /// there on that day: then it differs. Where imprecise days leave several numbers possible, on any
  /// day of an interval, a verdict is given only if it is the same for all of them. A change is
  /// compared by its size in the direction that is claimed; it differs only where both days are
  /// complete, since units that are missing on one of them make it larger or smaller. Collective
  /// units are never counted. *Its own arithmetic*: base,
  /// value, percentage and parts against each other.
  ///
  /// - Returns: The claims that pass the filter, in the order in which they were recorded, with the
  ///   conflicts that concern them; where conflicts are all that is asked for, with all of them. An
  ///   id that is not known is passed over.
  /// - Complexity: O(*n* + *c* + *d* · *u*) for *c* claims of *d* different days on *n* facts and *u*
  ///   units; an imprecise day is as many as there are days in it on which anything changes.
  public func reconcile(_ filter: ClaimFilter = ClaimFilter()) -> ClaimsAnswer {
    var conflictsOf: [String: [ConflictID]] = [:]
    for conflict in conflicts {
      for id in Set(conflict.between) { conflictsOf[id, default: []].append(conflict.id) }
    }
    let reconciler = Reconciler(self)
    var answers: [ClaimAnswer] = []
    for claim in claims {
      guard filter.ids.isEmpty || filter.ids.contains(claim.id),
        filter.instrument.map({ $0 == claim.instrument }) ?? true
      else { continue }
      let known = conflictsOf[claim.id.text, default: []]
      if filter.inConflict, known.isEmpty { continue }
      let answer = reconciler.answer(claim, known)
      if !filter.failing || !answer.stands { answers.append(answer) }
    }
    let shown = Set(answers.flatMap(\.conflicts))
    // Asked for conflicts alone, those between events are meant too.
    let all = filter == ClaimFilter(inConflict: true)
    return ClaimsAnswer(
      claims: answers, conflicts: conflicts.filter { all || shown.contains($0.id) })
  }

  /// One claim held against the ledger, as ``reconcile(_:)`` does.
  ///
  /// - Returns: `nil` where no such claim is recorded.
  public func reconcile(_ claim: ClaimID) -> ClaimAnswer? {
    reconcile(ClaimFilter(ids: [claim])).claims.first
  }
}

/// Holds claims against what the charts of their days give, for which time is gone through once.
private struct Reconciler {
  /// What is to be known of a day.
  private enum Question: Hashable {
    case count(kinds: [String], under: UnitID?, level: Claim.Level)
    case quota(scheme: String, under: UnitID?)
  }

  private enum Taken {
    case count(CountedUnits)
    case quota(QuotasOnDay)
  }

  private let parts: [ClaimID: ClaimArithmetic.Part]
  private let known: Set<UnitID>
  /// The days on which anything takes effect in either fold, ascending.
  private let changes: [Day]
  private var taken: [Day: [Question: Taken]] = [:]

  init(_ history: History) {
    parts = Dictionary(
      history.claims.map { ($0.id, (value: $0.value, comparator: $0.comparator)) },
      uniquingKeysWith: { first, _ in first })
    known = Set(
      history.facts.lazy.filter { $0.act.status == .enacted }
        .flatMap { $0.event.born.map(\.id) })
    let folds = history.foldsDiffer ? Fold.allCases : [.latest]
    changes = Set(folds.flatMap { history.ordered($0).map(\.key.day) }).sorted()
    var questions: [Day: Set<Question>] = [:]
    for claim in history.claims {
      for (question, days) in asked(by: claim) {
        for day in days { questions[day, default: []].insert(question) }
      }
    }
    answer(questions, in: history)
  }

  /// Goes through time once and takes what is asked of each day.
  private mutating func answer(_ questions: [Day: Set<Question>], in history: History) {
    let orders = (history.foldsDiffer ? [Fold.latest, .earliest] : [.latest]).map(history.ordered)
    var charts = orders.map { OrgChart(before: $0) }
    var next = orders.map(\.startIndex)
    for day in questions.keys.sorted() {
      for (index, facts) in orders.enumerated() {
        while next[index] < facts.endIndex, facts[next[index]].key.day <= day {
          charts[index].apply(facts[next[index]])
          next[index] += 1
        }
      }
      let folds = Folds(latest: charts[0], earliest: charts.count > 1 ? charts[1] : nil)
      var answers: [Question: Taken] = [:]
      for question in questions[day, default: []] {
        switch question {
        case .count(let kinds, let under, let level):
          let (count, units) = ClaimCount(kinds, under: under, level: level).taken(
            on: day, in: folds, history.coverage)
          answers[question] = .count(CountedUnits(count: count, folds: units))
        case .quota(let scheme, let under):
          answers[question] = .quota(
            QuotaSum(scheme: scheme, under: under).taken(on: day, in: folds))
        }
      }
      taken[day] = answers
    }
  }

  func answer(_ claim: Claim, _ conflicts: [ConflictID]) -> ClaimAnswer {
    let against = found(claim)
    let arithmetic = ClaimArithmetic(claim) { parts[$0] }
    let (certain, possible) = against.shown(claim)
    return ClaimAnswer(
      claim: claim, found: certain, possible: possible,
      difference: certain.flatMap { found in
        claim.value.flatMap { ExactNumber(found).minus(ExactNumber($0))?.decimal }
      },
      result: against.result(claim), arithmetic: arithmetic.result,
      explanation: ClaimExplanation(ledger: against.reason, arithmetic: arithmetic.reasons),
      units: against.units.sorted(), conflicts: conflicts)
  }

  /// The days of which an imprecise one is told: its ends, and what changes between; `nil` where
  /// one end is open.
  private func days(_ day: ImpreciseDay?) -> [Day]? {
    guard let day, let earliest = day.earliest, let latest = day.latest else { return nil }
    if earliest == latest { return [earliest] }
    return [earliest] + changes.filter { earliest < $0 && $0 < latest } + [latest]
  }

  /// What a claim asks of which days.
  private func asked(by claim: Claim) -> [(Question, [Day])] {
    switch claim.measure {
    case .figure: []
    case .count(let kinds, let under, let level):
      [(.count(kinds: kinds, under: under, level: level), days(claim.asOf) ?? [])]
    case .change(let kinds, let under, let from, let to):
      [
        (
          .count(kinds: kinds, under: under, level: .all), (days(from) ?? []) + (days(to) ?? [])
        )
      ]
    case .quota(let scheme, let under):
      [(.quota(scheme: scheme, under: under), days(claim.asOf) ?? [])]
    }
  }

  private func found(_ claim: Claim) -> Finding {
    switch claim.measure {
    case .figure: return Finding(.outside)
    case .count(let kinds, let under, let level):
      if let under, !known.contains(under) { return Finding(.noSuchUnit(under)) }
      guard let days = days(claim.asOf) else { return Finding(.dayNotStated) }
      return Finding(counts(.count(kinds: kinds, under: under, level: level), on: days))
    case .change(let kinds, let under, let from, let to):
      if let under, !known.contains(under) { return Finding(.noSuchUnit(under)) }
      guard let first = days(from), let last = days(to) else { return Finding(.dayNotStated) }
      let count = Question.count(kinds: kinds, under: under, level: .all)
      return Finding(from: counts(count, on: first), to: counts(count, on: last))
    case .quota(let scheme, let under):
      if let under, !known.contains(under) { return Finding(.noSuchUnit(under)) }
      guard let days = days(claim.asOf) else { return Finding(.dayNotStated) }
      return Finding(
        days.compactMap { day -> QuotasOnDay? in
          guard case .quota(let found) = taken[day]?[.quota(scheme: scheme, under: under)] else {
            return nil
          }
          return found
        }, scheme: scheme)
    }
  }

  private func counts(_ question: Question, on days: [Day]) -> [CountedUnits] {
    days.compactMap { day in
      guard case .count(let units) = taken[day]?[question] else { return nil }
      return units
    }
  }
}

/// A count on a day with the units of each fold.
private struct CountedUnits {
  let count: CountOnDay
  let folds: [Set<UnitID>]
  var possible: Set<UnitID> { folds.reduce(into: []) { $0.formUnion($1) } }

  /// The least and the most by which the number has changed since another day.
  ///
  /// Unit by unit, since one whose birth is not known exactly is born once, for both days.
  func change(since other: CountedUnits) -> (least: Int, most: Int) {
    var (least, most) = (0, 0)
    for unit in possible.union(other.possible) {
      let steps = zip(other.folds, folds).map { before, after in
        (after.contains(unit) ? 1 : 0) - (before.contains(unit) ? 1 : 0)
      }
      least += steps.min() ?? 0
      most += steps.max() ?? 0
    }
    return (least, most)
  }
}

extension [CountOnDay] {
  /// The first and the last, and between them those that are less or more than both.
  fileprivate var telling: [CountOnDay] {
    guard count > 2, let first, let last else { return self }
    let (least, most) = (
      Swift.min(first.certain, last.certain), Swift.max(first.possible, last.possible)
    )
    let low = dropFirst().dropLast().min { $0.certain < $1.certain }
    let high = dropFirst().dropLast().max { $0.possible < $1.possible }
    let between =
      [low.flatMap { $0.certain < least ? $0 : nil }]
      + [high.flatMap { $0.possible > most ? $0 : nil }]
    let days = Set(between.compactMap { $0?.day })
    return [first] + dropFirst().dropLast().filter { days.contains($0.day) } + [last]
  }
}

/// What the ledger gives for a claim: certainly, possibly, and at most.
private struct Finding {
  let reason: LedgerReason
  var least: Decimal?
  var most: Decimal?
  /// More there cannot be; `nil`: the ledger may not have everything.
  var ceiling: Decimal?
  var units: Set<UnitID> = []

  /// Nothing that could be compared.
  init(_ reason: LedgerReason) { self.reason = reason }

  init(_ days: [CountedUnits]) {
    let counts = days.map(\.count)
    self.init(.counted(counts.telling))
    least = Decimal(counts.map(\.certain).min() ?? 0)
    most = Decimal(counts.map(\.possible).max() ?? 0)
    if counts.allSatisfy(\.isComplete) {
      ceiling = Decimal(counts.map { $0.possible + $0.unplaced }.max() ?? 0)
    }
    units = days.reduce(into: []) { $0.formUnion($1.possible) }
  }

  /// What came between two days, or, below zero, went.
  init(from before: [CountedUnits], to after: [CountedUnits]) {
    self.init(.changed(from: before.map(\.count).telling, to: after.map(\.count).telling))
    let changes = before.flatMap { one in after.map { $0.change(since: one) } }
    least = Decimal(changes.map(\.least).min() ?? 0)
    most = Decimal(changes.map(\.most).max() ?? 0)
    let counts = (before + after).map(\.count)
    // Where either day may lack units, the change may be larger than it shows.
    if counts.allSatisfy(\.isComplete) { ceiling = Decimal(counts.map(\.unplaced).max() ?? 0) }
    units = after.reduce(into: []) { $0.formUnion($1.possible) }
  }

  init(_ days: [QuotasOnDay], scheme: String) {
    for case .noNumber(let unit, let value) in days {
      self.init(.quotaNoNumber(unit: unit, value: value))
      return
    }
    var (sums, isCertain) = ([QuotaOnDay](), true)
    for day in days {
      switch day {
      case .sum(let sum): sums.append(sum)
      case .possible(let sum):
        sums.append(sum)
        isCertain = false
      case .nothing, .noNumber: isCertain = false
      }
    }
    guard isCertain, !sums.isEmpty else {
      self.init(
        sums.isEmpty ? .noQuota(scheme: scheme) : .possibleQuotas(scheme: scheme, sums))
      return
    }
    self.init(.quotas(sums))
    least = sums.map(\.least).min { ExactNumber($0).compared(to: ExactNumber($1)) == -1 }
    most = sums.map(\.most).max { ExactNumber($0).compared(to: ExactNumber($1)) == -1 }
    units = Set(sums.flatMap(\.units))
  }

  /// What is certain, and what is possible at most; of a change that is not certain, neither.
  func shown(_ claim: Claim) -> (certain: Decimal?, possible: Decimal?) {
    if case .changed = reason, least != most { return (nil, nil) }
    return (least, most)
  }

  /// The verdict against the ledger.
  func result(_ claim: Claim) -> ClaimResult {
    guard let value = claim.value, let least, let most else { return .cannotTell }
    var range = Range(
      least: ExactNumber(least), most: ExactNumber(most), ceiling: ceiling.map { ExactNumber($0) })
    var claimed = ExactNumber(value)
    if case .changed = reason {
      // By size, in the direction that is claimed: of five fewer, six fewer is more.
      if value.digits < 0 { (range.least, range.most) = (range.most.negated, range.least.negated) }
      if value.digits == 0 {
        let ends = [range.least, range.most].map(\.magnitude)
        let opposed = range.least.digits < 0 && range.most.digits > 0
        let ascending = ends[0].compared(to: ends[1]) != 1
        range.least = opposed ? .zero : ascending ? ends[0] : ends[1]
        range.most = ascending ? ends[1] : ends[0]
      }
      range.ceiling = range.ceiling.flatMap { range.most.plus($0) }
      claimed = claimed.magnitude
    }
    let verdict = range.verdict(claimed, claim.comparator)
    // What is missing on the first day makes a gain too large, on the second a loss.
    if case .changed = reason, ceiling == nil, verdict == .differs { return .cannotTell }
    return verdict
  }

  private struct Range {
    var least: ExactNumber
    var most: ExactNumber
    var ceiling: ExactNumber?

    func verdict(_ value: ExactNumber, _ comparator: Claim.Comparator) -> ClaimResult {
      guard let low = least.compared(to: value), let high = most.compared(to: value) else {
        return .cannotTell
      }
      // Without a ceiling there may always be more.
      let top = ceiling.flatMap { $0.compared(to: value) } ?? 1
      if low == 0, high == 0 { return .holds }
      switch comparator {
      case .equal: return low > 0 || top < 0 ? .differs : .cannotTell
      case .atLeast: return low >= 0 ? .holds : top < 0 ? .differs : .cannotTell
      case .atMost: return low > 0 ? .differs : top <= 0 ? .holds : .cannotTell
      }
    }
  }
}

extension Decimal {
  fileprivate init(_ number: Int) { self.init(digits: Int64(number)) }
}
