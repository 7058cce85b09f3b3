/// What a line says from a day on.
enum LineValue: Hashable {
  case life(UnitRow)
  /// `nil`: it does not hold the function.
  case holding(Role?)
}

extension Line {
  /// What it says before anything has happened.
  var initial: LineValue {
    switch self {
    case .life: .life(.unborn)
    case .holding: .holding(nil)
    }
  }
}

/// What the lines of units say differently once some facts are known and others taken back.
///
/// The lines are what the fold says at the end of each day, written down. Up to the day of the
/// first difference nothing can have changed. From there on each line is read off the fold again on
/// the days on which something of its unit happens, and on those on which something happened
/// before: on a day between two of these it says what it said the day before.
struct LineChanges {
  /// In one fold.
  struct InFold {
    /// The days on which a line may say something else than the day before, now or until now.
    var days: [Line: Set<Day>] = [:]
    /// What a line now says at the end of the days on which something happens, ascending.
    var steps: [Line: [(day: Day, value: LineValue)]] = [:]

    /// What a line now says at the end of a day; `nil`: what it said before the first difference.
    func value(of line: Line, on day: Day) -> LineValue? {
      steps[line]?.last { $0.day <= day }?.value
    }
  }

  /// Before this day nothing is different.
  let first: Day
  let latest: InFold
  /// `nil`: as the latest.
  private let other: InFold?

  var earliest: InFold { other ?? latest }

  /// The lines that may say something else on some day.
  var lines: Set<Line> { Set(latest.days.keys).union(earliest.days.keys) }

  /// - Parameters:
  ///   - before: The facts so far, as far as they touch the units known.
  ///   - after: The facts from now on.
  ///   - known: The units and functions of which all facts are given, with those of all on whom
  ///     their lines depend.
  /// - Returns: `nil` where both are in the same order.
  /// - Complexity: O(*n* log *n*) in the number of facts.
  init?(
    before: [Fact], after: [Fact], known: (units: Set<UnitID>, functions: Set<FunctionID>)
  ) {
    let folds: [Fold] =
      before.hasImpreciseDays || after.hasImpreciseDays ? Fold.allCases.reversed() : [.latest]
    let orders = folds.map { (before: before.inOrder($0), after: after.inOrder($0)) }
    let differences = orders.compactMap { $0.after.firstDifference(from: $0.before) }
    guard let first = differences.min() else { return nil }
    self.first = first
    let changes = orders.map { InFold($0.before, $0.after, from: first, known: known) }
    latest = changes[0]
    other = changes.count > 1 ? changes[1] : nil
  }
}

extension LineChanges.InFold {
  fileprivate init(
    _ before: OrderedFacts, _ after: OrderedFacts, from first: Day,
    known: (units: Set<UnitID>, functions: Set<FunctionID>)
  ) {
    func isKnown(_ line: Line) -> Bool {
      switch line {
      case .life(let unit): known.units.contains(unit)
      case .holding(_, let key): known.functions.contains(key.function)
      }
    }
    before.forEachTouchedLine(from: first) { line, day, _ in
      if isKnown(line) { days[line, default: []].insert(day) }
    }
    let births = Dictionary(
      after.lazy.filter { !$0.fact.event.born.isEmpty }
        .map { ($0.fact.position, $0.fact.effectiveOn) }, uniquingKeysWith: { first, _ in first })
    after.forEachTouchedLine(from: first) { line, day, chart in
      guard isKnown(line) else { return }
      days[line, default: []].insert(day)
      let value: LineValue =
        switch line {
        case .life(let unit):
          .life(
            chart.row(of: unit) { births[$0.position]?.stated(of: $0.day) ?? ImpreciseDay($0.day) })
        case .holding(let unit, let key): .holding(chart.holders[key]?[unit]?.role)
        }
      steps[line, default: []].append((day, value))
    }
  }
}

extension OrderedFacts {
  /// Lends each line of which something happens on a day, with the organisation at the end of that
  /// day.
  fileprivate func forEachTouchedLine(
    from first: Day, _ body: (Line, Day, borrowing OrgChart) -> Void
  ) {
    guard let start = firstIndex(where: { $0.key.day >= first }) else { return }
    var chart = OrgChart(before: self)
    for placed in self[..<start] { chart.apply(placed) }
    chart.touched = []
    for index in start..<endIndex {
      chart.apply(self[index])
      let day = self[index].key.day
      guard index + 1 == endIndex || self[index + 1].key.day != day else { continue }
      for line in chart.touched ?? [] { body(line, day, chart) }
      chart.touched = []
    }
  }
}
