import LMDB

/// Walks down a structure through the lines of its units.
struct StructureWalk {
  private let day: Day
  private let position: UInt64
  private let supposed: SupposedLines?
  /// Whom what is supposed puts under a unit, or at the top.
  private var supposedBelow: [UnitID?: [UnitID]] = [:]
  /// Who stands under a unit that does not live by what is supposed.
  private var orphans: Set<UnitID> = []
  private var names: [FunctionID: String?] = [:]

  /// - Parameter changes: What the lines are to say differently from what is written.
  init(day: Day, position: UInt64, _ changes: LineChanges?) {
    self.day = day
    self.position = position
    supposed = changes.flatMap { $0.first <= day ? SupposedLines($0) : nil }
  }

  /// A unit that lives in one fold at least.
  private struct Living {
    let id: UnitID
    let unit: LivingUnit
    /// The fold of which `unit` tells.
    let fold: Fold
    let certainty: AnswerCertainty
  }

  /// - Returns: `nil`: by what is supposed, units stand under each other.
  mutating func units(
    under root: UnitID?, depth: Int?, _ cursor: inout Cursor<StoreError>,
    candidates: (UnitID?) throws(StoreError) -> [UnitID],
    holdings: (UnitID) throws(StoreError) -> [(key: HoldingKey, line: LineKey.Bytes)],
    naming: (FunctionID) throws(StoreError) -> [Fact]
  ) throws(StoreError) -> [StandingUnit]? {
    guard try placeSupposed(&cursor, candidates) else { return nil }
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
    for candidate in candidates + (supposedBelow[parent] ?? []) {
      guard let living = try living(candidate, &cursor), self.parent(of: living) == parent
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
    let row = try read(
      .life(unit), LineKey.life(of: unit), &cursor, LineCodec.row
    ) { if case .life(let row) = $0 { row } else { nil } }
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
    for (key, line) in withSupposed(ever, of: living.id) {
      let roles = try read(.holding(living.id, key), line, &cursor, LineCodec.role) {
        if case .holding(let role) = $0 { role } else { nil }
      }
      guard let role = (living.fold == .latest ? roles.latest : roles.earliest) ?? nil else {
        continue
      }
      functions.append(
        HeldFunction(
          id: key.function, name: try name(of: key.function, naming), role: role, scope: key.scope))
    }
    return functions
  }

  /// What a line says on the day in each fold, as written or as supposed.
  ///
  /// - Parameter key: What its rows begin with; `nil`: nothing is written of it.
  private func read<Value>(
    _ line: Line, _ key: LineKey.Bytes?, _ cursor: inout Cursor<StoreError>,
    _ decode: (RawSpan) throws(StoreError) -> Value, of supposedValue: (LineValue) -> Value?
  ) throws(StoreError) -> InFolds<Value> {
    guard let supposed, let changes = supposed.changes(of: line) else {
      guard let key else { return InFolds() }
      return try cursor.read(key, on: day, knownAt: position, decode)
    }
    // Until something happens, it says what it says before the first difference.
    var values = InFolds<Value>()
    if let key, let before = supposed.before {
      values = try cursor.read(key, on: before, knownAt: position, decode)
    }
    if let value = changes.latest.value(of: line, on: day) { values.latest = supposedValue(value) }
    if let value = changes.earliest.value(of: line, on: day) {
      values.earliest = supposedValue(value)
    }
    return values
  }

  /// What a unit ever held or is supposed to hold, ascending.
  private func withSupposed(
    _ ever: [(key: HoldingKey, line: LineKey.Bytes)], of unit: UnitID
  ) -> [(key: HoldingKey, line: LineKey.Bytes?)] {
    let written = ever.map { (key: $0.key, line: LineKey.Bytes?.some($0.line)) }
    let more = (supposed?.holdings[unit] ?? []).subtracting(ever.map(\.key))
    guard !more.isEmpty else { return written }
    return (written + more.map { (key: $0, line: nil) }).sorted { $0.key < $1.key }
  }

  /// Finds out under whom those stand of whom something is supposed, and who is left without a
  /// parent.
  ///
  /// - Returns: Whether nobody stands under itself.
  private mutating func placeSupposed(
    _ cursor: inout Cursor<StoreError>, _ candidates: (UnitID?) throws(StoreError) -> [UnitID]
  ) throws(StoreError) -> Bool {
    guard let supposed else { return true }
    for unit in supposed.units {
      guard let living = try living(unit, &cursor) else {
        for candidate in try candidates(unit) {
          if try self.living(candidate, &cursor)?.unit.placement.parent == unit {
            orphans.insert(candidate)
          }
        }
        continue
      }
      var (above, seen) = (living.unit.placement.parent, Set([unit]))
      if let parent = above {
        guard try self.living(parent, &cursor) != nil else {
          orphans.insert(unit)
          continue
        }
      }
      supposedBelow[above, default: []].append(unit)
      while let next = above {
        guard seen.insert(next).inserted else { return false }
        above = try self.living(next, &cursor)?.unit.placement.parent
      }
    }
    supposedBelow[nil, default: []] += orphans
    return true
  }

  private func parent(of living: Living) -> UnitID? {
    orphans.contains(living.id) ? nil : living.unit.placement.parent
  }

  private mutating func name(
    of function: FunctionID, _ naming: (FunctionID) throws(StoreError) -> [Fact]
  ) throws(StoreError) -> String? {
    if let known = names[function] { return known }
    let facts = try naming(function).filter { $0.act.status == .enacted }
    let name = facts.functionDefinitions[function]?.name
    names[function] = .some(name)
    return name
  }
}

/// What lines are supposed to say over what is written of them.
private struct SupposedLines {
  private let changes: LineChanges
  /// The units of whose lives it says something.
  let units: Set<UnitID>
  /// What it says of the functions of units.
  let holdings: [UnitID: Set<HoldingKey>]

  init(_ changes: LineChanges) {
    self.changes = changes
    var (units, holdings) = (Set<UnitID>(), [UnitID: Set<HoldingKey>]())
    for line in changes.lines {
      switch line {
      case .life(let unit): units.insert(unit)
      case .holding(let unit, let key): holdings[unit, default: []].insert(key)
      }
    }
    (self.units, self.holdings) = (units, holdings)
  }

  /// What changes, if the line is among it.
  func changes(of line: Line) -> LineChanges? {
    let isTouched =
      switch line {
      case .life(let unit): units.contains(unit)
      case .holding(let unit, let key): holdings[unit]?.contains(key) ?? false
      }
    return isTouched ? changes : nil
  }

  /// The last day of which what is written still holds; `nil`: nothing of it does.
  var before: Day? { changes.first == .distantPast ? nil : changes.first.previous }
}
