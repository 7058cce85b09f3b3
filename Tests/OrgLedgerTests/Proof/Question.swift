import OrgLedgerTesting

@testable import OrgLedger

/// What an answer is held to, so that whatever is wrong is known by the check that finds it.
enum Check: String, CaseIterable, Sendable {
  case headOfChart, unitsOfChart, orderOfChart, levelsOfChart, namesOfChart, kindsOfChart
  case placesOfChart, birthsOfChart, codesOfChart, classesOfChart, functionsOfChart
  case certaintyOfChart
  case lifeOfUnit, shownUnit, historyOfUnit, takenBackOfUnit, lineageOfUnit, functionsOfUnit
  case holdersOfFunction, unitByText, functionByText
  /// The twin has the same records to the byte.
  case records
  /// What was made again is what was written, to the byte.
  case tables
}

/// A question about one point of record time.
enum Question: Hashable, Sendable {
  case chart(Day, root: UnitID?, depth: Int?)
  case life(UnitID, Day)
  case show(UnitID, Day)
  case history(UnitID)
  case lineage(UnitID, Day)
  case functions(UnitID, Day)
  case who(FunctionID, Day)
  case unit(String, Day)
  case function(String)
}

/// An answer of any question.
enum Answer: Equatable {
  case chart(ChartAnswer)
  case life(latest: UnitRow, earliest: UnitRow)
  case shown(UnitAnswer?)
  case history(UnitHistory?)
  case lineage(Lineage?)
  case functions(FunctionHoldings)
  case who(WhoAnswer)
  case unit(Result<UnitID, UnitReferenceError>)
  case function(Result<FunctionID, FunctionReferenceError>)
}

extension Question {
  /// The definition: what the fold of all facts answers.
  func answer(by history: History) -> Answer {
    switch self {
    case .chart(let day, let root, let depth):
      return .chart(history.chart(asOf: day, root: root, depth: depth))
    case .life(let unit, let day):
      let folds = history.folds(on: day)
      func row(_ chart: OrgChart) -> UnitRow { chart.row(of: unit) { history.day(of: $0) } }
      return .life(latest: row(folds.latest), earliest: row(folds.earliest))
    case .show(let unit, let day): return .shown(history.show(unit, asOf: day))
    case .history(let unit): return .history(history.history(of: unit))
    case .lineage(let unit, let day): return .lineage(history.lineage(of: unit, asOf: day))
    case .functions(let unit, let day):
      return .functions(history.functions(asOf: day, unit: unit))
    case .who(let function, let day): return .who(history.who(function, asOf: day))
    case .unit(let text, let day):
      return .unit(
        Result { () throws(UnitReferenceError) in try history.unit(text, asOf: day) })
    case .function(let text):
      return .function(
        Result { () throws(FunctionReferenceError) in try history.function(text) })
    }
  }

  /// What a ledger answers in the way in which users ask it.
  func answer(by ledger: Ledger, knowing known: Known) throws -> Answer {
    switch self {
    case .chart(let day, let root, let depth):
      return .chart(try ledger.chart(asOf: day, root: root, depth: depth, known: known))
    case .life(let unit, let day):
      // Without a read model there is only the fold.
      guard let model = ledger.store as? any TemporalReadModel else {
        return answer(by: try ledger.history(known))
      }
      guard let rows = try model.unit(unit, on: day, at: known) else { throw NoReadModel() }
      return .life(latest: try rows.latest, earliest: try rows.earliest)
    case .show(let unit, _), .history(let unit), .functions(let unit, _):
      return answer(by: try ledger.history(of: .units([unit]), known))
    case .lineage(let unit, _): return answer(by: try ledger.history(of: .lineage(unit), known))
    case .who(let function, _):
      return answer(by: try ledger.history(of: .functions([function]), known))
    case .unit(let text, let day): return .unit(try ledger.unit(text, asOf: day, known))
    case .function(let text): return .function(try ledger.function(text, known))
    }
  }
}

/// A store with a read model does not answer from it.
struct NoReadModel: Error {}

extension Answer {
  /// The checks that another answer of the same question fails.
  func checks(failedBy other: Answer) -> Set<Check> {
    if self == other { return [] }
    switch (self, other) {
    case (.chart(let one), .chart(let two)): return one.checks(failedBy: two)
    case (.life, _): return [.lifeOfUnit]
    case (.shown, _): return [.shownUnit]
    case (.history(let one), .history(let two)):
      var checks: Set<Check> = []
      if one?.entries != two?.entries || one?.unit != two?.unit { checks.insert(.historyOfUnit) }
      if one?.takenBack != two?.takenBack { checks.insert(.takenBackOfUnit) }
      return checks
    case (.lineage, _): return [.lineageOfUnit]
    case (.functions, _): return [.functionsOfUnit]
    case (.who, _): return [.holdersOfFunction]
    case (.unit, _): return [.unitByText]
    case (.function, _): return [.functionByText]
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
