extension History {
  /// From the units of one day to those of another, through links between the two days.
  ///
  /// A unit that lives on both days is a row of its own, `1:1`, whatever else it takes in or
  /// gives away; what it keeps is its share, where all that it gives is stated. A part that comes
  /// to stand under the unit out of which it comes takes nothing away from it. An old unit of
  /// which nothing goes on is a row without `to`, a new one that comes from nothing old a row
  /// without `from`. Rows that only one fold of imprecise days has, or as which the folds differ,
  /// are possible. A class of units (`collective`) is no row.
  ///
  /// - Parameters:
  ///   - kinds: Only rows whose old unit is of these kinds on the first day, or whose new one on
  ///     the second; degrees count all units, also those whose rows are left out.
  ///   - basis: Only shares on this basis; else the first one on which a row's share is stated.
  /// - Returns: By the birth of the old unit, then of the new one; those without an old one last.
  /// - Complexity: O(*n* log *n*) in the number of facts, and in proportion to the old units that
  ///   pass through links.
  public func crosswalk(
    from: Day, to: Day, kinds: [String] = [], basis: Share.Basis? = nil
  ) throws(TwoDaysError) -> Crosswalk {
    guard from <= to else { throw .reversed(from: from, to: to) }
    let kinds = KindFilter(kinds)
    var rows: [Pair: CrosswalkRow] = [:]
    var order: [(pair: Pair, key: RowOrder)] = []
    var wanted: Set<Pair> = []
    for fold in foldsDiffer ? [Fold.latest, .earliest] : [.latest] {
      let days = TwoDays(ordered(fold), from, to)
      for (row, key, isWanted) in self.rows(days, from, kinds, basis) {
        let pair = Pair(from: row.from, to: row.to)
        if isWanted { wanted.insert(pair) }
        if let known = rows[pair] {
          if known.relation == row.relation { rows[pair] = known.with(certainty: .certain) }
        } else {
          rows[pair] = row.with(certainty: foldsDiffer ? .possible : .certain)
          order.append((pair, key))
        }
      }
    }
    let sorted = order.sorted { $0.key < $1.key }.compactMap { rows[$0.pair] }
    let counted = Degrees(sorted).applied(to: sorted)
    return Crosswalk(
      from: from, to: to, rows: counted.filter { wanted.contains(Pair(from: $0.from, to: $0.to)) })
  }

  /// The rows of one fold, before their degrees and certainty are known.
  private func rows(
    _ days: TwoDays, _ day: Day, _ kinds: KindFilter, _ basis: Share.Basis?
  ) -> [(row: CrosswalkRow, order: RowOrder, isWanted: Bool)] {
    let flow = Flow(from: days.first, on: day, to: days.second)
    func wanted(_ old: UnitState?, _ new: UnitState?) -> Bool {
      kinds.takesAll || [old, new].contains { $0.map { kinds.takes($0.kind) } ?? false }
    }
    var rows: [(row: CrosswalkRow, order: RowOrder, isWanted: Bool)] = []
    func add(
      _ old: UnitState?, _ new: UnitState?, _ relation: CrosswalkRow.Relation,
      _ share: (share: Decimal?, basis: Share.Basis?) = (nil, nil), _ path: [EventID] = []
    ) {
      // A class is no unit that could be converted.
      guard old?.collective != true, new?.collective != true else { return }
      let row = CrosswalkRow(
        from: old?.id, to: new?.id, relation: relation, degree: .oneToOne, share: share.share,
        basis: share.basis, certainty: .certain, path: path, fromName: old?.name.full,
        toName: new?.name.full)
      rows.append((row, RowOrder(old, new), wanted(old, new)))
    }
    var lost = Set(days.first.units.values.lazy.filter { $0.end == nil }.map(\.id))
    for new in days.second.units.values where new.end == nil {
      let strands = flow.strands(in: new.id)
      if strands.isEmpty { add(nil, new, .born) }
      for (source, strand) in strands {
        lost.remove(source)
        let old = days.first.units[source]
        let share = strand.portion.shown(basis)
        if source == new.id {
          add(old, new, .continues, share)
        } else {
          let types = strand.path.compactMap { fact(at: flow.events[$0].origin)?.event.type }
          add(old, new, .linked(types), share, flow.path(strand))
        }
      }
    }
    let paths = flow.lostPaths(of: lost)
    for unit in lost {
      add(days.first.units[unit], nil, .ended, (nil, nil), paths[unit, default: []])
    }
    return rows
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

  init(_ old: UnitState?, _ new: UnitState?) {
    let last = OrderKey(day: .distantFuture, order: .max, act: .max, slot: .max, position: .max)
    self.old = old?.birth.key ?? last
    oldID = old?.id ?? ""
    self.new = new?.birth.key ?? last
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
