extension Ledger {
  /// From the units of one day to those of another, as
  /// ``History/crosswalk(from:to:kinds:basis:)``.
  ///
  /// Where there is a read model that is up to date and all texts count, only the facts are read
  /// that touch units between the two days; that all others live on is read from their lines. Else
  /// all facts are folded. Both say the same.
  ///
  /// - Parameters:
  ///   - known: How much of the log counts.
  ///   - textsUntil: Only what texts issued by this day state.
  /// - Complexity: O(log *n*) for each unit of the second day, and in proportion to the facts of the
  ///   units that are touched; as that of all facts without a read model, where only some texts
  ///   count, and where more than an eighth of the records take effect between the days.
  public func crosswalk(
    from: Day, to: Day, kinds: [String] = [], basis: Share.Basis? = nil, known: Known = .now,
    textsUntil: Day? = nil
  ) throws(StoreError) -> Result<Crosswalk, TwoDaysError> {
    guard from <= to else { return .failure(.reversed(from: from, to: to)) }
    if textsUntil == nil, let model = store as? any TemporalReadModel,
      let rows = try rows(from: from, to: to, kinds, basis, known, model)
    {
      return .success(rows.crosswalk(from: from, to: to))
    }
    let all = try history(known, textsUntil: textsUntil)
    return Result { () throws(TwoDaysError) in
      try all.crosswalk(from: from, to: to, kinds: kinds, basis: basis)
    }
  }

  /// - Returns: `nil` where the facts are better read in turn.
  private func rows(
    from: Day, to: Day, _ kinds: [String], _ basis: Share.Basis?, _ known: Known,
    _ model: any TemporalReadModel
  ) throws(StoreError) -> CrosswalkRows? {
    guard let near = try model.history(of: .between(from, to), at: known, textsUntil: nil) else {
      return nil
    }
    var rows = CrosswalkRows(kinds)
    let changes = near.changes(from: from, to: to, basis)
    let touched = changes.reduce(into: Set<UnitID>()) { $0.formUnion($1.touched) }
    rows.add(changes.map { $0.only(touched) })
    // What is recorded meanwhile is no part of the answer.
    let known = Known.upTo(near.position)
    guard
      let untouched = try model.units(livingOn: to, at: known)?.filter({
        !touched.contains($0.id)
      }), let before = try model.units(untouched.map(\.id), on: from, at: known)
    else { return nil }
    for ((unit, after), before) in zip(untouched, before) {
      let isOne = before.foldsAgree && after.foldsAgree
      if let old = try before.latest.living, let new = try after.latest.living {
        rows.addUntouched(LivesOn(unit, old), LivesOn(unit, new), inBothFolds: isOne)
      }
      if !isOne, let old = try before.earliest.living, let new = try after.earliest.living {
        rows.addUntouched(LivesOn(unit, old), LivesOn(unit, new), inBothFolds: false)
      }
    }
    return rows
  }
}

extension TemporalReadModel {
  /// The units that live at the end of a day in either fold, each once: those that are told from
  /// the tops down. No rule lets a unit live under one that has ended, or in a circle.
  ///
  /// - Complexity: O(log *n*) for each unit that was ever said to stand under one of them.
  func units(
    livingOn day: Day, at known: Known
  ) throws(StoreError) -> [(id: UnitID, rows: UnitRows)]? {
    var found: [(id: UnitID, rows: UnitRows)] = []
    var (queue, seen): ([UnitID?], Set<UnitID>) = ([nil], [])
    while let parent = queue.popLast() {
      guard let below = try units(under: parent, on: day, at: known) else { return nil }
      for unit in below where seen.insert(unit.id).inserted {
        found.append(unit)
        queue.append(unit.id)
      }
    }
    return found
  }
}
