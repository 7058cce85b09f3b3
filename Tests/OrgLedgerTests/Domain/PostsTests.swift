import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("Posts in one hand")
struct PostsTests {
  let opening = act("opening", on: 1, .registered(unit("a"), unit("b"), unit("gone")))
  let end = act("end", on: 3, .dissolved("gone"))
  let posts = [Post(unit: "a", title: "head"), Post(unit: "b", title: "inspector")]

  private func combined(_ history: Given, on day: Int32) -> Int {
    history.chart(on: Day(rawValue: day)).combinedPosts.count
  }

  @Test func `are so until they are taken apart`() throws {
    let after = try given(opening, act("together", on: 4, .postsCombined(posts, of: ["a"])))
      .when(act("apart", on: 6, .postsUncombined(posts, of: ["a"]))).thenQuiet()
    #expect([3, 4, 5, 6].map { combined(after, on: $0) } == [0, 1, 1, 0])
  }

  @Test func `are so until one of their units ends`() throws {
    let after = try given(opening, act("together", on: 4, .postsCombined(posts, of: ["a"])))
      .when(act("end of b", on: 6, .dissolved("b"))).thenQuiet()
    #expect([5, 6].map { combined(after, on: $0) } == [1, 0])
    try after.when(act("apart", on: 7, .postsUncombined([posts[0]], of: ["a"])))
      .thenRefused(by: .noChange, unit: "a", day: 7)
  }

  @Test func `are posts of living units, also of those that are not named as taking part`() throws {
    let other = [posts[0], Post(unit: "gone", title: "head")]
    try given(opening, end).when(act("together", on: 4, .postsCombined(other, of: ["a"])))
      .thenRefused(by: .notAlive, unit: "gone", day: 4)
    try given(opening, end).when(act("together", on: 2, .postsCombined(other, of: ["a"])))
      .thenQuiet()
  }
}
