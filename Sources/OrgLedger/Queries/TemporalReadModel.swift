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
  /// - Complexity: O(log *n*) for each unit that was ever said to stand under one that is told.
  func structure(
    on day: Day, at known: Known, under root: UnitID?, depth: Int?
  ) throws(StoreError) -> Structure?

  /// What is said of one unit at the end of a day, in both folds.
  ///
  /// - Complexity: O(log *n*), whatever happened to the unit.
  func unit(
    _ unit: UnitID, on day: Day, at known: Known
  ) throws(StoreError) -> (latest: UnitRow, earliest: UnitRow)?
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
  /// The read model tells it where there is one that is up to date and all texts count; else it is
  /// folded from the records. Both say the same.
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
      let structure = try model.structure(on: day, at: known, under: root, depth: depth)
    else {
      return try history(known, textsUntil: textsUntil)
        .chart(asOf: day, root: root, depth: depth, kinds: kinds)
    }
    return structure.chart(asOf: day, kinds: kinds, offsetMinutes: identity.offsetMinutes)
  }
}

extension Structure {
  /// The structure as a chart with the rows of some kinds.
  fileprivate func chart(asOf day: Day, kinds: [String], offsetMinutes: Int) -> ChartAnswer {
    let kinds = Set(kinds)
    var rows: [ChartRow] = []
    // Of each level down to the unit at hand, whether the unit on it is shown.
    var shown: [Bool] = []
    for standing in units {
      shown.removeLast(shown.count - standing.level)
      let matches = kinds.isEmpty || kinds.contains(standing.unit.kind)
      if matches { rows.append(ChartRow(standing, depth: shown.count { $0 })) }
      shown.append(matches)
    }
    return ChartAnswer(
      asOf: day, knownAt: head.recordedAt.map { Timestamp($0, offsetMinutes: offsetMinutes) },
      position: head.position, units: rows)
  }
}

extension ChartRow {
  fileprivate init(_ standing: StandingUnit, depth: Int) {
    let unit = standing.unit
    self.init(
      id: standing.id, name: unit.name.full, shortName: unit.name.short, kind: unit.kind,
      parent: unit.placement.parent, parentKnown: unit.placement != .notStated, since: unit.since,
      codes: Dictionary(uniqueKeysWithValues: unit.codes.map { ($0.scheme, $0.value) }),
      functions: standing.functions, certainty: standing.certainty, collective: unit.collective,
      members: unit.members, depth: depth)
  }
}
