/// Posts that are in one hand (*kiêm nhiệm*), and since when; persons are no part of it.
public struct CombinedPosts: Hashable, Sendable, Encodable {
  /// By unit, then title.
  public let posts: [Post]
  /// Since when it holds.
  public let from: ImpreciseDay
  /// The event that makes it so.
  public let event: EventID
  /// Whether both folds of imprecise days have it so.
  public let certainty: AnswerCertainty
  /// The event with its texts; not in JSON.
  @ForEyes public internal(set) var cause: Cause
}

/// A second unit under which one stands, and since when.
public struct SecondParent: Hashable, Sendable, Encodable {
  /// The second unit above.
  public let parent: UnitID
  /// In what it stands under it; `nil`: not stated.
  @OrNull public internal(set) var role: String?
  /// Since when it holds.
  public let from: ImpreciseDay
  /// The event that makes it so.
  public let event: EventID
  /// The event with its texts; not in JSON.
  @ForEyes public internal(set) var cause: Cause
}

extension Post: Encodable {
  private enum Key: CodingKey { case unit, title }

  /// The keys of documents.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(unit, forKey: .unit)
    try container.encode(title, forKey: .title)
  }
}

extension History {
  /// The posts in one hand in which a unit takes part, by day and event.
  func combinedPosts(
    of unit: UnitID, in chart: OrgChart, certain: ([Post]) -> Bool
  ) -> [CombinedPosts] {
    chart.combinedPosts.filter { posts, _ in posts.contains { $0.unit == unit } }
      .sorted { ($0.value.key, $0.value.event) < ($1.value.key, $1.value.event) }
      .map { posts, origin in
        let cause = cause(of: origin)
        return CombinedPosts(
          posts: posts, from: cause.on, event: cause.event,
          certainty: certain(posts) ? .certain : .possible, cause: cause)
      }
  }

  /// The second units under which one stands, by id.
  func secondParents(of state: UnitState) -> [SecondParent] {
    state.secondaryParents.sorted { $0.key < $1.key }.map { parent, role in
      let cause = cause(of: role.since)
      return SecondParent(
        parent: parent, role: role.value, from: cause.on, event: cause.event, cause: cause)
    }
  }
}
