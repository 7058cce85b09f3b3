import LMDB

extension LMDBStore: TemporalReadModel {
  public func structure(
    on day: Day, at known: Known, under root: UnitID?, depth: Int?
  ) throws(StoreError) -> Structure? {
    guard let lines = tables.lines else { return nil }
    guard root?.isWellFormed != false else {
      return Structure(units: [], head: try head(at: known))
    }
    return try environment.read { transaction throws(StoreError) in
      guard try transaction.isCurrent(lines, tables) else { return nil }
      let head = try transaction.head(at: known, tables)
      let units = try transaction.withCursor(in: lines.lines) { cursor throws(StoreError) in
        var walk = StructureWalk(day: day, position: head.position)
        return try walk.units(
          under: root, depth: depth, &cursor,
          candidates: { parent throws(StoreError) in
            try transaction.candidates(under: parent, lines)
          },
          holdings: { unit throws(StoreError) in try transaction.everHeld(by: unit, lines) },
          naming: { function throws(StoreError) in
            try transaction.facts(
              mentioning: .functionNamed(function), LMDBLayout(tables: tables, read: ReadFacts()))
          })
      }
      return Structure(units: units, head: head)
    }
  }

  public func unit(
    _ unit: UnitID, on day: Day, at known: Known
  ) throws(StoreError) -> (latest: UnitRow, earliest: UnitRow)? {
    guard let lines = tables.lines else { return nil }
    guard unit.isWellFormed else { return (.unborn, .unborn) }
    return try environment.read { transaction throws(StoreError) in
      guard try transaction.isCurrent(lines, tables) else { return nil }
      let position = known == .now ? .max : try transaction.head(at: known, tables).position
      return try transaction.withCursor(in: lines.lines) { cursor throws(StoreError) in
        let row = try cursor.read(
          LineKey.life(of: unit), on: day, knownAt: position, LineCodec.life)
        return (row.latest ?? .unborn, row.earliest ?? .unborn)
      }
    }
  }
}

extension Transaction where Failure == StoreError {
  /// Whether the read model knows all records.
  fileprivate func isCurrent(_ lines: LineTables, _ tables: Tables) throws(StoreError) -> Bool {
    try readModelState(lines)?.position == head(tables).position
  }
}

/// Walks down a structure through the lines of its units.
private struct StructureWalk {
  private let day: Day
  private let position: UInt64
  private var names: [FunctionID: String?] = [:]

  init(day: Day, position: UInt64) {
    self.day = day
    self.position = position
  }

  /// A unit that lives in one fold at least.
  private struct Living {
    let id: UnitID
    let unit: LivingUnit
    /// The fold of which `unit` tells.
    let fold: Fold
    let certainty: AnswerCertainty
  }

  mutating func units(
    under root: UnitID?, depth: Int?, _ cursor: inout Cursor<StoreError>,
    candidates: (UnitID?) throws(StoreError) -> [UnitID],
    holdings: (UnitID) throws(StoreError) -> [(key: HoldingKey, line: LineKey.Bytes)],
    naming: (FunctionID) throws(StoreError) -> [Fact]
  ) throws(StoreError) -> [StandingUnit] {
    var found: [StandingUnit] = []
    // Newest last.
    var stack: [(unit: Living, level: Int)] = []
    if let root {
      if let living = try living(root, &cursor) { stack.append((living, 0)) }
    } else {
      stack = try children(of: nil, try candidates(nil), &cursor).reversed().map { ($0, 0) }
    }
    while let (next, level) = stack.popLast() {
      found.append(
        StandingUnit(
          id: next.id, unit: next.unit,
          functions: try held(by: next, try holdings(next.id), &cursor, naming),
          certainty: next.certainty, level: level))
      if let depth, level >= depth { continue }
      for child in try children(of: next.id, try candidates(next.id), &cursor).reversed() {
        stack.append((child, level + 1))
      }
    }
    return found
  }

  /// The candidates that do stand there on the day, in order of birth, then name.
  private func children(
    of parent: UnitID?, _ candidates: [UnitID], _ cursor: inout Cursor<StoreError>
  ) throws(StoreError) -> [Living] {
    var found: [UnitID: Living] = [:]
    for candidate in candidates {
      guard let living = try living(candidate, &cursor), living.unit.placement.parent == parent
      else { continue }
      found[candidate] = living
    }
    return found.values
      .map { BirthOrder(birth: $0.unit.birth, name: $0.unit.name.full, id: $0.id) }
      .inOrderOfBirth().compactMap { found[$0.id] }
  }

  private func living(
    _ unit: UnitID, _ cursor: inout Cursor<StoreError>
  ) throws(StoreError) -> Living? {
    let row = try cursor.read(
      LineKey.life(of: unit), on: day, knownAt: position, LineCodec.life)
    let (latest, earliest) = (row.latest?.living, row.earliest?.living)
    guard let shown = latest ?? earliest else { return nil }
    let isCertain =
      latest?.name == earliest?.name && latest?.kind == earliest?.kind
      && latest?.placement == earliest?.placement
    return Living(
      id: unit, unit: shown, fold: latest == nil ? .earliest : .latest,
      certainty: isCertain ? .certain : .possible)
  }

  private mutating func held(
    by living: Living, _ ever: [(key: HoldingKey, line: LineKey.Bytes)],
    _ cursor: inout Cursor<StoreError>, _ naming: (FunctionID) throws(StoreError) -> [Fact]
  ) throws(StoreError) -> [HeldFunction] {
    var functions: [HeldFunction] = []
    for (key, line) in ever {
      let roles = try cursor.read(line, on: day, knownAt: position, LineCodec.role)
      guard let role = (living.fold == .latest ? roles.latest : roles.earliest) ?? nil else {
        continue
      }
      functions.append(
        HeldFunction(
          id: key.function, name: try name(of: key.function, naming), role: role, scope: key.scope))
    }
    return functions
  }

  private mutating func name(
    of function: FunctionID, _ naming: (FunctionID) throws(StoreError) -> [Fact]
  ) throws(StoreError) -> String? {
    if let known = names[function] { return known }
    let facts = try naming(function).filter {
      $0.position <= position && $0.act.status == .enacted
    }
    let name = facts.functionDefinitions[function]?.name
    names[function] = .some(name)
    return name
  }
}
