import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("What a policy says of what an ended unit leaves")
struct PolicyTests {
  /// Under `a` two divisions, of which `one` has an office and a function.
  let opening = act(
    "opening", on: 1,
    .registered(
      unit("top"), unit("a", under: "top"), unit("b", under: "top"),
      unit("one", under: "a", functions: [FunctionMention("roads")]), unit("two", under: "a"),
      unit("office", under: "one")))

  func end(
    _ children: [UnitID: Destination], _ functions: [FunctionID: Destination] = [:]
  ) -> Act {
    act(
      "end", on: 5,
      .dissolved("a").with {
        $0.details.children = .map(children)
        if !functions.isEmpty { $0.details.heldFunctions = .map(functions) }
      })
  }

  @Test func `is a place for each child: a unit, none that is stated, or an end`() throws {
    let after = try given(opening).when(
      end(
        ["one": .ends, "office": .unit("b"), "two": .notStated], ["roads": .unit("b")])
    ).thenQuiet()
    let chart = after.chart(on: Day(rawValue: 5))
    #expect(chart.units["one"]?.end?.event == "end#1")
    #expect(chart.units["office"]?.placement == .under("b"))
    #expect(chart.units["two"]?.placement == .notStated)
    #expect(chart.holders(of: HoldingKey("roads")).keys.sorted() == ["b"])
  }

  @Test func `must cover all children, also those inside a child that ends`() throws {
    try given(opening).when(end(["one": .unit("b")]))
      .thenRefused(by: .uncoveredChildren, unit: "a", day: 5)
    let inner = try given(opening).when(end(["one": .ends, "two": .ends], ["roads": .ends]))
    try inner.thenRefused(by: .uncoveredChildren, unit: "one", day: 5)
    try given(opening).when(end(["one": .ends, "two": .ends, "office": .ends]))
      .thenRefused(by: .uncoveredFunctions, unit: "one", day: 5)
  }

  @Test func `needs no entry for what the act moves before or after`() throws {
    let ending = Event.dissolved("a").with { $0.details.children = .map(["one": .unit("b")]) }
    let moving = Event.reparented(["two"], under: .under("b"))
    try given(opening).when(act("end", on: 5, moving, ending)).thenQuiet()
    try given(opening).when(act("end", on: 5, ending, moving)).thenQuiet()
    try given(opening).when(act("end", on: 5, ending, .dissolved("two"))).thenQuiet()
  }

  @Test func `for what is no child, or no more, is ignored and said`() throws {
    let all: [UnitID: Destination] = ["one": .unit("b"), "two": .unit("b")]
    let outcome = try given(opening)
      .when(end(all.merging(["office": .unit("b")]) { one, _ in one }))
    try outcome.thenWarned(of: .entryForNoChild, unit: "a")
    #expect(outcome.after.chart(on: Day(rawValue: 5)).units["office"]?.placement == .under("one"))
    try given(opening, act("move", on: 3, .reparented(["two"], under: .under("b"))))
      .when(end(all)).thenWarned(of: .entryForNoChild, unit: "a")
    try given(opening).when(end(all, ["roads": .unit("b")]))
      .thenWarned(of: .entryForNoChild, unit: "a")
  }

  @Test func `that is a map takes the place of following`() throws {
    let merger = Event.merged(["a", "b"], into: unit("c", under: "top"))
    try given(opening).when(act("merger", on: 5, merger)).thenQuiet()
    try given(opening).when(
      act("merger", on: 5, merger.with { $0.details.children = .map(["one": .unit("top")]) })
    ).thenRefused(by: .uncoveredChildren, unit: "a", day: 5)
  }

  @Test func `may be to follow wherever there is one successor`() throws {
    let links = [Link(from: "a", to: "b")]
    let reorganized = Event.reorganized(
      ends: ["a"], persists: ["b"], links: links, reason: "reason")
    try given(opening).when(act("new", on: 5, reorganized))
      .thenRefused(by: .uncoveredChildren, unit: "a", day: 5)
    let after = try given(opening)
      .when(act("new", on: 5, reorganized.with { $0.details.children = .follow })).thenQuiet()
    #expect(after.chart(on: Day(rawValue: 5)).children["b"] == ["one", "two"])
    for event in [
      Event.dissolved("a"), .divided("a", into: [unit("x"), unit("y")]),
      .partitioned("a", among: ["b", "top"]),
    ] {
      try given(opening).when(act("new", on: 5, event.with { $0.details.children = .follow }))
        .thenRefused(by: .noSingleSuccessor, unit: "a")
    }
  }

  @Test func `that leaves a child to what has ended or not begun is refused`() throws {
    let history = try given(
      opening, act("over", on: 4, .dissolved("b")), act("later", on: 9, .founded(unit("later"))))
    for parent in ["b", "later"] as [UnitID] {
      try history.when(end(["one": .unit(parent), "two": .ends]))
        .thenRefused(by: .parentNotAlive, unit: "one", day: 5)
    }
    try history.when(end(["one": .unit("a"), "two": .ends]))
      .thenRefused(by: .uncoveredChildren, unit: "a", day: 5)
  }

  @Test func `that was enough is not any more where a child turns up earlier`() throws {
    let outcome = try given(opening, end(["one": .unit("b"), "two": .unit("b")]))
      .when(act("late", on: 3, .reparented(["office"], under: .under("a"))))
    try outcome.thenRefused(by: .uncoveredChildren, unit: "a", day: 5)
    #expect(outcome.violations.map(\.about) == [["office"]])
    #expect(outcome.violations.map(\.event) == ["end#1"])
  }
}
