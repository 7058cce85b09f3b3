import OrgLedgerTesting

@testable import OrgLedger

/// A question about one point of record time.
indirect enum Question: Hashable, Sendable {
  /// A question where only what texts issued by a day state counts.
  case stated(until: Day, Question)
  case chart(Day, root: UnitID?, depth: Int?)
  case lives([UnitID], Day)
  case under(UnitID?, Day)
  case show(UnitID, Day)
  case history(UnitID)
  case lineage(UnitID, Day)
  case functions(UnitID, Day)
  case who(FunctionID, Day)
  case unit(String, Day)
  case function(String)
  case diff(Day, Day)
  case crosswalk(Day, Day, kinds: [String], Share.Basis?)
  /// With the acts that carry out no plan.
  case plans(Day)
  /// Without them, of one unit or all.
  case planned(Day, UnitID?)
  case scenario([ScenarioAct], Day, UnitID?, depth: Int?)
  /// Who is meant by a name if some plans were enacted.
  case supposedUnit(String, [ScenarioAct], Day)
  case claims
  case texts
  case search(String, Day)
}

/// What both folds say of a unit's life.
struct ToldLife: Equatable {
  var unit: UnitID
  var latest: UnitRow
  var earliest: UnitRow
}

/// What differs between two days, with what people are told beside it.
struct ToldDiff: Equatable {
  var diff: Diff
  /// What the units are called that it names, on its second day, else ever.
  var names: [UnitID: String?]
  /// The texts that order its events.
  var texts: [EventID: [Instrument?]]

  init(_ diff: Diff, in history: History) {
    self.diff = diff
    var units = diff.born.map(\.unit) + diff.ended.flatMap { [$0.unit] + $0.into }
    var events = diff.born.map(\.event) + diff.ended.map(\.event)
    for change in diff.renamed + diff.reclassified {
      units.append(change.unit)
      events.append(change.event)
    }
    for change in diff.reparented {
      units += [change.unit, change.before.placement.parent, change.after.placement.parent]
        .compactMap { $0 }
      events.append(change.event)
    }
    for change in diff.functions {
      units += [change.scope, change.from, change.to].compactMap { $0 }
      events.append(change.event)
    }
    let charts = [history.chart(on: diff.to, .latest), history.chart(on: .distantFuture, .latest)]
    names = Dictionary(
      Set(units).map { unit in (unit, charts.compactMap { $0.units[unit]?.name.full }.first) },
      uniquingKeysWith: { first, _ in first })
    let facts = Dictionary(
      history.facts.map { ($0.event.id, $0) }, uniquingKeysWith: { _, last in last })
    texts = Dictionary(
      Set(events).map { event in
        (event, facts[event]?.act.orderedBy.map { history.instruments[$0] } ?? [nil])
      }, uniquingKeysWith: { first, _ in first })
  }
}

/// An answer of any question.
indirect enum Answer: Equatable, Sendable {
  case stated(Answer)
  case chart(ChartAnswer)
  case lives([ToldLife])
  case under([ToldLife])
  case shown(UnitAnswer?)
  case history(UnitHistory?)
  case lineage(Lineage?)
  case functions(FunctionHoldings)
  case who(WhoAnswer)
  case unit(Result<UnitID, UnitReferenceError>)
  case function(Result<FunctionID, FunctionReferenceError>)
  case diff(Result<ToldDiff, TwoDaysError>)
  case crosswalk(Result<Crosswalk, TwoDaysError>)
  case plans(PlansAnswer)
  case scenario(Result<ChartAnswer, ScenarioError>)
  case claims(ClaimsAnswer)
  case texts(InstrumentsAnswer)
  case search(SearchAnswer)
}

