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

  @Test func `in which units would stand under each other is folded from all facts`() throws {
    let told = try told([Self.plan("circle", .reparented(["b"], under: .under("d")))])
    #expect(told.walked == nil)
    #expect(told.folded.count == 5 && told.isSame)
  }
}
