/// How many there were of each kind, and the first few of them: what can be kept of a stream whose
/// length nobody knows.
public struct Tally<Kind: Hashable & Sendable, Item: Sendable>: Sendable {
  /// The kinds, in the order in which they first came.
  public private(set) var kinds: [Kind] = []
  /// How many there were of each kind.
  public private(set) var counts: [Kind: Int] = [:]
  /// The first of each kind, in the order in which they came.
  public private(set) var first: [Kind: [Item]] = [:]
  private let most: Int

  /// - Parameter most: How many of each kind are kept.
  public init(keeping most: Int) { self.most = most }

  /// Whether nothing was counted.
  public var isEmpty: Bool { kinds.isEmpty }

  /// Counts one, and keeps it if it is among the first of its kind.
  public mutating func add(_ item: Item, of kind: Kind) {
    if counts[kind] == nil { kinds.append(kind) }
    counts[kind, default: 0] += 1
    if counts[kind, default: 0] <= most { first[kind, default: []].append(item) }
  }

  /// Adds what another one counted.
  public mutating func add(_ other: Tally) {
    for kind in other.kinds {
      let first = other.first[kind, default: []]
      for item in first { add(item, of: kind) }
      counts[kind, default: 0] += other.counts[kind, default: 0] - first.count
    }
  }
}
