import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A structure by scenario")
struct SupposedStructureTests {
  private static let day = Day(rawValue: 9)

  /// Each under the one before.
  private static let opening = act(
    "opening", on: 1,
    .registered(
      unit("a"), unit("b", under: "a"), unit("c", under: "b"), unit("d", under: "c"),
      unit("e", under: "d")))

  private static func plan(_ id: ActID, _ events: Event...) -> Act {
    act(id, on: nil, status: .proposed, events.map { $0.on(7) })
  }

  /// What the walk down the read model tells, and what the fold of all facts does.
  private func told(
    _ plans: [Act], root: UnitID? = nil, depth: Int? = nil
  ) throws -> (walked: [String]?, folded: [String], isSame: Bool) {
    var told: (walked: [String]?, folded: [String], isSame: Bool)?
    try withLMDBStore { store in
      for submission in [text, .act(Self.opening)] + plans.map(Submission.act) {
        try store.take(submission)
      }
      let scenario = plans.map { ScenarioAct($0.id) }
      let ledger = Ledger(store)
      let supposed = try ledger.history().supposed(scenario)
      let walked = try store.structure(
        on: Self.day, at: .now, under: root, depth: depth, supposing: supposed)
      let folded = try ledger.history().scenario(scenario)
        .chart(asOf: Self.day, root: root, depth: depth)
      let answer = try ledger.chart(
        asOf: Self.day, supposing: scenario, root: root, depth: depth)
      told = (
        walked.map { $0.units.map { "\($0.level)\($0.id)" } },
        folded.units.map { "\($0.depth)\($0.id)" }, try answer.get() == folded
      )
    }
    return try #require(told)
  }

  @Test func `is that of all facts with a plan among them`() throws {
    let told = try told([
      Self.plan("more", .founded(unit("f", under: "b")), .reparented(["d"], under: .under("a")))
    ])
    #expect(told.walked == ["0a", "1b", "2c", "2f", "1d", "2e"])
    #expect(told.walked == told.folded && told.isSame)
  }

  @Test func `begins with whom a plan leaves without a parent`() throws {
    let end = Self.plan("end", .dissolved("b"))
    let told = try told([end])
    #expect(told.walked == ["0a", "0c", "1d", "2e"])
    #expect(told.walked == told.folded && told.isSame)
    let below = try self.told([end], root: "c", depth: 1)
    #expect(below.walked == ["0c", "1d"] && below.isSame)
    let nothing = try self.told([end], root: "b")
    #expect(nothing.walked == [] && nothing.isSame)
    // Two plans that know nothing of each other: one ends what the other founds something under.
    let both = try self.told([end, Self.plan("more", .founded(unit("f", under: "b")))])
    #expect(both.walked == both.folded && both.isSame)
  }

  @Test func `names a plan by its own id, whatever else a correction of that id is about`() throws {
    try withLMDBStore { store in
      let plan = Self.plan("plan", .dissolved("b"))
      let name = act("name", on: 3, .renamed("e", to: "E"))
      for submission in [text, .act(Self.opening), .act(name), .act(plan)] {
        try store.take(submission)
      }
      let before = try Ledger(store).chart(asOf: Self.day, supposing: [ScenarioAct("plan")]).get()
      let known = try store.head().position
      var fix = act("fix", on: nil, [.corrected("name#1", by: .event(.renamed("e", to: "F")))])
      fix.events[0].id = "plan"
      try store.take(.act(fix))
      let (now, then) = try (
        Ledger(store).chart(asOf: Self.day, supposing: [ScenarioAct("plan")]).get(),
        Ledger(store).chart(
          asOf: Self.day, supposing: [ScenarioAct("plan")], known: .upTo(known)
        ).get()
      )
      #expect(then == before)
      #expect(now.units.map(\.name) == ["a", "c", "d", "F"])
    }
  }

  @Test func `knows no plan of a text that does not count`() throws {
    try withLMDBStore { store in
      let late = Instrument(id: "late", issuedOn: ImpreciseDay(8))
      var plan = Self.plan("plan", .founded(unit("f", under: "b")))
      plan.instrument = "late"
      let early = Instrument(id: Given.instrument, issuedOn: ImpreciseDay(2))
      for submission: Submission in [.instrument(early), .instrument(late), .act(Self.opening)] {
        try store.take(submission)
      }
      try store.take(.act(plan))
      let scenario = [ScenarioAct("plan")]
      let errors: [Int32: ScenarioError?] = [8: nil, 7: .unknownAct("plan")]
      for (day, error) in errors {
        let until = Day(rawValue: day)
        let acts = try Ledger(store).history(
          of: .acts(["plan"], with: ["f"]), textsUntil: until)
        let found = Result { () throws(ScenarioError) in try acts.supposed(scenario).count }
        #expect(found == (error.map { .failure($0) } ?? .success(1)))
        let unit = try Ledger(store).unit(
          "f", asOf: Self.day, textsUntil: until, supposing: scenario)
        #expect((try? unit.get()) == (error == nil ? "f" : nil))
      }
    }
  }

  @Test func `that touches most of what there is is folded from all facts`() throws {
    let others = (0..<40).map { unit(UnitID("x-\($0)"), under: "a") }
    try withLMDBStore { store in
      try store.take(text)
      try store.take(.act(act("opening", on: 1, .registered(unit("a")))))
      for (number, birth) in others.enumerated() {
        try store.take(.act(act(ActID("birth-\(number)"), on: 2, .founded(birth))))
      }
      let plans = [Self.plan("all", .dissolved("a")), Self.plan("one", .dissolved("x-1"))]
      for plan in plans { try store.take(.act(plan)) }
      let (ledger, walks) = (Ledger(store), ["all": false, "one": true])
      for plan in plans {
        let scenario = [ScenarioAct(plan.id)]
        let all = try ledger.history()
        let walked = try store.structure(
          on: Self.day, at: .now, under: nil, depth: nil, supposing: all.supposed(scenario))
        #expect((walked != nil) == walks[plan.id.text])
        let folded = try all.scenario(scenario).chart(asOf: Self.day)
        #expect(try ledger.chart(asOf: Self.day, supposing: scenario).get() == folded)
      }
    }
  }

  @Test func `in which units would stand under each other is folded from all facts`() throws {
    let told = try told([Self.plan("circle", .reparented(["b"], under: .under("d")))])
    #expect(told.walked == nil)
    #expect(told.folded.count == 5 && told.isSame)
  }
}
