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

  fileprivate var pair: Pair { Pair(from: old?.id, to: new?.id) }
}

/// What became of units, in one fold.
struct CrosswalkChanges {
  var rows: [FoldRow] = []
  /// The units that began, ended, or gave or got something.
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
  private let kinds: KindFilter
  private var rows: [Pair: CrosswalkRow] = [:]
  private var order: [(pair: Pair, key: RowOrder)] = []
  private var wanted: Set<Pair> = []

  init(_ kinds: [String]) { self.kinds = KindFilter(kinds) }

  /// Takes what one fold says that is both, or what each of the two says.
  mutating func add(_ folds: [CrosswalkChanges]) {
    for row in folds.flatMap(\.rows) {
      add(row, folds.count == 1 ? .certain : .possible)
    }
  }

  /// Takes a unit that lives on in a fold, and of which nothing was given away and into which
  /// nothing came.
  mutating func addUntouched(_ old: LivesOn, _ new: LivesOn) {
    let share = Portion.whole.shown()
    add(FoldRow(old: old, new: new, relation: .continues, share: share, path: []), .possible)
  }

  /// Takes a row of one fold; where the other one has it too, it is certain.
  private mutating func add(_ row: FoldRow, _ certainty: AnswerCertainty) {
    // A class is no unit that could be converted.
    guard row.old?.collective != true, row.new?.collective != true else { return }
    let pair = row.pair
    let kindsOfRow = [row.old, row.new].compactMap { $0?.kind }
    if kinds.takesAll || kindsOfRow.contains(where: kinds.takes) { wanted.insert(pair) }
    if let known = rows[pair] {
      if known.relation == row.relation { rows[pair] = known.with(certainty: .certain) }
      return
    }
    rows[pair] = CrosswalkRow(
      from: row.old?.id, to: row.new?.id, relation: row.relation, degree: .oneToOne,
      share: row.share.share, basis: row.share.basis,
      certainty: certainty, path: row.path, fromName: row.old?.name,
      toName: row.new?.name)
    order.append((pair, RowOrder(row.old, row.new)))
  }

  func crosswalk(from: Day, to: Day) -> Crosswalk {
    let sorted = order.sorted { $0.key < $1.key }.compactMap { rows[$0.pair] }
    let counted = Degrees(sorted).applied(to: sorted)
    return Crosswalk(
      from: from, to: to, rows: counted.filter { wanted.contains(Pair(from: $0.from, to: $0.to)) })
  }
}

/// Which row it is.
private struct Pair: Hashable {
  let from: UnitID?
  let to: UnitID?
}

/// The place of a row: by the birth of the old unit, then of the new one.
private struct RowOrder: Comparable {
  let old: OrderKey
  let oldID: UnitID
  let new: OrderKey
  let newID: UnitID

  init(_ old: LivesOn?, _ new: LivesOn?) {
    let last = OrderKey(day: .distantFuture, order: .max, act: .max, slot: .max, position: .max)
    self.old = old?.birth ?? last
    oldID = old?.id ?? ""
    self.new = new?.birth ?? last
    newID = new?.id ?? ""
  }

  static func < (left: RowOrder, right: RowOrder) -> Bool {
    (left.old, left.oldID, left.new, left.newID) < (right.old, right.oldID, right.new, right.newID)
  }
}

extension CrosswalkRow {
  fileprivate func with(certainty: AnswerCertainty) -> CrosswalkRow {
    with(certainty: certainty, degree: degree)
  }

  fileprivate func with(certainty: AnswerCertainty, degree: Degree) -> CrosswalkRow {
    CrosswalkRow(
      from: from, to: to, relation: relation, degree: degree, share: share, basis: basis,
      certainty: certainty, path: path, fromName: fromName, toName: toName)
  }
}

/// How many old units are tied to how many new ones, in every group of rows that hang together.
private struct Degrees {
  private enum Side: Hashable {
    case old(UnitID)
    case new(UnitID)
  }
  private var leaders: [Side: Side] = [:]
  private var counts: [Side: (old: Int, new: Int)] = [:]

  init(_ rows: [CrosswalkRow]) {
    for row in rows {
      guard let from = row.from, let to = row.to else { continue }
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

  func applied(to rows: [CrosswalkRow]) -> [CrosswalkRow] {
    var degrees = self
    return rows.map { $0.with(certainty: $0.certainty, degree: degrees.degree(of: $0)) }
  }

  private mutating func degree(of row: CrosswalkRow) -> CrosswalkRow.Degree {
    guard let from = row.from else { return .born }
    guard row.to != nil else { return .ended }
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
