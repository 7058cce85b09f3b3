extension History {
  /// The structure on a day.
  ///
  /// Certain is what both folds of imprecise days say; a unit that lives in one of them only, or
  /// whose name, kind or parent differs, is possible. Then the values of the latest fold are
  /// shown, where the unit lives in it: what only the earliest adds has possibly not happened.
  ///
  /// - Parameters:
  ///   - root: Only this unit, whose row comes first, and what stands under it. Without it the
  ///     roots are the tops and the units of which no living parent is known.
  ///   - depth: How many levels below the roots; 0: the roots alone. Counted in the whole tree.
  ///   - kinds: Only rows of these kinds, if there are any, whatever their case and marks; a row's `parent` is still its own,
  ///     while its `depth` counts only ancestors that are shown.
  /// - Returns: The rows depth-first, siblings in order of birth, then name; none where the root
  ///   does not live on that day.
  /// - Complexity: O(*n* log *n*) in the number of facts.
  public func chart(
    asOf day: Day, root: UnitID? = nil, depth: Int? = nil, kinds: [String] = []
  ) -> ChartAnswer {
    let folds = folds(on: day)
    let tree = ChartTree(folds)
    var rows: [ChartRow] = []
    // Newest last.
    var stack: [(unit: UnitID, level: Int)] = (root.map { [$0] } ?? tree.roots)
      .reversed().map { ($0, 0) }
    while let (unit, level) = stack.popLast() {
      guard let state = folds.shown(unit).units[unit], folds.isAlive(unit) else { continue }
      rows.append(row(state, in: folds.shown(unit), folds.certainty(of: unit), depth: level))
      if let depth, level >= depth { continue }
      for child in tree.children[unit, default: []].reversed() { stack.append((child, level + 1)) }
    }
    return ChartAnswer(
      asOf: day, knownAt: knownTime, position: position, units: rows.ofKinds(kinds))
  }

  /// A unit as a chart has it.
  func row(
    _ state: UnitState, in chart: OrgChart, _ certainty: AnswerCertainty, depth: Int = 0
  ) -> ChartRow {
    ChartRow(
      id: state.id, name: state.name.full, shortName: state.name.short, kind: state.kind,
      parent: state.placement.parent, parentKnown: state.placement != .notStated,
      since: day(of: state.birth),
      codes: Dictionary(uniqueKeysWithValues: state.currentCodes.map { ($0.scheme, $0.value) }),
      functions: chart.held[state.id, default: []].sorted().map { key in
        HeldFunction(
          id: key.function, name: chart.functions[key.function]?.name,
          role: chart.holders[key]?[state.id]?.role ?? .leads, scope: key.scope)
      },
      certainty: certainty, collective: state.collective, members: state.members, depth: depth)
  }
}

extension [ChartRow] {
  /// The rows of some kinds, each below those of its ancestors that are left.
  ///
  /// - Precondition: They are depth-first, each at its depth in the whole tree.
  func ofKinds(_ kinds: [String]) -> [ChartRow] {
    guard !kinds.isEmpty else { return self }
    let filter = KindFilter(kinds, among: Set(map(\.kind)))
    // Of each level down to the row at hand, whether the row on it is left.
    var left: [Bool] = []
    return compactMap { row in
      left.removeLast(left.count - row.depth)
      let takes = filter.takes(row.kind)
      defer { left.append(takes) }
      guard takes else { return nil }
      var row = row
      row.depth = left.count { $0 }
      return row
    }
  }
}

/// Who stands under whom on a day, among the units that live in either fold.
struct ChartTree {
  /// The units with no living parent, in order of birth, then name.
  private(set) var roots: [UnitID] = []
  /// The units under each, in order of birth, then name.
  private(set) var children: [UnitID: [UnitID]] = [:]

  init(_ folds: Folds) {
    // Only what the order needs is sorted, since whole states are large.
    var living: [BirthOrder] = []
    var parents: [UnitID: UnitID] = [:]
    for (index, chart) in folds.distinct.enumerated() {
      // A unit that lives in the latest fold is not shown as the earliest has it.
      for state in chart.units.values
      where state.end == nil && (index == 0 || !folds.latest.isAlive(state.id)) {
        living.append(state.birthOrder)
        if let parent = state.placement.parent, folds.isAlive(parent) {
          parents[state.id] = parent
        }
      }
    }
    living = living.inOrderOfBirth()
    let circular = Self.circular(living.map(\.id), parents)
    for unit in living.map(\.id) {
      if let parent = parents[unit], !circular.contains(unit) {
        children[parent, default: []].append(unit)
      } else {
        roots.append(unit)
      }
    }
  }

  /// One unit of each circle, which no rule lets in, but which must not hang whoever reads one.
  private static func circular(_ units: [UnitID], _ parents: [UnitID: UnitID]) -> Set<UnitID> {
    /// From which unit on the way up each was first come to.
    var visits: [UnitID: Int] = [:]
    visits.reserveCapacity(units.count)
    var found: Set<UnitID> = []
    for (number, unit) in units.enumerated() {
      var next: UnitID? = unit
      while let at = next {
        if let earlier = visits[at] {
          if earlier == number { found.insert(at) }
          break
        }
        visits[at] = number
        next = parents[at]
      }
    }
    return found
  }
}

/// The place of a unit among its siblings: by birth, then name in Vietnamese order; the id settles
/// what is left.
struct BirthOrder {
  let birth: OrderKey
  let name: String
  let id: UnitID
}

extension [BirthOrder] {
  /// - Complexity: O(*n* log *n*); names are looked at only where one event founds several units.
  func inOrderOfBirth() -> [BirthOrder] {
    var sorted = self.sorted { ($0.birth, $0.id) < ($1.birth, $1.id) }
    var start = sorted.startIndex
    while start < sorted.endIndex {
      let birth = sorted[start].birth
      let end = sorted[start...].firstIndex { $0.birth != birth } ?? sorted.endIndex
      if end - start > 1 {
        let named = sorted[start..<end].map { (order: VietnameseOrder($0.name), unit: $0) }
          .sorted { ($0.order, $0.unit.id) < ($1.order, $1.unit.id) }
        sorted.replaceSubrange(start..<end, with: named.map(\.unit))
      }
      start = end
    }
    return sorted
  }
}

extension UnitState {
  var birthOrder: BirthOrder { BirthOrder(birth: birth.key, name: name.full, id: id) }
}
