import LMDB

/// What is said in each fold; `nil`: what a line says before anything has happened.
struct InFolds<Value> {
  var latest: Value?
  var earliest: Value?
}

/// What the lines would say differently by a change.
enum LineDifference {
  /// What changes; `nil`: nothing.
  case changes(LineChanges?)
  /// The units that are touched have more facts than were to be read.
  case unread

  var changes: LineChanges? { if case .changes(let changes) = self { changes } else { nil } }
}

extension Cursor where Failure == StoreError {
  /// What a line says at the end of a day, as known at a position that ends a submission.
  ///
  /// - Complexity: As ``read(_:on:knownAt:_:)``.
  mutating func read<Value>(
    _ line: LineKey.Bytes, on day: Day, knownAt position: UInt64,
    _ decode: (RawSpan) throws(StoreError) -> Value
  ) throws(StoreError) -> InFolds<Value> {
    var values = InFolds<Value>()
    try read(line, on: day, knownAt: position) { folds, value throws(StoreError) in
      let value = try decode(value)
      if folds.contains(.latest) { values.latest = value }
      if folds.contains(.earliest) { values.earliest = value }
    }
    return values
  }

  /// Lends what a line says at the end of a day, as known at a position, once for both folds where
  /// both say the same, and not for a fold of which nothing is written.
  ///
  /// Of the rows at or before the day the last one counts that was known by then; a day whose rows
  /// are all newer is passed over.
  ///
  /// - Complexity: O(log *n*), whatever happened to the unit; one step more for each later day of
  ///   it that was not known by then.
  mutating func read(
    _ line: LineKey.Bytes, on day: Day, knownAt position: UInt64,
    _ said: (FoldSet, RawSpan) throws(StoreError) -> Void
  ) throws(StoreError) {
    var found: FoldSet = []
    // The last day of which a row was not known yet.
    var tooNew: Day?
    var isThere = try seek(atMost: LineKey.row(line, day, position, FoldSet(rawValue: .max)))
    while isThere {
      var row: LineKey?
      try withEntry { key, value throws(StoreError) in
        guard line.withBytes({ key.starts(with: $0) }),
          let read = LineKey(key, after: line.count)
        else { return }
        row = read
        let new = read.folds.subtracting(found)
        guard read.position <= position, !new.isEmpty else { return }
        found.formUnion(new)
        try said(new, value)
      }
      guard let row, found != .both else { break }
      if row.position > position, row.day == tooNew {
        // Over all that was recorded of the day later.
        isThere = try seek(atMost: LineKey.row(line, row.day, position, FoldSet(rawValue: .max)))
      } else {
        if row.position > position { tooNew = row.day }
        isThere = try previous()
      }
    }
  }
}

extension Transaction where Failure == StoreError {
  /// How far the read model has been written; `nil`: it is not there, or of another shape.
  func readModelState(_ tables: Tables) throws(StoreError) -> ReadModelState? {
    guard tables.lines != nil else { return nil }
    let state = try bytes(at: ReadModelState.key, in: tables.meta).flatMap(ReadModelState.init)
    return state?.shape == ReadModelState.currentShape ? state : nil
  }

  /// The units that were ever said to stand under one, or, of `nil`, under nobody that is known.
  func candidates(under parent: UnitID?, _ tables: LineTables) throws(StoreError) -> [UnitID] {
    let prefix = LineKey.under(parent, nil)
    var units: [UnitID] = []
    try forEach(in: tables.under, withPrefix: prefix) { key, _ throws(StoreError) in
      let id = Span<UInt8>(_bytes: key.extracting(droppingFirst: prefix.count))
      do { units.append(UnitID(String(copying: try UTF8Span(validating: id)))) } catch {
        throw StoreError.damaged("under")
      }
      return .continue
    }
    return units
  }
}