extension Question {
  /// The definition: what the fold of all facts answers.
  ///
  /// - Precondition: It is one of what the texts state that the question asks for.
  func answer(by history: History) -> Answer {
    switch self {
    case .stated(_, let question): .stated(question.answer(by: history))
    case .chart(let day, let root, let depth):
      .chart(history.chart(asOf: day, root: root, depth: depth))
    case .lives(let units, let day): .lives(history.lives(of: units, on: day))
    case .under(let parent, let day): .under(history.lives(under: parent, on: day))
    case .show(let unit, let day): .shown(history.show(unit, asOf: day))
    case .history(let unit): .history(history.history(of: unit))
    case .lineage(let unit, let day): .lineage(history.lineage(of: unit, asOf: day))
    case .functions(let unit, let day): .functions(history.functions(asOf: day, unit: unit))
    case .who(let function, let day): .who(history.who(function, asOf: day))
    case .unit(let text, let day):
      .unit(Result { () throws(UnitReferenceError) in try history.unit(text, asOf: day) })
    case .function(let text):
      .function(Result { () throws(FunctionReferenceError) in try history.function(text) })
    case .diff(let from, let to):
      .diff(
        Result { () throws(TwoDaysError) in
          ToldDiff(try history.diff(from: from, to: to), in: history)
        })
    case .crosswalk(let from, let to, let kinds, let basis):
      .crosswalk(
        Result { () throws(TwoDaysError) in
          try history.crosswalk(from: from, to: to, kinds: kinds, basis: basis)
        })
    case .plans(let day): .plans(history.plans(asOf: day, unplanned: true))
    case .planned(let day, let unit):
      .plans(history.plans(asOf: day, unit: unit))
    case .scenario(let acts, let day, let root, let depth):
      .scenario(
        Result { () throws(ScenarioError) in
          try history.scenario(acts).chart(asOf: day, root: root, depth: depth)
        })
    case .supposedUnit(let text, let acts, let day):
      .unit(
        Result { () throws(UnitReferenceError) in
          try ((try? history.scenario(acts)) ?? history).unit(text, asOf: day)
        })
    case .claims: .claims(history.reconcile())
    case .texts: .texts(history.instruments())
    case .search(let text, let day): .search(history.search(text, asOf: day))
    }
  }

  /// The last day of the texts that count for it; `nil`: all texts do.
  var textsUntil: Day? { if case .stated(let day, _) = self { day } else { nil } }

  /// What a ledger answers in the way in which users ask it.
  func answer(
    by ledger: Ledger, knowing known: Known, textsUntil: Day? = nil
  ) throws -> Answer {
    switch self {
    case .stated(let day, let question):
      return .stated(try question.answer(by: ledger, knowing: known, textsUntil: day))
    case .chart(let day, let root, let depth):
      return .chart(
        try ledger.chart(
          asOf: day, root: root, depth: depth, known: known, textsUntil: textsUntil))
    case .lives(let units, let day):
      // Without a read model there is only the fold.
      guard let model = ledger.store as? any TemporalReadModel else { break }
      guard let rows = try model.units(units, on: day, at: known) else { throw NoReadModel() }
      return .lives(try zip(units, rows).map { try ToldLife($0, $1) })
    case .under(let parent, let day):
      guard let model = ledger.store as? any TemporalReadModel else { break }
      guard let found = try model.units(under: parent, on: day, at: known) else {
        throw NoReadModel()
      }
      return .under(try found.map { try ToldLife($0.id, $0.rows) })
    case .unit(let text, let day):
      let found = try ledger.unit(text, asOf: day, known, textsUntil: textsUntil)
      let atOnce = try ledger.unit(text, asOf: day, known, textsUntil: textsUntil, searched: 0)
      return .unit(found.isTold(by: atOnce) ? found : atOnce)
    case .scenario(let acts, let day, let root, let depth):
      return .scenario(
        try ledger.chart(
          asOf: day, supposing: acts, root: root, depth: depth, known: known,
          textsUntil: textsUntil))
    case .supposedUnit(let text, let acts, let day):
      let found = try ledger.unit(
        text, asOf: day, known, textsUntil: textsUntil, supposing: acts)
      let atOnce = try ledger.unit(
        text, asOf: day, known, textsUntil: textsUntil, supposing: acts, searched: 0)
      return .unit(found.isTold(by: atOnce) ? found : atOnce)
    case .function(let text):
      let found = try ledger.function(text, known, textsUntil: textsUntil)
      let atOnce = try ledger.function(text, known, textsUntil: textsUntil, searched: 0)
      return .function(found.isTold(by: atOnce) ? found : atOnce)
    case .crosswalk(let from, let to, let kinds, let basis):
      return .crosswalk(
        try ledger.crosswalk(
          from: from, to: to, kinds: kinds, basis: basis, known: known, textsUntil: textsUntil))
    default: break
    }
    return answer(by: try ledger.history(of: scope, known, textsUntil: textsUntil))
  }

  /// What it is about.
  private var scope: Scope {
    switch self {
    case .show(let unit, _), .history(let unit), .functions(let unit, _): .units([unit])
    case .lineage(let unit, _): .lineage(unit)
    case .who(let function, _): .functions([function])
    case .diff(let from, let to): .between(from, to)
    case .planned: .plans
    default: .everything
    }
  }
}

