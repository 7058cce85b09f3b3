import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("What was planned, read alone")
struct PlansScopeTests {
  @Test func `tells of a plan that was replaced twice what carries out the first`() throws {
    try withLMDBStore { store in
      let first = act("plan", on: 5, status: .proposed, .renamed("a", to: "A"))
      func replacing(_ id: ActID, _ name: String) -> Act {
        act(id, on: 5, status: .proposed, .renamed("a", to: name))
      }
      try store.take(
        text, .act(act("opening", on: 1, .registered(unit("a"), unit("b")))), .act(first),
        .act(act("done", on: 5, enacts: ["plan"], .renamed("a", to: "AAA"))),
        .act(act("own", on: 6, .renamed("b", to: "B"))),
        correcting("fix", .corrected("plan", by: .act(replacing("fix#1", "AA")))),
        correcting("again", .corrected("fix#1", by: .act(replacing("again#1", "AAA")))))
      let ledger = Ledger(store)
      let head = try store.head().position
      for position in 1...head {
        let all = try ledger.history(.upTo(position))
        let read = try #require(
          try store.history(of: .plans, at: .upTo(position), textsUntil: nil))
        for day in 4...7 as ClosedRange<Int32> {
          let day = Day(rawValue: day)
          let answer = read.plans(asOf: day)
          #expect(answer == all.plans(asOf: day), "position \(position)")
        }
        // What has nothing to do with plans was not read, but for the births of what has.
        #expect(!read.facts.contains { $0.act.id == "own" })
      }
      let plan = try #require(
        try ledger.history(of: .plans).plans(asOf: 5).plans.first)
      #expect(plan.act == "again#1" && plan.outcome == .asPlanned && plan.enactedBy == ["done"])
    }
  }

  @Test func `knows a plan by its own id, whatever else is called so later`() throws {
    try withLMDBStore { store in
      func plan(_ id: ActID, _ name: String) -> Act {
        act(id, on: 5, status: .proposed, .renamed("a", to: name))
      }
      try store.take(
        text, .act(act("opening", on: 1, .registered(unit("a"), unit("b")))),
        .act(plan("p#1", "A")), .act(act("other", on: 4, .renamed("b", to: "B"))),
        .act(act("done", on: 5, enacts: ["p#1"], .renamed("a", to: "AA"))),
        correcting("fix", .corrected("p#1", by: .act(plan("fix#1", "AA")))),
        // Its event is called as the plan was.
        correcting("p", .corrected("other#1", by: .event(.renamed("b", to: "BB")))))
      let ledger = Ledger(store)
      for known in [Known.now, .upTo(try store.head().position - 3)] {
        let plan = try #require(
          try ledger.history(of: .plans, known).plans(asOf: 5).plans.first)
        #expect(plan.act == "fix#1" && plan.enactedBy == ["done"])
        #expect(try ledger.history(known).plans(asOf: 5).plans == [plan])
      }
    }
  }

  @Test func `reads what becomes of joined ids as those of one body`() throws {
    try withLMDBStore { store in
      func ending(_ child: UnitID) -> Event {
        var event = Event.dissolved("d")
        event.details.children = .map([child: .unit("a"), "c": .unit("a")])
        return event
      }
      var both = ending("z")
      both.details.children = .map(["b": .unit("a"), "c": .unit("a"), "z": .unit("a")])
      try store.take(
        text,
        .act(
          act(
            "opening", on: 1,
            .registered(unit("a"), unit("d"), unit("b", under: "d"), unit("c", under: "d")))),
        .act(act("again", on: 2, .registered(unit("z", "Z", under: "d")))),
        .act(act("plan", on: 5, status: .proposed, ending("z"))),
        .act(act("plan-2", on: 6, status: .proposed, both)),
        correcting("same", .identified(["b", "z"], as: "b"), .annulled(["again#1"])),
        .act(act("done", on: 5, enacts: ["plan", "plan-2"], ending("b"))))
      let ledger = Ledger(store)
      for history in [try ledger.history(), try ledger.history(of: .plans)] {
        let plans = history.plans(asOf: 5).plans
        #expect(plans.map(\.events).map { $0.flatMap(\.differences) } == [[], [.day]])
      }
    }
  }

  @Test func `is all that there is where there is no plan`() throws {
    try withLMDBStore { store in
      try store.take(text, .act(act("opening", on: 1, .registered(unit("a")))))
      let read = try #require(try store.history(of: .plans, at: .now, textsUntil: nil))
      #expect(read.facts.isEmpty)
      #expect(read.plans(asOf: 5).plans.isEmpty)
    }
  }
}
