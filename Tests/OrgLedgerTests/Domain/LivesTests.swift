import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("A life")
struct LivesTests {
  let opening = act("opening", on: 1, .registered(unit("top"), unit("a", under: "top")))

  @Test func `begins once, wherever in time the second birth stands`() throws {
    let born = act("born", on: 5, .founded(unit("x")))
    try given(opening, born).when(act("again", on: 7, .founded(unit("x"))))
      .thenRefused(by: .bornTwice, unit: "x", day: 7)
    let outcome = try given(opening, born).when(act("again", on: 3, .founded(unit("x"))))
    try outcome.thenRefused(by: .bornTwice, unit: "x", day: 5)
    #expect(outcome.violations.map(\.event) == ["born#1"])
  }

  @Test func `is not taken up again after its end`() throws {
    try given(opening, act("end", on: 5, .dissolved("a")))
      .when(act("again", on: 7, .founded(unit("a"))))
      .thenRefused(by: .bornTwice, unit: "a", day: 7)
  }

  @Test func `that ends earlier than known breaks what comes later, and each is named`() throws {
    let outcome = try given(
      opening, act("name", on: 5, .renamed("a", to: "New")),
      act("kind", on: 7, .reclassified(["a"], as: "ward"))
    )
    .when(act("end", on: 3, .dissolved("a")))
    #expect(outcome.violations.map(\.rule) == [.notAlive, .notAlive])
    #expect(outcome.violations.map(\.event) == ["name#1", "kind#1"])
    #expect(outcome.violations.map(\.day) == [Day(rawValue: 5), Day(rawValue: 7)])
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `of a unit that ends takes part on that day only before its end`(
    order: Int, isAlive: Bool
  ) throws {
    let outcome = try given(opening, act("end", on: 5, .dissolved("a")))
      .when(act("name", on: 5, order: order, .renamed("a", to: "New")))
    if isAlive {
      try outcome.thenQuiet()
    } else {
      try outcome.thenRefused(by: .notAlive, unit: "a", day: 5)
    }
  }

  @Test func `may have no day, which is said; then no chart has it`() throws {
    let after = try given(opening)
      .when(act("flash", on: 5, .founded(unit("x", under: "top")), .dissolved("x")))
      .thenWarned(of: .lifeOfNoLength, unit: "x")
    #expect(!after.chart(on: Day(rawValue: 5)).isAlive("x"))
    #expect(after.chart(on: Day(rawValue: 5)).units["x"]?.end?.event == "flash#2")
    #expect(after.chart(on: Day(rawValue: 5)).children["top"] == ["a"])
  }

  @Test func `is handed on along a chain within one day`() throws {
    let after = try given(opening)
      .when(
        act(
          "chain", on: 5, .replaced("a", by: unit("x", under: "top")),
          .replaced("x", by: unit("y", under: "top")))
      ).thenWarned(of: .lifeOfNoLength, unit: "x")
    #expect(after.chart(on: Day(rawValue: 5)).children["top"] == ["y"])
  }

  @Test func `is restored only after its end, also where the end turns out to be later`() throws {
    let end = act("end", on: 5, .dissolved("a"))
    try given(opening, end).when(act("again", on: 7, .refounded(unit("b", restores: ["a"]))))
      .thenQuiet()
    try given(opening, end).when(act("again", on: 4, .refounded(unit("b", restores: ["a"]))))
      .thenRefused(by: .restoresLiving, unit: "a", day: 4)
    try given(opening, end)
      .when(act("again", on: 7, .separated(from: ["top"], unit("b", restores: ["a"])))).thenQuiet()
  }

  @Test func `of a class of units is told apart from that of a unit`() throws {
    var districts = unit("districts", under: "top")
    districts.collective = true
    districts.members = 11
    let after = try given(opening).when(act("class", on: 3, .registered(districts))).thenQuiet()
    let state = after.chart(on: Day(rawValue: 3)).units["districts"]
    #expect(state?.collective == true)
    #expect(state?.members == 11)
  }
}

@Suite("A plan")
struct PlanTests {
  let opening = act("opening", on: 1, .registered(unit("a"), unit("b", under: "a")))
  let plan = act("plan", on: nil, status: .proposed, [.merged(["a", "b"], into: unit("c"))])

  @Test func `is checked for its form and for known units only`() throws {
    // What it leaves open, and that it would stand on what has ended, is not asked.
    try given(opening, act("end", on: 3, .dissolved("b")))
      .when(act("p", on: 5, status: .proposed, .dissolved("a"), .renamed("b", to: "New")))
      .thenQuiet()
    try given(opening).when(act("p", on: 5, status: .proposed, .renamed("nobody", to: "New")))
      .thenRefused(by: .unknownUnit, unit: "nobody")
    try given(opening)
      .when(act("p", on: 5, status: .proposed, .merged(["a"], into: unit("c"))))
      .thenRefused(by: .participantCount)
  }

  @Test func `reserves no id and enters no chart`() throws {
    let history = try given(opening, plan)
    #expect(history.chart(on: .distantFuture).units["c"] == nil)
    try history.when(act("other", on: 3, .founded(unit("c")))).thenQuiet()
    try history.when(act("p", on: 3, status: .proposed, .founded(unit("c")))).thenQuiet()
  }

  @Test(arguments: [
    Event.founded(unit("d", under: "c")), .reparented(["b"], under: .under("c")),
    .renamed("c", to: "New"), .refounded(unit("d", restores: ["c"])),
    .functionAssigned([FunctionMention("f", scope: "c")], to: "a"),
  ])
  func `is nothing that an enacted act may rest on`(event: Event) throws {
    try given(opening, plan).when(act("new", on: 5, event))
      .thenRefused(by: .restsOnProposal, unit: "c")
    try given(opening, plan).when(act("new", on: 5, status: .proposed, event)).thenQuiet()
  }

  @Test func `is carried out by an act that names it`() throws {
    let carried = act("done", on: 5, enacts: ["plan"], .merged(["a", "b"], into: unit("c")))
    try given(opening, plan).when(carried).thenAccepted()
    try given(opening).when(carried).thenRefused(by: .unknownAct)
    var wrong = carried
    wrong.enacts = ["opening"]
    try given(opening, plan).when(wrong).thenRefused(by: .unknownAct)
  }
}
