import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("Giving a unit another parent")
struct ReparentingTests {
  /// Three levels and a second top.
  let opening = act(
    "opening", on: 1,
    .registered(
      unit("top"), unit("a", under: "top"), unit("b", under: "a"), unit("c", under: "b"),
      unit("other")))

  @Test func `takes along what stands under it`() throws {
    let after = try given(opening)
      .when(act("move", on: 5, .reparented(["b"], under: .under("other")))).thenQuiet()
    let chart = after.chart(on: Day(rawValue: 5))
    #expect(chart.children["other"] == ["b"])
    #expect(chart.children["b"] == ["c"])
    #expect(chart.children["a"] == [])
  }

  @Test(arguments: [Placement.top, .notStated])
  func `may leave it under none`(placement: Placement) throws {
    let after = try given(opening)
      .when(act("move", on: 5, .reparented(["b"], under: placement))).thenQuiet()
    #expect(after.chart(on: Day(rawValue: 5)).units["b"]?.placement == placement)
  }

  @Test(arguments: ["a", "b", "c"] as [UnitID])
  func `is refused where it would form a cycle`(parent: UnitID) throws {
    try given(opening).when(act("move", on: 5, .reparented(["a"], under: .under(parent))))
      .thenRefused(by: .cycle, unit: "a", day: 5)
  }

  @Test func `is judged at the end of the act, so that two may change places`() throws {
    try given(opening)
      .when(
        act(
          "swap", on: 5, .reparented(["a"], under: .under("b")),
          .reparented(["b"], under: .under("top")))
      ).thenQuiet()
  }

  @Test func `is refused where a later move would then close a cycle`() throws {
    let outcome = try given(
      opening, act("later", on: 7, .reparented(["other"], under: .under("c")))
    )
    .when(act("earlier", on: 5, .reparented(["a"], under: .under("other"))))
    try outcome.thenRefused(by: .cycle, unit: "other", day: 7)
    #expect(outcome.violations.map(\.event) == ["later#1"])
  }

  @Test func `is refused under what has ended or has not begun`() throws {
    let other = act("end", on: 5, .dissolved("other"))
    let later = act("later", on: 9, .founded(unit("new")))
    let history = try given(opening, other, later)
    try history.when(act("move", on: 5, .reparented(["c"], under: .under("other"))))
      .thenRefused(by: .parentNotAlive, unit: "c", day: 5)
    try history.when(act("move", on: 8, .reparented(["c"], under: .under("new"))))
      .thenRefused(by: .parentNotAlive, unit: "c", day: 8)
    try history.when(act("move", on: 9, order: 1, .reparented(["c"], under: .under("new"))))
      .thenQuiet()
  }

  @Test func `is refused where nothing changes, now or for a later act`() throws {
    try given(opening).when(act("move", on: 5, .reparented(["b"], under: .under("a"))))
      .thenRefused(by: .noChange, unit: "b", day: 5)
    let move = Event.reparented(["b"], under: .under("other"))
    try given(opening, act("later", on: 7, move)).when(act("earlier", on: 5, move))
      .thenRefused(by: .noChange, unit: "b", day: 7)
  }

  @Test func `by a text that names several is refused for those that stay where they are`() throws {
    try given(opening).when(act("move", on: 5, .reparented(["b", "c"], under: .under("a"))))
      .thenRefused(by: .noChange, unit: "b", day: 5)
  }

  @Test func `counts for the day from which it is in force`() throws {
    let after = try given(opening, act("move", on: 5, .reparented(["b"], under: .top)))
      .when(act("back", on: 7, .reparented(["b"], under: .under("a")))).thenQuiet()
    let tops = (3...8).map {
      after.chart(on: Day(rawValue: $0)).units["b"]?.placement == .top
    }
    #expect(tops == [false, false, true, true, false, false])
  }
}

@Suite("A second parent")
struct SecondaryParentTests {
  let opening = act("opening", on: 1, .registered(unit("a"), unit("b"), unit("gone")))
  let end = act("end", on: 3, .dissolved("gone"))

  @Test func `is set, changed in its role and ended`() throws {
    let set = act("set", on: 4, .secondaryParentSet("a", under: "b"))
    let role = act("role", on: 5, .secondaryParentSet("a", under: "b", role: "party"))
    let after = try given(opening, set, role)
      .when(act("out", on: 6, .secondaryParentEnded("a", under: "b"))).thenQuiet()
    #expect(after.chart(on: Day(rawValue: 5)).units["a"]?.secondaryParents["b"]?.value == "party")
    #expect(after.chart(on: Day(rawValue: 6)).units["a"]?.secondaryParents.isEmpty == true)
    #expect(after.chart(on: Day(rawValue: 6)).units["a"]?.placement == .top)
  }

  @Test func `is no parent any more once it has ended`() throws {
    let after = try given(opening, act("set", on: 4, .secondaryParentSet("a", under: "b")))
      .when(act("end of b", on: 6, .dissolved("b"))).thenQuiet()
    #expect(after.chart(on: Day(rawValue: 5)).units["a"]?.secondaryParents.count == 1)
    #expect(after.chart(on: Day(rawValue: 6)).units["a"]?.secondaryParents.isEmpty == true)
    // That it ended is said already.
    try after.when(act("out", on: 7, .secondaryParentEnded("a", under: "b")))
      .thenRefused(by: .noChange, unit: "a", day: 7)
  }

  @Test func `is refused where nothing changes`() throws {
    let set = Event.secondaryParentSet("a", under: "b")
    try given(opening, act("set", on: 4, set)).when(act("again", on: 5, set))
      .thenRefused(by: .noChange, unit: "a", day: 5)
    try given(opening).when(act("out", on: 5, .secondaryParentEnded("a", under: "b")))
      .thenRefused(by: .noChange, unit: "a", day: 5)
  }

  @Test func `must be there, and be another body`() throws {
    try given(opening, end).when(act("set", on: 5, .secondaryParentSet("a", under: "gone")))
      .thenRefused(by: .parentNotAlive, unit: "a", day: 5)
    try given(opening).when(act("set", on: 5, .secondaryParentSet("a", under: "a")))
      .thenRefused(by: .cycle, unit: "a", day: 5)
    try given(opening, act("set", on: 5, .secondaryParentSet("a", under: "gone"))).when(end)
      .thenRefused(by: .parentNotAlive, unit: "a", day: 5)
  }
}