/// A store with a read model does not answer from it.
struct NoReadModel: Error {}

extension Result {
  /// Whether an answer that looks for nothing near in writing says the same but for that.
  fileprivate func isTold(by atOnce: Result) -> Bool
  where Success: Hashable & Sendable, Failure == ReferenceError<Success> {
    switch (self, atOnce) {
    case (.failure(.notFound), .failure(.notFoundAmongMany)),
      (.failure(.notFound), .failure(.notFound)):
      true
    default: self == atOnce
    }
  }
}

extension ToldLife {
  fileprivate init(_ unit: UnitID, _ rows: UnitRows) throws {
    self.init(unit: unit, latest: try rows.latest, earliest: try rows.earliest)
  }
}

extension History {
  fileprivate func lives(of units: [UnitID], on day: Day) -> [ToldLife] {
    let folds = folds(on: day)
    func row(_ unit: UnitID, _ chart: OrgChart) -> UnitRow {
      chart.row(of: unit) { self.day(of: $0) }
    }
    return units.map {
      ToldLife(unit: $0, latest: row($0, folds.latest), earliest: row($0, folds.earliest))
    }
  }

  fileprivate func lives(under parent: UnitID?, on day: Day) -> [ToldLife] {
    let ever = Set(folds(on: .distantFuture).distinct.flatMap(\.units.keys))
    return lives(of: ever.sorted(), on: day).filter { told in
      [told.latest, told.earliest].compactMap(\.living).contains { $0.placement.parent == parent }
    }
  }
}

extension Answer {
  /// The checks that another answer of the same question fails.
  func checks(failedBy other: Answer) -> Set<Check> {
    if self == other { return [] }
    switch (self, other) {
    case (.stated, _): return [.statedByTexts]
    case (.chart(let one), .chart(let two)): return one.checks(failedBy: two)
    case (.history(let one), .history(let two)):
      var checks: Set<Check> = []
      if one?.entries != two?.entries || one?.unit != two?.unit { checks.insert(.historyOfUnit) }
      if one?.takenBack != two?.takenBack { checks.insert(.takenBackOfUnit) }
      return checks
    case (.lives, _): return [.livesOfUnits]
    case (.under, _): return [.unitsUnderOne]
    case (.shown, _): return [.shownUnit]
    case (.lineage, _): return [.lineageOfUnit]
    case (.functions, _): return [.functionsOfUnit]
    case (.who, _): return [.holdersOfFunction]
    case (.unit, _): return [.unitByText]
    case (.function, _): return [.functionByText]
    case (.diff, _): return [.diffOfDays]
    case (.crosswalk, _): return [.crosswalkOfDays]
    case (.plans, _): return [.plansOfDay]
    case (.scenario, _): return [.chartOfScenario]
    case (.claims, _): return [.claims]
    case (.texts, _): return [.texts]
    case (.search, _): return [.search]
    case (.chart, _), (.history, _): preconditionFailure("answers of different questions")
    }
  }
}

extension ChartAnswer {
  fileprivate func checks(failedBy other: ChartAnswer) -> Set<Check> {
    var checks: Set<Check> = []
    if asOf != other.asOf || knownAt != other.knownAt || position != other.position {
      checks.insert(.headOfChart)
    }
    let (one, two) = (units.map(\.id), other.units.map(\.id))
    if one.sorted() != two.sorted() {
      checks.insert(.unitsOfChart)
    } else if one != two {
      checks.insert(.orderOfChart)
    }
    let rows = Dictionary(other.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in units {
      guard let same = rows[row.id], row != same else { continue }
      func check<Value: Equatable>(_ value: KeyPath<ChartRow, Value>, _ check: Check) {
        if row[keyPath: value] != same[keyPath: value] { checks.insert(check) }
      }
      check(\.depth, .levelsOfChart)
      check(\.name, .namesOfChart)
      check(\.shortName, .namesOfChart)
      check(\.kind, .kindsOfChart)
      check(\.parent, .placesOfChart)
      check(\.parentKnown, .placesOfChart)
      check(\.since, .birthsOfChart)
      check(\.codes, .codesOfChart)
      check(\.collective, .classesOfChart)
      check(\.members, .classesOfChart)
      check(\.functions, .functionsOfChart)
      check(\.certainty, .certaintyOfChart)
    }
    return checks
  }
}
