import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("One name on two living siblings")
struct HomonymTests {
  let opening = act(
    "opening", on: 1,
    .registered(
      unit("top"), unit("a", "Health", under: "top"), unit("b", "Roads", under: "top"),
      unit("elsewhere", "Schools"), unit("c", "Roads", under: "elsewhere")))

  @Test func `is said with the event that brings it, not with the last of its act`() throws {
    let outcome = try given(opening)
      .when(act("naming", on: 5, .renamed("a", to: "Roads"), .renamed("c", to: "Schools")))
    try outcome.thenWarned(of: .homonym, unit: "a")
    #expect(outcome.violations.map(\.event) == ["naming#1"])
  }

  @Test func `is said where a unit moves beside its namesake`() throws {
    try given(opening).when(act("move", on: 5, .reparented(["c"], under: .under("top"))))
      .thenWarned(of: .homonym, unit: "c")
  }

  @Test func `is said where children follow to beside their namesakes`() throws {
    try given(
      act(
        "opening", on: 1,
        .registered(
          unit("a"), unit("b"), unit("of-a", "Office", under: "a"),
          unit("of-b", "Office", under: "b")))
    )
    .when(act("merger", on: 5, .absorbed(["a"], into: "b")))
    .thenWarned(of: .homonym, unit: "of-a")
  }

  @Test func `is said where it only comes about later`() throws {
    let outcome = try given(opening, act("later", on: 7, .renamed("a", to: "Roads")))
      .when(act("earlier", on: 5, .founded(unit("d", "Roads", under: "top"))))
    #expect(outcome.violations.map(\.unit) == ["d", "a"])
  }

  /// `c` comes under `top` and is called Bridges, each by an act of its own.
  static let ways: [[Act]] = [
    [
      act("move", on: 3, .reparented(["c"], under: .under("top"))),
      act("name", on: 4, .renamed("c", to: "Bridges")),
    ],
    [
      act("name", on: 4, .renamed("c", to: "Bridges")),
      act("move", on: 3, .reparented(["c"], under: .under("top"))),
    ],
    [
      act("name", on: 3, .renamed("c", to: "Bridges")),
      act(
        "end", on: 4,
        .dissolved("elsewhere").with { $0.details.children = .map(["c": .unit("top")]) }),
    ],
    [
      act("name", on: 3, .renamed("c", to: "Bridges")),
      act("end", on: 4, .absorbed(["elsewhere"], into: "top")),
    ],
  ]

  @Test(arguments: ways)
  func `is said however the namesake came there and by its name`(acts: [Act]) throws {
    let outcome = try Given([opening] + acts)
      .when(act("founding", on: 5, .founded(unit("d", "Bridges", under: "top"))))
    try outcome.thenWarned(of: .homonym, unit: "d")
    #expect(outcome.violations.map(\.about) == [["Bridges", "c"]])
  }

  @Test func `is no matter under two parents, of the ended, or where names change places`() throws {
    try given(opening).when(act("naming", on: 5, .renamed("c", to: "Health"))).thenQuiet()
    try given(opening, act("end", on: 3, .dissolved("b")))
      .when(act("naming", on: 5, .renamed("a", to: "Roads"))).thenQuiet()
    try given(opening)
      .when(act("swap", on: 5, .renamed("a", to: "Roads"), .renamed("b", to: "Health")))
      .thenQuiet()
  }
}
