/// Posts are no longer in one hand. *Thôi kiêm nhiệm.*
enum PostsUncombined: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 24, persists: .atLeast(1), required: [.posts])

  static func effects(of event: Event) -> [Effect] {
    [.posted(event.details.posts.sorted(), holds: false)]
  }
}

extension Event {
  /// Posts of units are no longer in one hand.
  public static func postsUncombined(_ posts: [Post], of units: [UnitID]) -> Event {
    var event = Event(type: .postsUncombined, persists: units)
    event.details.posts = posts
    return event
  }
}
