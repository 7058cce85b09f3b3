/// The structure on a day: what `chart` answers.
public struct ChartAnswer: Hashable, Sendable, Encodable {
  /// The day of the question.
  public let asOf: Day
  /// The record time up to which it knows; `nil` where nothing is recorded.
  @OrNull public internal(set) var knownAt: Timestamp?
  /// The last position that it knows.
  public let position: UInt64
  /// Depth-first, siblings in order of birth, then name.
  public let units: [ChartRow]
}

/// A unit in a chart.
public struct ChartRow: Hashable, Sendable {
  /// Its identifier.
  public let id: UnitID
  /// The full name on that day.
  public let name: String
  /// The short name, for people; not in JSON.
  public let shortName: String?
  /// What it is on that day.
  public let kind: String
  /// The unit above; `nil`: none, or not stated, which `parentKnown` tells apart.
  public let parent: UnitID?
  /// Whether the sources say where it stands.
  public let parentKnown: Bool
  /// The day of its birth, as far as the sources say.
  public let since: ImpreciseDay
  /// Its codes, by scheme.
  public let codes: [String: String]
  /// What it holds, by function and scope.
  public let functions: [HeldFunction]
  /// Whether both folds of imprecise days have it there.
  public let certainty: AnswerCertainty
  /// Whether it is a class that a text names without its members: never counted as a unit.
  public let collective: Bool
  /// How many members the class has, where a text says so.
  public let members: Int?
  /// How many of the rows before stand above it: its place in a tree of the rows; not in JSON.
  public internal(set) var depth: Int
}

/// A function as a unit holds it.
public struct HeldFunction: Hashable, Sendable, Encodable {
  /// Its identifier.
  public let id: FunctionID
  /// What it is called; `nil` where no event says so.
  @OrNull public internal(set) var name: String?
  /// How the unit holds it.
  public let role: Role
  /// The unit for whose ground or people it is held.
  @OrNull public internal(set) var scope: UnitID?
}

extension ChartRow: Encodable {
  /// The keys of a row, and those that `show` adds to it in the same object.
  enum Key: CodingKey {
    case id, name, kind, parent, parentKnown, since, codes, functions, certainty
    case collective, members
    case names, parents, kinds, children, quotas, status, bornBy, endedBy
    case combinedPosts, secondParents
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try encode(into: &container)
  }

  func encode(into container: inout KeyedEncodingContainer<Key>) throws {
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(kind, forKey: .kind)
    try container.encode(parent, forKey: .parent)
    try container.encode(parentKnown, forKey: .parentKnown)
    try container.encode(since, forKey: .since)
    try container.encode(codes, forKey: .codes)
    try container.encode(functions, forKey: .functions)
    try container.encode(certainty, forKey: .certainty)
    if collective {
      try container.encode(true, forKey: .collective)
      try container.encodeIfPresent(members, forKey: .members)
    }
  }
}
