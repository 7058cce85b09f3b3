/// What one event of an act does to the record.
struct Correction {
  /// The positions of the records that it takes back, ascending.
  var retracts: [UInt64] = []
  /// What is recorded right behind it, in place of what it takes back.
  var replacement: [Record.Body] = []
}

/// What an act does to the record: as facts, for who judges it, and as records, by the place of the
/// event that does it.
struct ActCorrections {
  var amendment = Amendment()
  var corrections: [Int: Correction] = [:]
}

extension RecordReading where Self: ~Copyable {
  /// Finds out what an act does to what is recorded.
  ///
  /// Everything that its events name is looked for in the record as it is, none of them being done
  /// yet; what several of them would take back is refused.
  ///
  /// - Complexity: proportional to the records that it takes back, with what was put in their place.
  func corrections(by act: Act, _ layout: Layout) throws(Failure) -> ActCorrections {
    var result = ActCorrections()
    guard act.events.contains(where: { $0.type.isAboutTheRecord }) else { return result }
    // The header comes first.
    var next = try lastPosition(layout) + 2
    var taken: Set<UInt64> = []
    var suspended: [Int: [String: Set<UInt64>]] = [:]
    for (index, event) in act.events.enumerated() {
      var found = RecordEffect()
      switch event.type {
      case .corrected: found = try correction(by: event, in: act, at: next, layout)
      case .annulled: found = try annulment(by: event, layout)
      case .suspended, .resumed: found = try suspension(by: event, layout)
      default: break
      }
      let visible = try found.retracts.visible(in: self, layout)
      // What one event names twice is told by its form.
      let named = event.targetsNamed
      let isTwice = Set(named).count == named.count && Set(visible).count < visible.count
      if isTwice || visible.contains(where: taken.contains) {
        found.violations.append(
          Violation(.targetTwice, event: event.id, about: event.targetsNamed))
      }
      taken.formUnion(visible)
      result.amendment.violations += found.violations
      result.amendment.replacements += found.judgedAs
      result.amendment.added += found.facts
      result.amendment.inPlaceOf.merge(found.inPlaceOf) { $1 }
      if !found.targets.isEmpty { suspended[index] = found.targets }
      result.corrections[index] = Correction(
        retracts: Set(found.retracts).sorted(), replacement: found.replacement)
      next += 1 + UInt64(found.replacement.count)
    }
    try takeAlong(&result, layout)
    for (index, targets) in suspended.sorted(by: { $0.key < $1.key }) {
      let taken = try gone(targets, of: act.events[index], in: act, by: result, layout)
      result.amendment.violations += taken
      result.amendment.targets[index] = Set(targets.values.joined())
    }
    guard result.amendment.violations.isEmpty else { return result }
    try addWhatChanges(to: &result, layout)
    result.amendment.suspendWhatIsPutInPlace()
    return result
  }

  /// Takes back the events of acts that no longer count, where they were put there after what takes
  /// their act back: a correction that is brought back did not know them.
  private func takeAlong(_ result: inout ActCorrections, _ layout: Layout) throws(Failure) {
    guard let index = result.corrections.filter({ !$0.value.retracts.isEmpty }).keys.min() else {
      return
    }
    let retracted = Set(result.corrections.values.flatMap(\.retracts))
    var left: [UInt64] = []
    for position in try changed(by: retracted, layout).sorted() {
      guard case .act = try record(at: position, layout).body,
        try !isVisible(position, without: retracted, layout)
      else { continue }
      for other in try everything(at: position, layout)
      where try event(at: other, layout)?.act == position {
        if try isVisible(other, without: retracted, layout) { left.append(other) }
      }
    }
    guard !left.isEmpty, let retracts = result.corrections[index]?.retracts else { return }
    result.corrections[index]?.retracts = Set(retracts + left).sorted()
  }

  /// The records that may count no longer or again once some are taken back.
  private func changed(
    by retracted: Set<UInt64>, _ layout: Layout
  ) throws(Failure) -> Set<UInt64> {
    var (seen, queue) = (retracted, Array(retracted))
    while let position = queue.popLast() {
      for earlier in try record(at: position, layout).retracts
      where seen.insert(earlier).inserted { queue.append(earlier) }
    }
    return seen
  }

