extension [Placed] {
  /// Facts in order, with each that is suspended at the places where it takes effect and ceases to,
  /// and what is wrong with the suspensions.
  ///
  /// What is suspended on its own day or before takes effect when it is resumed, or never. What has
  /// taken effect ceases to on the day of the suspension and takes it again on that of the
  /// resumption, where it is only about functions, posts, quotas and second parents; anything else
  /// goes on, and is among the flaws. Days are those of the fold: an open one of a suspension has
  /// not come in the latest, and came before everything in the earliest.
  ///
  /// - Precondition: They are in order.
  /// - Complexity: O(*n*); where something is suspended, O(*n* log *n*).
  var suspended: (placed: [Placed], flaws: [Violation]) {
    var marks: [UInt64: [Placed]] = [:]
    for mark in self where mark.fact.event.type.isSuspension {
      for target in mark.fact.targets { marks[target, default: []].append(mark) }
    }
    let isMarked = contains { $0.fact.event.type.isSuspension }
    guard isMarked else { return (self, []) }
    var (turns, flaws): ([Placed], [Violation]) = ([], [])
    for placed in self where !placed.fact.event.type.isSuspension {
      guard let marks = marks[placed.fact.position] else {
        turns.append(placed)
        continue
      }
      var suspended = SuspendedFact(placed)
      for mark in marks { suspended.take(mark) }
      suspended.end()
      turns += suspended.turns
      flaws += suspended.flaws
    }
    turns.sort { $0.key < $1.key }
    return (turns, flaws)
  }
}

/// One fact with what suspends it, in order.
private struct SuspendedFact {
  private let own: Placed
  private(set) var turns: [Placed] = []
  private(set) var flaws: [Violation] = []
  private var isSuspended = false

  init(_ own: Placed) { self.own = own }

  /// Goes on to a suspension or resumption.
  mutating func take(_ mark: Placed) {
    let isEarly = mark.key.day <= own.key.day
    if !isEarly { end() }
    switch (mark.fact.event.type, isSuspended) {
    case (.suspended, false) where isEarly: isSuspended = true
    case (.suspended, false) where own.fact.canCease:
      turns[turns.count - 1].turn = .happensForNow
      turns.append(turn(.ceases, at: mark))
      isSuspended = true
    case (.suspended, false): flaws.append(flaw(.suspendedTooLate, mark))
    case (.suspended, true): flaws.append(flaw(.suspendedTwice, mark))
    case (_, true):
      isSuspended = false
      if !isEarly { turns.append(turn(.happens, at: mark)) }
    case (_, false): flaws.append(flaw(.notSuspended, mark))
    }
  }

  /// Lets it take effect at its own place, unless it was suspended there.
  mutating func end() { if turns.isEmpty, !isSuspended { turns.append(own) } }

  private func turn(_ turn: Turn, at mark: Placed) -> Placed {
    // Its own position stays, by which it is found.
    let key = OrderKey(
      day: mark.key.day, order: mark.key.order, act: mark.key.act, after: mark.key.after,
      slot: mark.key.slot, position: own.fact.position)
    return Placed(key: key, fact: own.fact, turn: turn, mark: mark.fact)
  }

  private func flaw(_ rule: Rule, _ mark: Placed) -> Violation {
    Violation(
      rule, unit: own.fact.event.participating.first, day: mark.key.day,
      event: mark.fact.event.id, about: [own.fact.event.id.text, own.key.day.description])
  }
}

extension Fact {
  /// Whether it can be without effect for a time after it took effect: nothing that it does makes
  /// or moves a unit.
  var canCease: Bool {
    effects.allSatisfy { effect in
      switch effect {
      case .functionHeld, .functionReleased, .quota, .linked, .posted: true
      case .born, .ended, .succeeded, .named, .classified, .placed, .coded: false
      }
    }
  }
}
