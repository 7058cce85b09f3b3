/// What an act changes of the facts that count and of how they are read.
struct RecordChange {
  /// The facts that no longer count, as recorded.
  let removed: [Fact]
  /// The facts that count from now on and did not, as they are read.
  let added: [Fact]
  /// Which ids were read as which, and are from now on.
  let before: Identities
  let after: Identities
  /// The recorded facts that say how others are read.
  private let marks: [Fact]
  private let positionsRemoved: Set<UInt64>
  private let positionsAdded: Set<UInt64>

  /// - Parameter marks: The visible facts that say how others are read, or more.
  init(removed: [Fact], added: [Fact], marks: [Fact]) {
    self.removed = removed
    let marks = marks.filter { $0.event.mentions.contains(.reading) }
      .sorted { $0.position < $1.position }
    self.marks = marks
    let gone = Set(removed.map(\.position))
    positionsRemoved = gone
    positionsAdded = Set(added.map(\.position))
    before = Identities(marks)
    let remaining = marks.filter { !gone.contains($0.position) }
    after = Identities(
      (remaining + added.filter { $0.event.type == .identified }).sorted {
        $0.position < $1.position
      })
    self.added = after.read(added)
  }

  var removedAsRead: [Fact] { after.read(removed) }

  /// The positions of what suspensions are about that count from now on.
  var suspended: Set<UInt64> {
    let standing = marks.filter { !takesBack($0) } + added
    return standing.reduce(into: []) { found, mark in
      if mark.event.type == .suspended { found.formUnion(mark.targets) }
    }
  }

  /// Whether a recorded fact no longer counts.
  func takesBack(_ fact: Fact) -> Bool { positionsRemoved.contains(fact.position) }

  /// Facts as they are read from now on, each once; as recorded they are kept, where that may be
  /// something else.
  func asRead(_ facts: [Fact], keeping recorded: inout [UInt64: Fact]) -> [Fact] {
    guard !before.isEmpty || !after.isEmpty else { return facts }
    var seen: Set<UInt64> = []
    let facts = facts.filter { seen.insert($0.position).inserted }
    for fact in facts { recorded[fact.position] = fact }
    return after.read(facts)
  }

  /// The facts of a neighbourhood that counted, and those that count from now on, each as it was and
  /// is read; in log order.
  ///
  /// - Parameters:
  ///   - facts: By position, as they are read from now on.
  ///   - recorded: By position, as recorded, where that may be something else.
  func beforeAndAfter(
    _ facts: [UInt64: Fact], recorded: [UInt64: Fact]
  ) -> (before: [Fact], after: [Fact]) {
    // A mark knows what is about to be put in the place of what it is about.
    let all = facts.merging(marks.map { ($0.position, $0) }) { _, mark in mark }.values
      .sorted { $0.position < $1.position }
    let old = all.filter { !positionsAdded.contains($0.position) }
    let isReadOtherwise = !before.isEmpty || !after.isEmpty
    return (
      isReadOtherwise ? before.read(old.map { recorded[$0.position] ?? $0 }) : old,
      removed.isEmpty ? all : all.filter { !takesBack($0) }
    )
  }

  /// Units by every id that is or was read as theirs.
  func spelled(_ units: Set<UnitID>) -> Set<UnitID> {
    guard !before.isEmpty || !after.isEmpty else { return units }
    return units.union(units.flatMap { before.members(of: $0) + after.members(of: $0) })
  }

  /// Events in which a unit has two fates once two ids are read as one.
  func collisions(among facts: [Fact]) -> [Violation] {
    guard !after.isEmpty else { return [] }
    return facts.filter { $0.act.status == .enacted }.flatMap { fact -> [Violation] in
      var seen: Set<UnitID> = []
      return fact.event.participating.filter { !seen.insert($0).inserted }.map {
        Violation(.twoFates, unit: $0, day: fact.effectiveOn.earliest, event: fact.event.id)
      }
    }
  }
}
