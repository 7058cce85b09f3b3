import LMDB

extension LMDBStore {
  /// A day on which the read model says something else of a unit than its facts: of its life, of
  /// what it holds, or where it would be looked for.
  ///
  /// - Complexity: As asking for the unit on each day on which anything happens to it.
  func differingDay(of unit: UnitID, knownAt last: UInt64) throws(StoreError) -> Day? {
    guard let lines = tables.lines,
      let history = try history(of: .units([unit]), at: .upTo(last), textsUntil: nil)
    else { return nil }
    let days = Set(history.facts.flatMap { $0.effectiveOn.ends }.flatMap { [$0, $0.previous] })
    for day in days.sorted() {
      let folds = history.folds(on: day)
      let written = try environment.read { transaction throws(StoreError) in
        try transaction.written(of: unit, on: day, knownAt: last, lines)
      }
      func said(_ chart: OrgChart) -> WrittenLines {
        WrittenLines(
          row: chart.row(of: unit) { history.day(of: $0) }, holdings: chart.roles(of: unit))
      }
      guard written.latest == said(folds.latest), written.earliest == said(folds.earliest) else {
        return day
      }
      for living in [written.latest?.row.living, written.earliest?.row.living].compactMap({ $0 }) {
        let isFound = try environment.read { transaction throws(StoreError) in
          try transaction.isCandidate(unit, living, lines)
        }
        guard isFound else { return day }
      }
    }
    return nil
  }
}

/// What the lines of a unit say at the end of a day, in one fold.
private struct WrittenLines: Equatable {
  var row = UnitRow.unborn
  var holdings: [HoldingKey: Role] = [:]
}

extension OrgChart {
  /// What a unit holds, and how.
  fileprivate func roles(of unit: UnitID) -> [HoldingKey: Role] {
    var roles: [HoldingKey: Role] = [:]
    for key in held[unit, default: []] { roles[key] = holders[key]?[unit]?.role }
    return roles
  }
}

extension Transaction where Failure == StoreError {
  /// What the lines of a unit say.
  fileprivate func written(
    of unit: UnitID, on day: Day, knownAt last: UInt64, _ lines: LineTables
  ) throws(StoreError) -> InFolds<WrittenLines> {
    let ever = try everHeld(by: unit, lines)
    return try withCursor(in: lines.lines) { cursor throws(StoreError) in
      var (latest, earliest) = (WrittenLines(), WrittenLines())
      let row = try cursor.read(
        LineKey.life(of: unit), on: day, knownAt: last, LineCodec.row)
      (latest.row, earliest.row) = (row.latest ?? .unborn, row.earliest ?? .unborn)
      for (key, line) in ever {
        let roles = try cursor.read(line, on: day, knownAt: last, LineCodec.role)
        latest.holdings[key] = roles.latest ?? nil
        earliest.holdings[key] = roles.earliest ?? nil
      }
      return InFolds(latest: latest, earliest: earliest)
    }
  }

  /// Whether a unit would be found where it stands and by what it is called.
  fileprivate func isCandidate(
    _ id: UnitID, _ unit: LivingUnit, _ lines: LineTables
  ) throws(StoreError) -> Bool {
    // Joined ids are read as another one, under which nothing may ever have been called so.
    var names = [unit.name.full]
    if let short = unit.name.short { names.append(short) }
    guard try contains(LineKey.under(unit.placement.parent, id), in: lines.under) else {
      return false
    }
    for name in names {
      let prefix = LineKey.called(.unit, name, "")
      var isCalled = false
      try forEach(in: lines.called, withPrefix: prefix) { _, _ throws(StoreError) in
        isCalled = true
        return .stop
      }
      guard isCalled else { return false }
    }
    return true
  }
}