extension Transaction where Failure == StoreError {
  /// The functions and scopes that a unit ever held, each with what its rows begin with.
  func everHeld(
    by unit: UnitID, _ tables: LineTables
  ) throws(StoreError) -> [(key: HoldingKey, line: LineKey.Bytes)] {
    let prefix = LineKey.holdings(of: unit)
    var found: [(function: UInt64, scope: UInt64)] = []
    try withCursor(in: tables.lines) { cursor throws(StoreError) in
      var isThere = try cursor.seek(atLeast: prefix)
      while isThere {
        let next = cursor.withEntry { key, _ -> (UInt64, UInt64)? in
          guard prefix.withBytes({ key.starts(with: $0) }),
            let function = key.bigEndian(at: prefix.count, as: UInt64.self),
            let scope = key.bigEndian(at: prefix.count + 8, as: UInt64.self)
          else { return nil }
          return (function, scope)
        }
        guard let (function, scope) = next else { break }
        found.append((function, scope))
        // Over all rows of the line.
        var end = LineKey.holding(of: unit, function: function, scope: scope)
        end.append(bigEndian: UInt32.max)
        isThere = try cursor.seek(atLeast: end)
      }
    }
    var held: [(key: HoldingKey, line: LineKey.Bytes)] = []
    for (function, scope) in found {
      let key = HoldingKey(
        FunctionID(try identifier(function, tables)),
        scope: scope == 0 ? nil : UnitID(try identifier(scope, tables)))
      held.append((key, LineKey.holding(of: unit, function: function, scope: scope)))
    }
    return held.sorted { $0.key < $1.key }
  }

