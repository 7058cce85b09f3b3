/// What tells the structure on any day, as known at any point of record time, without reading the
/// log.
///
/// It answers what the fold of the facts known then answers, or nothing: a read model that lags
/// behind the log, or has another shape than this program writes, says so by `nil`, and whoever
/// asks folds the log instead.
public protocol TemporalReadModel: Sendable {
  /// The units that live at the end of a day: depth-first, siblings in order of birth, then name.
  ///
  /// - Parameters:
  ///   - root: Only this unit and what stands under it; without it, all.
  ///   - depth: How many levels below the roots.
  ///   - supposed: As if these facts counted too, which are judged by nobody: a unit whose parent
  ///     then does not live is a root. They are those of plans known then, as ``History/supposed(_:)``
  ///     gives them.
  /// - Returns: `nil` also where what is supposed puts units under each other, or touches so many
  ///   that all facts are better read in turn.
  /// - Complexity: O(log *n*) for each unit that was ever said to stand under one that is told; and
  ///   in proportion to the facts of the units that the supposed facts touch.
  func structure(
    on day: Day, at known: Known, under root: UnitID?, depth: Int?, supposing supposed: [Fact]
  ) throws(StoreError) -> Structure?

  /// What is said of one unit at the end of a day, in both folds.
  ///
  /// - Complexity: O(log *n*), whatever happened to the unit.
  func unit(_ unit: UnitID, on day: Day, at known: Known) throws(StoreError) -> UnitRows?

  /// What is said of several units at the end of one day, in the order in which they are given, all
  /// from one state of the store.
  ///
  /// - Complexity: O(log *n*) each, and less for a unit near the one before it by identifier.
  func units(_ units: [UnitID], on day: Day, at known: Known) throws(StoreError) -> [UnitRows]?

  /// The units that stand under one at the end of a day, or, of `nil`, under nobody that is known,
  /// in either fold, ascending by identifier.
  ///
  /// - Complexity: O(log *n*) for each unit that was ever said to stand there.
  func units(
    under parent: UnitID?, on day: Day, at known: Known
  ) throws(StoreError) -> [(id: UnitID, rows: UnitRows)]?

  /// What is known about something, which answers every question about it as all facts would.
  ///
  /// - Parameter textsUntil: Only what texts issued by this day state.
  /// - Returns: `nil` where the read model lags, and where everything is asked for or so much that
  ///   all facts are better read in turn.
  /// - Complexity: in proportion to the facts of the units that the scope takes in.
  func history(
    of scope: Scope, at known: Known, textsUntil: Day?
  ) throws(StoreError) -> History?

  /// The units that a text may mean: by identifier, or by a code or name that they ever bore,
  /// whoever said so and whether it is still held to be true.
  func unitsNamed(_ text: String) throws(StoreError) -> Set<UnitID>?

  /// The functions that a text may mean, likewise.
  func functionsNamed(_ text: String) throws(StoreError) -> Set<FunctionID>?
}

/// The units that live on a day.
public struct Structure: Sendable {
  /// Depth-first.
  public var units: [StandingUnit]
  /// The end of what is known.
  public var head: Head
}

/// A living unit at its place in a structure.
public struct StandingUnit: Sendable {
  public var id: UnitID
  /// What is shown of it: what the latest fold says, where it lives in that.
  public var unit: LivingUnit
  /// What it holds, ascending by function and scope.
  public var functions: [HeldFunction]
  public var certainty: AnswerCertainty
  /// How many levels below the roots it stands.
  public var level: Int
}

extension Ledger {
  /// The structure on a day.
  ///
  /// The read model tells it where there is one that is up to date and all texts count. Where only
  /// some do, or without a read model, it is folded from the facts that it rests on. All say the
  /// same.
  ///
  /// - Parameters:
  ///   - known: How much of the log counts.
  ///   - textsUntil: Only what texts issued by this day state.
  /// - Returns: As ``History/chart(asOf:root:depth:kinds:)``.
  public func chart(
    asOf day: Day, root: UnitID? = nil, depth: Int? = nil, kinds: [String] = [],
    known: Known = .now, textsUntil: Day? = nil
  ) throws(StoreError) -> ChartAnswer {
    guard textsUntil == nil, let model = store as? any TemporalReadModel,
      let structure = try model.structure(
        on: day, at: known, under: root, depth: depth, supposing: [])
    else {
      return try history(of: .structure(under: root, depth: depth), known, textsUntil: textsUntil)
        .chart(asOf: day, root: root, depth: depth, kinds: kinds)
    }
    return structure.chart(asOf: day, kinds: kinds, offsetMinutes: identity.offsetMinutes)
  }

