import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("A unit that merges and lives on as a part, and becomes a whole again")
struct IdiomTests {
  let opening = act(
    "opening", on: 1,
    .registered(
      unit("district"), unit("a", under: "district", functions: [FunctionMention("roads")]),
      unit("village", under: "a"), unit("b", under: "district")))

  /// `a` bears a part that stands under it, then merges: the part follows.
  let merger = act(
    "merger", on: 5, .separated(from: ["a"], unit("part-a", kind: "part", under: "a")),
    .reparented(["village"], under: .under("part-a")),
    .merged(["a", "b"], into: unit("c", under: "district")))

  /// The part becomes a whole: born out of the whole, it restores the old life and takes the part.
  let again = act(
    "again", on: 9, .separated(from: ["c"], unit("new-a", under: "district", restores: ["a"])),
    .absorbed(["part-a"], into: "new-a"),
    .functionTransferred([FunctionMention("roads")], from: "c", to: "new-a"))

  func parents(_ history: Given, on day: Int32) -> [UnitID: UnitID] {
    history.chart(on: Day(rawValue: day)).units.values.filter { $0.end == nil }
      .reduce(into: [:]) { $0[$1.id] = $1.placement.parent }
  }

  @Test func `is one act of two events, and the part follows`() throws {
    let after = try given(opening).when(merger).thenQuiet()
    #expect(
      parents(after, on: 5) == ["c": "district", "part-a": "c", "village": "part-a"])
    let links = after.chart(on: Day(rawValue: 5)).successions.map { Link(from: $0.from, to: $0.to) }
    #expect(
      links == [Link(from: "a", to: "part-a"), Link(from: "a", to: "c"), Link(from: "b", to: "c")])
  }

  @Test func `is undone by a birth that restores it and absorbs the part`() throws {
    let after = try given(opening, merger).when(again).thenQuiet()
    #expect(
      parents(after, on: 9) == ["c": "district", "new-a": "district", "village": "new-a"])
    let chart = after.chart(on: Day(rawValue: 9))
    #expect(chart.holders(of: HoldingKey("roads")).keys.sorted() == ["new-a"])
    #expect(chart.successions.contains { $0.from == "a" && $0.to == "new-a" })
  }

  @Test func `cannot be told the other way round, for the merged unit has ended`() throws {
    var wrong = merger
    wrong.events.swapAt(0, 2)
    try given(opening).when(wrong).thenRefused(by: .notAlive, unit: "a", day: 5)
  }

  @Test func `works within one day too, where the orders say what came first`() throws {
    var same = again
    same.order = 1
    same.events = same.events.map { event in
      event.with { $0.effectiveOn = ImpreciseDay(Day(rawValue: 5)) }
    }
    try given(opening, merger).when(same).thenAccepted()
    same.order = -1
    try given(opening, merger).when(same).thenRefused(by: .notAlive, unit: "c", day: 5)
  }

  @Test func `restores through a chain of lives`() throws {
    let after = try given(
      opening, merger, again,
      act(
        "end", on: 11,
        .dissolved("new-a").with {
          $0.details.children = .map(["village": .unit("c")])
          $0.details.heldFunctions = .map(["roads": .unit("c")])
        })
    )
    .when(act("third", on: 13, .refounded(unit("third-a", restores: ["new-a"])))).thenQuiet()
    let links = after.chart(on: Day(rawValue: 13)).successions
    #expect(links.last.map { Link(from: $0.from, to: $0.to) } == Link(from: "new-a", to: "third-a"))
  }
}
