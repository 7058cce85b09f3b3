/// A unit that lives on one of the two days, as a crosswalk tells it.
struct LivesOn {
  let id: UnitID
  let name: String
  let kind: String
  let collective: Bool
  let birth: OrderKey

  init(_ state: UnitState) {
    id = state.id
    name = state.name.full
    kind = state.kind
    collective = state.collective
    birth = state.birth.key
  }

  init(_ id: UnitID, _ unit: LivingUnit) {
    self.id = id
    name = unit.name.full
    kind = unit.kind
    collective = unit.collective
    birth = unit.birth
  }
}

/// A row as one fold has it, before its degree and certainty are known.
struct FoldRow {
  let old: LivesOn?
  let new: LivesOn?
  let relation: CrosswalkRow.Relation
  let share: (share: Decimal?, basis: Share.Basis?)
  let path: [EventID]
}

/// What became of units, in one fold.
struct CrosswalkChanges {
  var rows: [FoldRow] = []
  /// The units that began, ended, or got or gave away something of which a row may tell.
  var touched: Set<UnitID> = []

  /// The same without the rows of other units.
  func only(_ units: Set<UnitID>) -> CrosswalkChanges {
    var some = self
    some.rows = rows.filter { row in
      [row.old, row.new].contains { $0.map { units.contains($0.id) } ?? false }
    }
    return some
  }
}

/// The rows of both folds on their way to a crosswalk.
struct CrosswalkRows {
  private struct Entry {
    let row: FoldRow
    var certainty: AnswerCertainty
    var isWanted: Bool
  }

  private let kinds: KindFilter
  private var entries: [Entry] = []
  private var places: [Pair: Int] = [:]

  init(_ kinds: [String]) { self.kinds = KindFilter(kinds) }

  /// Takes what one fold says that is both, or what each of the two says.
  mutating func add(_ folds: [CrosswalkChanges]) {
    for row in folds.flatMap(\.rows) {
      add(row, folds.count == 1 ? .certain : .possible)
    }
  }

  /// Takes a unit that lives on in a fold, or in both, and of which nothing was given away and into
  /// which nothing came.
  mutating func addUntouched(_ old: LivesOn, _ new: LivesOn, inBothFolds: Bool) {
    let share = Portion.whole.shown()
    add(
      FoldRow(old: old, new: new, relation: .continues, share: share, path: []),
      inBothFolds ? .certain : .possible)
  }

  /// Takes a row of one fold; where the other one has it too, it is certain.
  private mutating func add(_ row: FoldRow, _ certainty: AnswerCertainty) {
    // A class is no unit that could be converted.
    guard row.old?.collective != true, row.new?.collective != true else { return }
    let isWanted =
      kinds.takesAll || row.old.map { kinds.takes($0.kind) } ?? false
      || row.new.map { kinds.takes($0.kind) } ?? false
    let pair = Pair(from: row.old?.id, to: row.new?.id)
    guard let place = places[pair] else {
      places[pair] = entries.count
      entries.append(Entry(row: row, certainty: certainty, isWanted: isWanted))
      return
    }
    if entries[place].row.relation == row.relation { entries[place].certainty = .certain }
    if isWanted { entries[place].isWanted = true }
  }

  func crosswalk(from: Day, to: Day) -> Crosswalk {
    var degrees = Degrees(entries.lazy.map(\.row))
    var rows: [CrosswalkRow] = []
    rows.reserveCapacity(entries.count)
    for place in inOrder where entries[place].isWanted {
      let (row, certainty) = (entries[place].row, entries[place].certainty)
      rows.append(
        CrosswalkRow(
          from: row.old?.id, to: row.new?.id, relation: row.relation,
          degree: degrees.degree(of: row),
          share: row.share.share, basis: row.share.basis, certainty: certainty, path: row.path,
          fromName: row.old?.name, toName: row.new?.name))
    }
    return Crosswalk(from: from, to: to, rows: rows)
  }

  /// The places of the entries by the birth of the old unit, then of the new one.
  private var inOrder: [Int] {
    // What settles most is sorted by itself, since a row is large.
    entries.indices.map { (birth: entries[$0].row.old?.birth, place: $0) }.sorted { left, right in
      guard left.birth == right.birth else { return isBefore(left.birth, right.birth) }
      let (one, two) = (entries[left.place].row, entries[right.place].row)
      if one.old?.id != two.old?.id { return (one.old?.id ?? "") < (two.old?.id ?? "") }
      guard one.new?.birth == two.new?.birth else {
        return isBefore(one.new?.birth, two.new?.birth)
      }
      return (one.new?.id ?? "") < (two.new?.id ?? "")
    }.map(\.place)
  }

  /// What is not there comes last.
  private func isBefore(_ left: OrderKey?, _ right: OrderKey?) -> Bool {
    left.map { left in right.map { left < $0 } ?? true } ?? false
  }
}

/// Which row it is.
private struct Pair: Hashable {
  let from: UnitID?
  let to: UnitID?
}

/// How many old units are tied to how many new ones, in every group of rows that hang together.
private struct Degrees {
  private enum Side: Hashable {
    case old(UnitID)
    case new(UnitID)
  }
  private var leaders: [Side: Side] = [:]
  private var counts: [Side: (old: Int, new: Int)] = [:]

  init(_ rows: some Collection<FoldRow>) {
    // A unit that merely lives on is a group of its own.
    var linked: Set<Side> = []
    for row in rows {
      guard let from = row.old?.id, let to = row.new?.id, from != to else { continue }
      linked.formUnion([.old(from), .new(to)])
    }
    for row in rows {
      guard let from = row.old?.id, let to = row.new?.id,
        linked.contains(.old(from)) || linked.contains(.new(to))
      else { continue }
      let (one, two) = (leader(of: .old(from)), leader(of: .new(to)))
      if one != two { leaders[one] = two }
    }
    for side in Array(leaders.keys) {
      switch side {
      case .old: counts[leader(of: side), default: (0, 0)].old += 1
      case .new: counts[leader(of: side), default: (0, 0)].new += 1
      }
    }
  }

  /// Who stands for the group of a unit; the ways to it are shortened on the way.
  private mutating func leader(of side: Side) -> Side {
    var at = side
    while let next = leaders[at], next != at {
      let after = leaders[next] ?? next
      leaders[at] = after
      at = after
    }
    if leaders[at] == nil { leaders[at] = at }
    return at
  }

  mutating func degree(of row: FoldRow) -> CrosswalkRow.Degree {
    guard let from = row.old?.id else { return .born }
    guard row.new != nil else { return .ended }
    if row.relation == .continues { return .oneToOne }
    let count = counts[leader(of: .old(from)), default: (1, 1)]
    switch (count.old > 1, count.new > 1) {
    case (false, false): return .oneToOne
    case (true, false): return .manyToOne
    case (false, true): return .oneToMany
    case (true, true): return .manyToMany
    }
  }
}