  private func identifier(_ number: UInt64, _ tables: LineTables) throws(StoreError) -> String {
    guard let bytes = try bytes(at: BigEndian(number), in: tables.numbered) else {
      throw .damaged("numbered: no \(number)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Transaction where Access == WriteAccess, Failure == StoreError {
  /// Writes what the lines say differently since some records are known, in the transaction that
  /// records them.
  ///
  /// - Parameters:
  ///   - first: The first record of the submission; the read model knows those before it.
  ///   - last: Its last record.
  mutating func extendLines(
    from first: UInt64, through last: UInt64, _ tables: LineTables, _ layout: LMDBLayout
  ) throws(StoreError) {
    if let changes = try lineChanges(from: first, through: last, layout) {
      try write(changes, at: last, tables, layout.tables.entities)
    }
    try put(ReadModelState(position: last), layout.tables)
  }

  mutating func put(_ state: ReadModelState, _ tables: Tables) throws(StoreError) {
    try put(ReadModelState.key, state.bytes, in: tables.meta)
  }

  /// What the lines say differently through the records of one submission.
  private borrowing func lineChanges(
    from first: UInt64, through last: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) -> LineChanges? {
    guard let change = try recordChange(from: first, through: last, layout) else { return nil }
    return try lineChanges(
      by: change.facts, touching: change.facts.after.read(change.touched), asKnownAt: first - 1,
      layout
    ).changes
  }

  /// What one submission changes of the facts that count and of how they are read, with the facts
  /// whose suspensions change; `nil`: nothing.
  private borrowing func recordChange(
    from first: UInt64, through last: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) -> (facts: RecordChange, touched: [Fact])? {
    // What counts no longer or again is found from what is new, down the retractions.
    var (seen, queue) = (Set<UInt64>(), Array(first...last))
    var (removed, added): ([Fact], [Fact]) = ([], [])
    let hasRetractions = try hasRetractions(layout)
    while let position = queue.popLast() {
      guard seen.insert(position).inserted,
        let fact = try recordedFact(at: position, layout)
      else { continue }
      queue += fact.retracts
      let isKnown =
        try hasRetractions ? isVisible(position, asKnownAt: first - 1, layout) : position < first
      let counts = try hasRetractions ? isVisible(position, asKnownAt: last, layout) : true
      guard isKnown != counts, fact.act.status == .enacted else { continue }
      // What a suspension is about may have been replaced since it was recorded.
      let whole =
        fact.event.type.isSuspension ? try self.fact(at: position, layout) ?? fact : fact
      if isKnown { removed.append(whole) } else { added.append(whole) }
    }
    guard !removed.isEmpty || !added.isEmpty else { return nil }
    let marks = try facts(mentioning: .reading, asKnownAt: first - 1, layout)
    var touched: [Fact] = []
    for target in Set((removed + added).flatMap(\.targets)).subtracting(seen).sorted()
    where try isVisible(target, asKnownAt: first - 1, layout) {
      if let fact = try recordedFact(at: target, layout) { touched.append(fact) }
    }
    return (
      RecordChange(
        removed: removed.sorted { $0.position < $1.position },
        added: added.sorted { $0.position < $1.position }, marks: marks), touched
    )
  }

  /// Adds the rows by which the lines say what they now say; no row is ever taken away.
  private mutating func write(
    _ changes: LineChanges, at position: UInt64, _ tables: LineTables, _ entities: Database
  ) throws(StoreError) {
    for line in changes.lines {
      let key = try key(of: line, tables, entities)
      let written = try days(of: key, from: changes.first, tables)
      var rows: [Day: InFolds<[UInt8]>] = [:]
      for (day, value) in try differing(
        line, key, changes, changes.latest, \.latest, written.days(of: .latest), tables)
      { rows[day, default: InFolds()].latest = value }
      for (day, value) in try differing(
        line, key, changes, changes.earliest, \.earliest, written.days(of: .earliest), tables)
      { rows[day, default: InFolds()].earliest = value }
      for (day, row) in rows {
        if let value = row.latest, value == row.earliest {
          try put(LineKey.row(key, day, position, .both), value, in: tables.lines)
          continue
        }
        if let value = row.latest {
          try put(LineKey.row(key, day, position, .latest), value, in: tables.lines)
        }
        if let value = row.earliest {
          try put(LineKey.row(key, day, position, .earliest), value, in: tables.lines)
        }
      }
      guard case .life(let id) = line else { continue }
      for case .life(.living(let unit)) in changes.values(of: line) {
        try put(LineKey.under(unit.placement.parent, id), [UInt8](), in: tables.under)
      }
    }
  }

  /// What the rows of a line begin with; numbers that stand in it get their identifiers beside them.
  private mutating func key(
    of line: Line, _ tables: LineTables, _ entities: Database
  ) throws(StoreError) -> LineKey.Bytes {
    switch line {
    case .life(let unit): return LineKey.life(of: unit)
    case .holding(let unit, let key):
      let function = try number(of: Key.function(key.function), key.function.text, tables, entities)
      var scope: UInt64 = 0
      if let unit = key.scope {
        scope = try number(of: Key.unit(unit), unit.text, tables, entities)
      }
      return LineKey.holding(of: unit, function: function, scope: scope)
    }
  }

  private mutating func number(
    of entity: [UInt8], _ id: String, _ tables: LineTables, _ entities: Database
  ) throws(StoreError) -> UInt64 {
    guard
      let number = try get(entity, in: entities, { $0.bigEndian(at: 0, as: UInt64.self) }) ?? nil
    else { throw .damaged("entities: no number of \(id)") }
    if try !contains(BigEndian(number), in: tables.numbered) {
      try put(BigEndian(number), Array(id.utf8), in: tables.numbered)
    }
    return number
  }

  /// The days of one fold on which a line says something else than what is written of it.
  private borrowing func differing(
    _ line: Line, _ key: LineKey.Bytes, _ changes: LineChanges, _ fold: LineChanges.InFold,
    _ one: KeyPath<InFolds<[UInt8]>, [UInt8]?>, _ written: Set<Day>,
    _ tables: LineTables
  ) throws(StoreError) -> [(day: Day, value: [UInt8])] {
    let days = written.union(fold.days[line] ?? [])
    guard !days.isEmpty else { return [] }
    let initial = LineCodec.encode(line.initial)
    return try withCursor(in: tables.lines) { cursor throws(StoreError) in
      func stored(_ day: Day) throws(StoreError) -> [UInt8] {
        let values = try cursor.read(key, on: day, knownAt: .max) { [UInt8](copying: $0) }
        return values[keyPath: one] ?? initial
      }
      var steps = (fold.steps[line] ?? [])[...]
      // Before the first difference nothing changes, so what is written of that still holds.
      var value = changes.first == .distantPast ? initial : try stored(changes.first.previous)
      // What the rows will say that are added; the cursor cannot see them yet.
      var added: [UInt8]?
      var differing: [(day: Day, value: [UInt8])] = []
      for day in days.sorted() {
        while let step = steps.first, step.day <= day {
          value = LineCodec.encode(step.value)
          steps.removeFirst()
        }
        if written.contains(day) { added = nil }
        let said = if let added { added } else { try stored(day) }
        guard said != value else { continue }
        differing.append((day, value))
        added = value
      }
      return differing
    }
  }

  /// The days from one on of which a line has rows, and the folds of which these tell.
  private borrowing func days(
    of line: LineKey.Bytes, from first: Day, _ tables: LineTables
  ) throws(StoreError) -> [Day: FoldSet] {
    var days: [Day: FoldSet] = [:]
    try forEach(
      in: tables.lines, from: LineKey.row(line, first, 0, []),
      upTo: LineKey.row(line, .distantFuture, .max, FoldSet(rawValue: .max))
    ) { key, _ throws(StoreError) in
      if let row = LineKey(key, after: line.count) {
        days[row.day, default: []].formUnion(row.folds)
      }
      return .continue
    }
    return days
  }
}

extension [Day: FoldSet] {
  fileprivate func days(of fold: FoldSet) -> Set<Day> {
    Set(lazy.filter { $0.value.contains(fold) }.map(\.key))
  }
}

extension LineChanges {
  /// What a line says anew, in either fold.
  fileprivate func values(of line: Line) -> [LineValue] {
    (latest.steps[line] ?? []).map(\.value) + (earliest.steps[line] ?? []).map(\.value)
  }
}

extension Transaction where Failure == StoreError {
  /// What the lines would say differently if some facts counted too.
  ///
  /// - Parameters:
  ///   - supposed: Enacted, at positions at which they are recorded as plans.
  ///   - limit: When the units that are touched have more facts than so many, no more are read.
  func lineChanges(
    supposing supposed: [Fact], atMost limit: Int, asKnownAt known: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) -> LineDifference {
    guard !supposed.isEmpty else { return .changes(nil) }
    let marks = try facts(mentioning: .reading, asKnownAt: known, layout)
    let change = RecordChange(removed: [], added: supposed, marks: marks)
    return try lineChanges(by: change, touching: [], atMost: limit, asKnownAt: known, layout)
  }

  /// What the lines say differently by a change of what is known up to a position.
  fileprivate func lineChanges(
    by change: RecordChange, touching touched: [Fact], atMost limit: Int = .max,
    asKnownAt known: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) -> LineDifference {
    var recorded: [UInt64: Fact] = [:]
    let neighbourhood = try Neighbourhood(
      of: change.added, changing: change.removedAsRead + touched, for: .lines, atMost: limit
    ) { mention throws(StoreError) in
      var found: [Fact] = []
      for spelled in change.after.spelled(mention) {
        found += try facts(mentioning: spelled, asKnownAt: known, layout)
      }
      return change.asRead(found, keeping: &recorded)
    }
    guard !neighbourhood.isTooLarge else { return .unread }
    let (before, after) = change.beforeAndAfter(neighbourhood.facts, recorded: recorded)
    return .changes(
      LineChanges(
        before: before, after: after,
        known: (change.spelled(neighbourhood.known), neighbourhood.functions)))
  }
}