  /// The structure on a day as if proposed acts were enacted, as ``History/scenario(_:)``.
  ///
  /// Told as that of what counts, with the facts of the units that the acts touch. All facts are
  /// folded without a read model that is up to date, where only some texts count, where the units
  /// touched have more than an eighth of them, and where units would stand under each other.
  ///
  /// - Parameters:
  ///   - scenario: The acts, each with its day.
  ///   - known: How much of the log counts.
  ///   - textsUntil: Only what texts issued by this day state.
  /// - Returns: As ``History/chart(asOf:root:depth:kinds:)`` of ``History/scenario(_:)``; or that an
  ///   act is not recorded, was enacted anyway, or has no day.
  /// - Throws: `damaged` and whatever else hinders reading.
  /// - Complexity: as that of what counts, and in proportion to the facts of the units touched; else
  ///   as that of all facts.
  public func chart(
    asOf day: Day, supposing scenario: [ScenarioAct], root: UnitID? = nil, depth: Int? = nil,
    kinds: [String] = [], known: Known = .now, textsUntil: Day? = nil
  ) throws(StoreError) -> Result<ChartAnswer, ScenarioError> {
    if textsUntil == nil, let model = store as? any TemporalReadModel,
      let own = try model.history(
        of: .acts(Set(scenario.map(\.act)), with: []), at: known, textsUntil: nil)
    {
      let supposed: [Fact]
      do { supposed = try own.supposed(scenario) } catch { return .failure(error) }
      // What is recorded meanwhile is no part of the answer.
      if let structure = try model.structure(
        on: day, at: .upTo(own.position), under: root, depth: depth, supposing: supposed)
      {
        return .success(
          structure.chart(asOf: day, kinds: kinds, offsetMinutes: identity.offsetMinutes))
      }
    }
    let all = try history(known, textsUntil: textsUntil)
    return Result { () throws(ScenarioError) in
      try all.scenario(scenario).chart(asOf: day, root: root, depth: depth, kinds: kinds)
    }
  }
}

extension Ledger {
  /// What is known about something at a point of record time, ready to be asked about it.
  ///
  /// Only the facts are read on which an answer rests, where the store has a read model that is up
  /// to date; else all of them. Both answer the same, about what the scope takes in; about anything
  /// else only a history of everything answers.
  ///
  /// - Complexity: in proportion to the facts of the units that the scope takes in.
  public func history(
    of scope: Scope, _ known: Known = .now, textsUntil: Day? = nil
  ) throws(StoreError) -> History {
    if let model = store as? any TemporalReadModel,
      let history = try model.history(of: scope, at: known, textsUntil: textsUntil)
    {
      return history
    }
    return try history(known, textsUntil: textsUntil)
  }

  /// The unit that a text means on a day, as ``History/unit(_:asOf:connecting:)``.
  ///
  /// - Parameter scenario: As if these proposed acts were enacted; those that cannot be are passed
  ///   over with all others.
  /// - Complexity: in proportion to the facts of the units that ever bore the name. Where none did,
  ///   what is nearest is looked for among all facts, unless there are more than
  ///   ``recordsSearched`` records.
  public func unit(
    _ text: String, asOf day: Day, _ known: Known = .now, textsUntil: Day? = nil,
    supposing scenario: [ScenarioAct] = [], connecting: Set<String> = []
  ) throws(StoreError) -> Result<UnitID, UnitReferenceError> {
    try unit(
      text, asOf: day, known, textsUntil: textsUntil, supposing: scenario,
      connecting: connecting, searched: Self.recordsSearched)
  }

