/// Posts come into one hand. *Kiêm nhiệm.*
enum PostsCombined: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 23, persists: .atLeast(1), required: [.posts])

  static func effects(of event: Event) -> [Effect] {
    [.posted(event.details.posts.sorted(), holds: true)]
  }
}

extension Event {
  /// Posts of units come into one hand.
  public static func postsCombined(_ posts: [Post], of units: [UnitID]) -> Event {
    var event = Event(type: .postsCombined, persists: units)
    event.details.posts = posts
    return event
  }
}
