import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("What an ended unit leaves")
struct FollowingTests {
  /// A top with two departments, the first with a division and a function.
  let opening = act(
    "opening", on: 1,
    .registered(
      unit("top"), unit("a", under: "top", functions: [FunctionMention("roads", name: "Roads")]),
      unit("b", under: "top"), unit("division", under: "a")))

  @Test func `follows to the single successor of a merger`() throws {
    let after = try given(opening)
      .when(act("merger", on: 5, .merged(["a", "b"], into: unit("c", under: "top"))))
      .thenQuiet()
    let chart = after.chart(on: Day(rawValue: 5))
    #expect(chart.units["division"]?.placement == .under("c"))
    #expect(chart.holders(of: HoldingKey("roads")).keys.sorted() == ["c"])
    #expect(after.chart(on: Day(rawValue: 4)).units["division"]?.placement == .under("a"))
  }

  @Test func `follows also where it is recorded late`() throws {
    let merged = try given(
      opening, act("merger", on: 5, .merged(["a", "b"], into: unit("c", under: "top"))))
    let after = try merged.when(act("late", on: 3, .founded(unit("second", under: "b"))))
      .thenQuiet()
    #expect(after.chart(on: Day(rawValue: 9)).units["second"]?.placement == .under("c"))
  }

  @Test func `is refused where nothing covers it`() throws {
    try given(opening).when(act("end", on: 5, .dissolved("a")))
      .thenRefused(by: .uncoveredChildren, unit: "a", day: 5)
    try given(opening).when(act("end", on: 5, .dissolved("a")))
      .thenRefused(by: .uncoveredFunctions, unit: "a", day: 5)
  }

  @Test func `is refused where an earlier child would be left by a later end`() throws {
    try given(opening, act("end", on: 5, .dissolved("b")))
      .when(act("late", on: 3, .founded(unit("second", under: "b"))))
      .thenRefused(by: .uncoveredChildren, unit: "b", day: 5)
  }
}