  /// The same, where what is nearest is looked for among so many records at most.
  func unit(
    _ text: String, asOf day: Day, _ known: Known, textsUntil: Day?,
    supposing scenario: [ScenarioAct] = [], connecting: Set<String> = [], searched: UInt64
  ) throws(StoreError) -> Result<UnitID, UnitReferenceError> {
    try meant(by: text, known, textsUntil, searched) { model throws(StoreError) in
      try model.unitsNamed(text).map { units in
        (
          scenario.isEmpty ? .lives(units) : .acts(Set(scenario.map(\.act)), with: units),
          { read in Set(units.map { read($0) }) }
        )
      }
    } finding: { history throws(UnitReferenceError) in
      let supposed = scenario.isEmpty ? nil : try? history.scenario(scenario)
      return try (supposed ?? history).unit(text, asOf: day, connecting: connecting)
    }
  }

  /// The function that a text means, as ``History/function(_:connecting:)``, likewise.
  public func function(
    _ text: String, _ known: Known = .now, textsUntil: Day? = nil, connecting: Set<String> = []
  ) throws(StoreError) -> Result<FunctionID, FunctionReferenceError> {
    try function(
      text, known, textsUntil: textsUntil, connecting: connecting, searched: Self.recordsSearched)
  }

  /// The same, where what is nearest is looked for among so many records at most.
  func function(
    _ text: String, _ known: Known, textsUntil: Day?, connecting: Set<String> = [],
    searched: UInt64
  ) throws(StoreError) -> Result<FunctionID, FunctionReferenceError> {
    try meant(by: text, known, textsUntil, searched) { model throws(StoreError) in
      try model.functionsNamed(text).map { functions in (.functions(functions), { _ in functions })
      }
    } finding: { history throws(FunctionReferenceError) in
      try history.function(text, connecting: connecting)
    }
  }

  /// Among how many records what is nearest in writing is looked for: it takes all facts, which are
  /// read in seconds, and fit into memory, up to here.
  public static let recordsSearched: UInt64 = 250_000

  /// What a text means.
  ///
  /// - Parameters:
  ///   - searched: Among how many records what is nearest is looked for.
  ///   - bearers: Who ever bore it, which settles who is meant, and by which ids they are read.
  private func meant<ID>(
    by text: String, _ known: Known, _ textsUntil: Day?, _ searched: UInt64,
    among bearers: (any TemporalReadModel) throws(StoreError) -> (
      scope: Scope, ids: (Identities) -> Set<ID>
    )?,
    finding find: (History) throws(ReferenceError<ID>) -> ID
  ) throws(StoreError) -> Result<ID, ReferenceError<ID>> {
    if let model = store as? any TemporalReadModel, let bearers = try bearers(model),
      let near = try model.history(of: bearers.scope, at: known, textsUntil: textsUntil)
    {
      switch Result(catching: { () throws(ReferenceError<ID>) in try find(near) }) {
      case .success(let id): return .success(id)
      case .failure(.notFound(_, let nearest)):
        if near.position > searched {
          // What once bore the code, or is only planned, is at hand; others are by chance.
          let ids = bearers.ids(near.identities)
          let nearest = nearest.filter { ids.contains($0.id) }
          return .failure(
            nearest.isEmpty
              ? .notFoundAmongMany(text: text, records: near.position)
              : .notFound(text: text, nearest: nearest))
        }
      case .failure(let error): return .failure(error)
      }
    }
    let all = try history(known, textsUntil: textsUntil)
    return Result { () throws(ReferenceError<ID>) in try find(all) }
  }
}

extension Structure {
  /// The structure as a chart with the rows of some kinds.
  fileprivate func chart(asOf day: Day, kinds: [String], offsetMinutes: Int) -> ChartAnswer {
    return ChartAnswer(
      asOf: day, knownAt: head.recordedAt.map { Timestamp($0, offsetMinutes: offsetMinutes) },
      position: head.position, units: units.map { ChartRow($0) }.ofKinds(kinds))
  }
}

extension ChartRow {
  fileprivate init(_ standing: StandingUnit) {
    let unit = standing.unit
    self.init(
      id: standing.id, name: unit.name.full, shortName: unit.name.short, kind: unit.kind,
      parent: unit.placement.parent, parentKnown: unit.placement != .notStated, since: unit.since,
      codes: Dictionary(uniqueKeysWithValues: unit.codes.map { ($0.scheme, $0.value) }),
      functions: standing.functions, certainty: standing.certainty, collective: unit.collective,
      members: unit.members, depth: standing.level)
  }
}
