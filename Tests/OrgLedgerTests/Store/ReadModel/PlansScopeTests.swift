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
          let answer = read.plans(asOf: day, unplanned: false)
          #expect(answer == all.plans(asOf: day, unplanned: false), "position \(position)")
        }
        // What has nothing to do with plans was not read, but for the births of what has.
        #expect(!read.facts.contains { $0.act.id == "own" })
      }
      let plan = try #require(
        try ledger.history(of: .plans).plans(asOf: 5, unplanned: false).plans.first)
      #expect(plan.act == "again#1" && plan.outcome == .asPlanned && plan.enactedBy == ["done"])
    }
  }

  @Test func `is all that there is where there is no plan`() throws {
    try withLMDBStore { store in
      try store.take(text, .act(act("opening", on: 1, .registered(unit("a")))))
      let read = try #require(try store.history(of: .plans, at: .now, textsUntil: nil))
      #expect(read.facts.isEmpty)
      #expect(read.plans(asOf: 5, unplanned: false).plans.isEmpty)
    }
  }
}
