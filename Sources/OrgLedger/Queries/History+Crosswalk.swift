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
    var rows = CrosswalkRows(kinds)
    rows.add(changes(from: from, to: to, basis))
    return rows.crosswalk(from: from, to: to)
  }

  /// What became of the units of one day by another, in each fold, or once where they are one.
  func changes(from: Day, to: Day, _ basis: Share.Basis?) -> [CrosswalkChanges] {
    (foldsDiffer ? [Fold.latest, .earliest] : [.latest]).map { changes($0, from, to, basis) }
  }

  private func changes(
    _ fold: Fold, _ from: Day, _ to: Day, _ basis: Share.Basis?
  ) -> CrosswalkChanges {
    let days = TwoDays(ordered(fold), from, to)
    let flow = Flow(from: days.first, on: from, to: days.second)
    var changes = CrosswalkChanges()
    func add(
      _ old: UnitState?, _ new: UnitState?, _ relation: CrosswalkRow.Relation,
      _ share: (share: Decimal?, basis: Share.Basis?) = (nil, nil), _ path: [EventID] = []
    ) {
      changes.rows.append(
        FoldRow(
          old: old.map { LivesOn($0) }, new: new.map { LivesOn($0) }, relation: relation,
          share: share, path: path))
    }
    var lost = Set(days.first.units.values.lazy.filter { $0.end == nil }.map(\.id))
    for new in days.second.units.values where new.end == nil {
      let strands = flow.strands(in: new.id)
      if flow.touches(new.id) || strands.isEmpty { changes.touched.insert(new.id) }
      if strands.isEmpty { add(nil, new, .born) }
      for (source, strand) in strands {
        lost.remove(source)
        let old = days.first.units[source]
        let share = strand.portion.shown(basis)
        if source == new.id {
          add(old, new, .continues, share)
        } else {
          changes.touched.insert(source)
          let types = strand.path.compactMap { fact(at: flow.events[$0].origin)?.event.type }
          add(old, new, .linked(types), share, flow.path(strand))
        }
      }
    }
    changes.touched.formUnion(lost)
    let paths = flow.lostPaths(of: lost)
    for unit in lost {
      add(days.first.units[unit], nil, .ended, (nil, nil), paths[unit, default: []])
    }
    return changes
  }
}
