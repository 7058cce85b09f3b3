/// Under which parents a name that was given to a unit is to be found.
///
/// Which units ever bore a name, and which ever came under a parent, are two long lists where offices
/// are called alike everywhere or units move much; those that did both are few. No event tells both,
/// so they are brought together when either is recorded: every name that a unit was ever given is
/// found under every parent to which it ever came, whatever was taken back since. Ids that were ever
/// said to be of one body are one unit here.
struct Namings {
  /// The position of an event that names a unit, to be found under the mention of its name and one
  /// parent.
  struct Entry: Hashable {
    let mention: Mention
    let position: UInt64
  }

  /// What is to be found anew once an event is recorded, beside what it mentions itself; some of it
  /// may be found already.
  ///
  /// - Parameter facts: Gives the facts that mention something, those taken back and this one too.
  /// - Complexity: proportional to the facts of the units that the event names or moves.
  static func entries<Failure: Error>(
    for event: Event, at position: UInt64, reading facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> Set<Entry> {
    var entries: Set<Entry> = []
    let isAboutItsOwnAlone = event.details.children.entryList.isEmpty
    for unit in event.born.map(\.id) {
      // Mostly nothing else is known of it.
      let known = try facts(.unit(unit))
      if isAboutItsOwnAlone, known.allSatisfy({ $0.position == position }) { continue }
      entries.formUnion(try Self(of: unit, facts).entries(since: event, at: position))
    }
    for unit in event.unitsNamedOrPlaced + event.idsJoined {
      entries.formUnion(try Self(of: unit, facts).entries(since: event, at: position))
    }
    return entries
  }

  private var ids: Set<UnitID> = []
  private var names: [(name: String, position: UInt64)] = []
  private var parents: Set<UnitID> = []

  /// What a body was ever called, and where it ever came.
  private init<Failure: Error>(
    of unit: UnitID, _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) {
    var queue = [unit]
    while let id = queue.popLast() {
      guard ids.insert(id).inserted else { continue }
      for fact in try facts(.unit(id)) {
        names += fact.event.namesGiven(to: id).map { ($0, fact.position) }
        parents.formUnion(fact.event.parentsGiven(to: id))
        if fact.event.idsJoined.contains(id) { queue += fact.event.idsJoined }
      }
    }
  }

  /// The new names under all parents, and all names under the new parents.
  private func entries(since event: Event, at position: UInt64) -> Set<Entry> {
    let isJoined = !event.idsJoined.isEmpty
    let new = Set(ids.flatMap(event.parentsGiven))
    var entries: Set<Entry> = []
    for naming in names {
      for parent in isJoined || naming.position == position ? parents : new {
        entries.insert(
          Entry(mention: .name(naming.name, under: parent), position: naming.position))
      }
    }
    return entries
  }
}

extension Event {
  /// The units that go on and that it names or puts somewhere.
  fileprivate var unitsNamedOrPlaced: [UnitID] {
    let moved = details.children.entryList.filter { $0.destination.unit != nil }.map(\.key)
    return (details.name != nil || details.parent != nil ? persists : []) + moved
  }

  /// The parents under which it puts a unit, in so many words.
  fileprivate func parentsGiven(to unit: UnitID) -> [UnitID] {
    var list = born.filter { $0.id == unit }.compactMap(\.parent.parent)
    if persists.contains(unit), let parent = details.parent?.parent { list.append(parent) }
    for entry in details.children.entryList where entry.key == unit {
      if let parent = entry.destination.unit { list.append(parent) }
    }
    return list
  }
}

extension Destination {
  /// The unit to which something goes.
  fileprivate var unit: UnitID? { if case .unit(let unit) = self { unit } else { nil } }
}