  /// What a suspension names that the same act takes back with nothing in its place.
  private func gone(
    _ targets: [String: Set<UInt64>], of event: Event, in act: Act, by result: ActCorrections,
    _ layout: Layout
  ) throws(Failure) -> [Violation] {
    let retracted = Set(result.corrections.values.flatMap(\.retracts))
    var found: [Violation] = []
    for (target, all) in targets.sorted(by: { $0.key < $1.key }) {
      var isLeft = all.contains { result.amendment.inPlaceOf[$0] != nil }
      // The header of an act without events does nothing that could wait.
      for position in all where !isLeft {
        guard try self.event(at: position, layout) != nil else { continue }
        isLeft = try isVisible(position, without: retracted, layout)
      }
      guard !isLeft else { continue }
      let by = result.corrections.filter { !all.isDisjoint(with: $0.value.retracts) }.keys.sorted()
      found.append(
        Violation(
          .targetTakenBack, event: event.id, about: [target] + by.map { act.events[$0].id.text }))
    }
    return found
  }

  /// Adds the facts that count no longer or again, and those whose suspensions change.
  private func addWhatChanges(
    to result: inout ActCorrections, _ layout: Layout
  ) throws(Failure) {
    let retracted = Set(result.corrections.values.flatMap(\.retracts))
    let seen = try changed(by: retracted, layout)
    var targets = Set(result.amendment.targets.values.joined())
    for position in seen.sorted() {
      let before = try isVisible(position, layout)
      let after = try isVisible(position, without: retracted, layout)
      guard before != after, let fact = try fact(at: position, layout) else { continue }
      if before {
        result.amendment.removed.append(fact)
      } else {
        result.amendment.added.append(fact)
      }
      targets.formUnion(fact.targets)
    }
    for position in targets.subtracting(seen).sorted() where try isVisible(position, layout) {
      if let fact = try fact(at: position, layout) { result.amendment.touched.append(fact) }
    }
    for case .claim(let claim) in result.corrections.values.flatMap(\.replacement) {
      if let unit = claim.under { result.amendment.claims.append((claim.id, unit)) }
    }
    // A unit may be left without a birth, or a claim count again under one that has none.
    var isAnyLeft = result.amendment.removed.contains {
      !$0.event.born.isEmpty || $0.event.type == .identified
    }
    for position in seen where !isAnyLeft {
      if case .claim = try record(at: position, layout).body { isAnyLeft = true }
    }
    guard isAnyLeft else { return }
    result.amendment.claims += try claimsLeft(without: retracted, layout)
  }

  /// The claims that count without some records, with the units under which they do.
  ///
  /// - Complexity: O(*n*) in the number of claims, since nothing finds them by their units.
  private func claimsLeft(
    without retracted: Set<UInt64>, _ layout: Layout
  ) throws(Failure) -> [(id: ClaimID, under: UnitID)] {
    var found: [(id: ClaimID, under: UnitID)] = []
    for first in try positions(of: .claim, layout) {
      for position in try chain(of: first, layout)
      where try isVisible(position, without: retracted, layout) {
        guard case .claim(let claim) = try record(at: position, layout).body,
          let unit = claim.under
        else { continue }
        found.append((claim.id, unit))
      }
    }
    return found
  }

  /// Whether a record would count if others were taken back.
  private func isVisible(
    _ position: UInt64, without retracted: Set<UInt64>, _ layout: Layout
  ) throws(Failure) -> Bool {
    guard !retracted.contains(position) else { return false }
    for later in try retractions(of: position, layout) {
      if try isVisible(later, without: retracted, layout) { return false }
    }
    return true
  }
}

extension [UInt64] {
  fileprivate func visible<Reading: RecordReading & ~Copyable>(
    in reading: borrowing Reading, _ layout: Reading.Layout
  ) throws(Reading.Failure) -> [UInt64] {
    var found: [UInt64] = []
    for position in self where try reading.isVisible(position, layout) { found.append(position) }
    return found
  }
}
