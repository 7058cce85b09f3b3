/// What becomes of something that an ended unit leaves.
public enum Destination: Hashable, Sendable {
  /// It goes to this unit.
  case unit(UnitID)
  /// It ends too.
  case ends
  /// It goes on; where to is not stated.
  case notStated
}

/// What becomes of the children, or of the held functions, of the units that an event ends.
public enum Policy<Key: Hashable & Comparable & Sendable>: Hashable, Sendable {
  /// The type's own: `follow` for mergers, absorptions and replacements, else nothing is covered.
  case unstated
  /// They go to the single successor; resolved in the fold, so that what is recorded late follows.
  case follow
  /// Each goes where its entry says. Ascending by key.
  case entries([Entry])

  /// Where one child or function goes.
  public struct Entry: Hashable, Sendable {
    /// The child or function.
    public var key: Key
    /// What becomes of it.
    public var destination: Destination

    public init(_ key: Key, _ destination: Destination) {
      self.key = key
      self.destination = destination
    }
  }

  /// A policy from a map, in its one order.
  public static func map(_ entries: [Key: Destination]) -> Policy {
    .entries(entries.sorted { $0.key < $1.key }.map { Entry($0.key, $0.value) })
  }

  /// Whether what an event of a type leaves goes to the single successor.
  func follows(in type: EventType) -> Bool {
    switch self {
    case .unstated: type.specification.follows
    case .follow: true
    case .entries: false
    }
  }

  /// Whether it says no more than what holds of events of a type anyway.
  func addsNothing(to type: EventType) -> Bool {
    switch self {
    case .unstated: true
    case .follow: type.specification.follows
    case .entries: false
    }
  }

  /// The entries, where it has any.
  public var entryList: [Entry] { if case .entries(let list) = self { list } else { [] } }
}
