import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A plan")
struct PlansTests {
  private let opening = act(
    "opening", on: 1, .registered(unit("a"), unit("b"), unit("c"), unit("d")))
  private let plan = act(
    "plan", on: ImpreciseDay(earliest: 10, latest: 20), status: .proposed,
    [.merged(["a", "b"], into: unit("x", "New")), .renamed("c", to: "Other")])

  private func outcome(_ history: History, on day: Day) throws -> PlanAnswer {
    try #require(history.plans(asOf: day).plans.first)
  }

  @Test func `is not done until an act carries it out, and overdue after its last day`() throws {
    let history = try given(opening, plan).history
    let early = try outcome(history, on: 20)
    #expect(early.outcome == .notDone && !early.overdue && early.enactedBy.isEmpty)
    #expect(try outcome(history, on: 21).overdue)
    #expect(history.plans(asOf: 21).onlyOverdue.plans.map(\.act) == ["plan"])
    #expect(history.plans(asOf: 20).onlyOverdue.plans.isEmpty)
  }

  @Test func `is done as planned where every event is, over several acts`() throws {
    let history = try given(
      opening, plan,
      act("first", on: 12, enacts: ["plan"], .merged(["a", "b"], into: unit("x", "New"))),
      act("second", on: 15, enacts: ["plan"], .renamed("c", to: "Other"))
    ).history
    let whole = try outcome(history, on: 15)
    #expect(whole.outcome == .asPlanned)
    #expect(whole.enactedBy == ["first", "second"])
    #expect(whole.events.map(\.enacted) == [["first#1"], ["second#1"]])
    // The day before, half of it was not done yet.
    let half = try outcome(history, on: 14)
    #expect(half.outcome == .otherwise)
    #expect(half.events.map(\.enacted) == [["first#1"], []])
  }

  @Test func `is done otherwise where type, units, names or days differ`() throws {
    let history = try given(
      opening, plan,
      act("late", on: 25, enacts: ["plan"], .absorbed(["a", "d"], into: "b")),
      act("name", on: 12, order: 1, enacts: ["plan"], .renamed("c", to: "Another"))
    ).history
    let answer = try outcome(history, on: 30)
    #expect(answer.outcome == .otherwise && !answer.overdue)
    #expect(
      answer.events.map(\.differences) == [[.type, .day, .ends, .persists, .born], [.name]])
  }

  @Test func `is done as planned where what its type says anyway is written on one side only`()
    throws
  {
    let whole = unit("x", "New")
    var written = Event.merged(["a", "b"], into: whole)
    written.details.children = .follow
    let history = try given(
      opening, act("plan", on: 10, status: .proposed, .merged(["a", "b"], into: whole)),
      act("done", on: 10, enacts: ["plan"], written)
    ).history
    #expect(try outcome(history, on: 10).outcome == .asPlanned)
  }

  @Test func `is one event where several acts do it piece by piece`() throws {
    let ends = act(
      "ends", on: ImpreciseDay(earliest: 5, latest: 20), status: .proposed,
      [.dissolved("a", "b", "c")])
    let one = act("one", on: 8, enacts: ["ends"], .dissolved("a"))
    let others = act("others", on: 9, enacts: ["ends"], .dissolved("b", "c"))
    let whole = try outcome(try given(opening, ends, one, others).history, on: 9)
    #expect(whole.outcome == .asPlanned)
    #expect(whole.events.map(\.enacted) == [["one#1", "others#1"]])
    let part = try outcome(try given(opening, ends, one).history, on: 9)
    #expect(part.events.map(\.differences) == [[.ends]])
  }

  @Test func `leaves aside what was done without one, and what merely enters the ledger`() throws {
    let history = try given(
      opening, plan, act("own", on: 5, .renamed("d", to: "New")),
      act("note", on: 6, .noted("a visit", about: ["d"]))
    ).history
    #expect(history.plans(asOf: 9, unplanned: true).unplanned == ["own"])
    #expect(history.plans(asOf: 4, unplanned: true).unplanned == [])
    #expect(history.plans(asOf: 9).unplanned == nil)
    #expect(history.plans(asOf: 9, unit: "d").plans.isEmpty)
    #expect(history.plans(asOf: 9, unit: "x").plans.map(\.act) == ["plan"])
  }

  @Test func `that is a pilot is overdue while something of it holds`() throws {
    var pilot = act("pilot", on: 5, .absorbed(["a"], into: "b"), .founded(unit("y")))
    pilot.plannedUntil = Day(rawValue: 9)
    let back = act("back", on: 12, .refounded(unit("a-2", restores: ["a"])), .dissolved("y"))
    let history = try given(opening, pilot, back).history
    func pilots(_ day: Day) -> [PilotAnswer] { history.plans(asOf: day).pilots }
    #expect(pilots(4).isEmpty)
    #expect(pilots(9).map(\.overdue) == [false])
    #expect(pilots(10).map(\.overdue) == [true] && pilots(10)[0].ongoing == ["a", "y"])
    #expect(pilots(12).map(\.overdue) == [false] && pilots(12)[0].ongoing.isEmpty)
  }

  @Test func `stands in a chart where a scenario names it, and nowhere else`() throws {
    let history = try given(opening, plan).history
    func names(_ history: History, _ day: Day) -> [String] {
      history.chart(asOf: day).units.map(\.name)
    }
    let supposed = try history.scenario([ScenarioAct("plan")])
    #expect(names(history, 30) == ["a", "b", "c", "d"])
    #expect(names(supposed, 19) == ["a", "b", "c", "d"])
    #expect(names(supposed, 20) == ["d", "Other", "New"])
    let earlier = try history.scenario([ScenarioAct("plan", on: 5)])
    #expect(names(earlier, 4) == ["a", "b", "c", "d"])
    #expect(names(earlier, 5) == ["d", "Other", "New"])
  }

  @Test func `must be one to be supposed`() throws {
    let undated = act("undated", on: nil, status: .proposed, [.dissolved("a")])
    let history = try given(opening, undated).history
    #expect(throws: ScenarioError.unknownAct("x")) { try history.scenario([ScenarioAct("x")]) }
    #expect(throws: ScenarioError.enacted("opening")) {
      try history.scenario([ScenarioAct("opening")])
    }
    #expect(throws: ScenarioError.noDay("undated")) {
      try history.scenario([ScenarioAct("undated")])
    }
    let supposed = try history.scenario([ScenarioAct("undated", on: 3)])
    #expect(supposed.chart(asOf: 3).units.count == 3)
  }
}
