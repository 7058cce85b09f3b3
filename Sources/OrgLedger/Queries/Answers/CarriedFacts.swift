/// Which records carry the facts of a list: what `carries` answers.
public struct CarriedFacts: Hashable, Sendable, Encodable {
  /// In the order of the list.
  public let facts: [CarriedFact]
  /// By the kinds of the list, in order of first appearance.
  public let kinds: [CarriedKind]

  /// The facts of which a record is missing.
  public var missing: [CarriedFact] { facts.filter { !$0.isCarried } }
}

/// How many facts of a kind are carried.
public struct CarriedKind: Hashable, Sendable, Encodable {
  /// The sort of fact, in the words of the list.
  public let kind: String
  /// How many the list has of it.
  public let facts: Int
  /// How many of them are carried.
  public let carried: Int
}

/// A fact with the records that carry it.
public struct CarriedFact: Hashable, Sendable, Encodable {
  /// The sort of fact, in the words of the list.
  public let kind: String
  /// How the list names it.
  public let fact: String
  /// In the order of the list.
  public let records: [Carrier]

  /// Whether every record that the list names is in the ledger.
  public var isCarried: Bool { records.allSatisfy(\.isThere) }
}

/// A record that a list names, as it stands in the ledger.
public struct Carrier: Hashable, Sendable, Encodable {
  /// What the list names.
  public let kind: ListedRecord.Kind
  /// Its identifier.
  public let id: String
  /// Whether it is there.
  public let state: State
  /// Where it stands: of a unit its birth, of a function the first event that names a holder.
  @OrNull public internal(set) var position: UInt64?
  /// That event, of units and functions.
  @OrNull public internal(set) var event: EventID?
  /// What the record says where, for whoever looks the quotes up; each with its text.
  @ForEyes public internal(set) var citations: [Citation]

  /// Whether it stands in the ledger, were it as a plan.
  public var isThere: Bool { state == .recorded || state == .planned }

  /// How it is there.
  public enum State: String, CaseIterable, Hashable, Sendable, Encodable {
    case recorded
    /// Only in a plan: nothing that was enacted carries it.
    case planned
    /// A later record has taken it back.
    case takenBack
    case missing
  }
}
