/// Which ids of units are read as which: two records turned out to be of one body.
///
/// Ids join in the order of the log; of ids that joined, the last canonical one counts for all.
public struct Identities: Sendable {
  /// By each id that is read as another one.
  private var canonical: [UnitID: UnitID] = [:]
  /// By canonical id: the others, in the order in which they joined.
  private var others: [UnitID: [UnitID]] = [:]
  /// The event that joined each id that is read as another one.
  private var events: [UnitID: EventID] = [:]
  /// The acts that joined ids.
  private(set) var acts: Set<ActID> = []

  /// What the events among facts join that say which ids are of one body.
  ///
  /// - Precondition: The facts are visible and come in log order.
  public init(_ facts: some Sequence<Fact> = []) {
    for fact in facts where fact.event.type == .identified && fact.act.status == .enacted {
      join(fact.event)
      acts.insert(fact.act.id)
    }
  }

  private mutating func join(_ event: Event) {
    guard let named = event.details.canonical else { return }
    var members: [UnitID] = []
    for id in [named] + event.details.ids {
      for member in self.members(of: id) where !members.contains(member) {
        members.append(member)
      }
    }
    for member in members {
      others[member] = nil
      canonical[member] = member == named ? nil : named
      if member != named, events[member] == nil { events[member] = event.id }
    }
    events[named] = nil
    others[named] = members.filter { $0 != named }
  }

  /// Whether every id is read as itself.
  public var isEmpty: Bool { canonical.isEmpty }

  /// The id as which one is read.
  public func callAsFunction(_ unit: UnitID) -> UnitID { canonical[unit] ?? unit }

  /// All ids of a body, by any of them: the canonical one first.
  public func members(of unit: UnitID) -> [UnitID] {
    let named = self(unit)
    return [named] + others[named, default: []]
  }

  /// The event that says as which id one is read; `nil`: it is read as itself.
  public func event(for unit: UnitID) -> EventID? { events[unit] }

  /// Facts as they are read.
  ///
  /// - Complexity: O(1) where every id is read as itself, else O(*n*).
  func read(_ facts: [Fact]) -> [Fact] { isEmpty ? facts : facts.map(read) }

  private func read(_ fact: Fact) -> Fact {
    let event = fact.event.reading(self)
    // What does not change stays the same fact, so that orders are compared fast.
    return event == fact.event ? fact : fact.with(event)
  }

  /// A mention by every id that is read as those that it has.
  func spelled(_ mention: Mention) -> [Mention] {
    guard !isEmpty else { return [mention] }
    return switch mention {
    case .unit(let unit): members(of: unit).map(Mention.unit)
    case .parent(let unit): members(of: unit).map(Mention.parent)
    case .name(let name, let parent):
      members(of: parent).map { .name(name, under: $0) }
    case .function, .functionNamed, .code, .reading: [mention]
    }
  }
}

extension Event {
  /// The same, with every unit by the id as which it is read; what says that stays as it is.
  func reading(_ id: Identities) -> Event {
    var event = self
    event.ends = ends.map { id($0) }
    event.persists = persists.map { id($0) }
    for index in born.indices {
      event.born[index].id = id(born[index].id)
      event.born[index].parent = born[index].parent.reading(id)
      event.born[index].functions = born[index].functions.map { $0.reading(id) }
      event.born[index].restores = born[index].restores.map { id($0) }
    }
    event.details.parent = details.parent?.reading(id)
    event.details.functions = details.functions.map { $0.reading(id) }
    event.details.from = details.from.map { id($0) }
    event.details.to = details.to.map { id($0) }
    event.details.links = details.links.map { Link(from: id($0.from), to: id($0.to)) }
    for index in details.shares.indices {
      event.details.shares[index].from = id(details.shares[index].from)
      event.details.shares[index].to = id(details.shares[index].to)
    }
    event.details.posts = details.posts.map { Post(unit: id($0.unit), title: $0.title) }
    event.details.about = details.about.map { id($0) }
    event.details.children = details.children.reading(id) { id($0) }
    event.details.heldFunctions = details.heldFunctions.reading(id) { $0 }
    return event
  }
}

extension Placement {
  fileprivate func reading(_ id: Identities) -> Placement {
    if case .under(let unit) = self { .under(id(unit)) } else { self }
  }
}

extension FunctionMention {
  fileprivate func reading(_ id: Identities) -> FunctionMention {
    var mention = self
    mention.scope = scope.map { id($0) }
    return mention
  }
}

extension Policy {
  fileprivate func reading(_ id: Identities, _ key: (Key) -> Key) -> Policy {
    guard case .entries(let entries) = self else { return self }
    let read = entries.map { entry in
      if case .unit(let unit) = entry.destination {
        (key(entry.key), Destination.unit(id(unit)))
      } else {
        (key(entry.key), entry.destination)
      }
    }
    // Of several ids of one body the first entry counts, as in the fold.
    return .map(Dictionary(read, uniquingKeysWith: { first, _ in first }))
  }
}

extension Coverage {
  /// The same, with the unit under which it is complete by the id as which it is read.
  func reading(_ id: Identities) -> Coverage {
    var coverage = self
    coverage.under = under.map { id($0) }
    return coverage
  }
}

extension Claim {
  /// The same, with the unit under which it counts by the id as which it is read.
  func reading(_ id: Identities) -> Claim {
    var claim = self
    switch measure {
    case .count(let kinds, let under, let level):
      claim.measure = .count(kinds: kinds, under: under.map { id($0) }, level: level)
    case .change(let kinds, let under, let from, let to):
      claim.measure = .change(kinds: kinds, under: under.map { id($0) }, from: from, to: to)
    case .quota(let scheme, let under):
      claim.measure = .quota(scheme: scheme, under: under.map { id($0) })
    case .figure: break
    }
    return claim
  }
}
