import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("Numbers about a ledger")
struct StatisticsTests {
  @Test func `count records, events, units, functions and bytes`() throws {
    let store = MemoryStore(origin: "mill", id: "1", clock: StoppedClock(86_400_000_000).now)
    try store.take(
      text,
      .act(
        act(
          "opening", on: 1,
          .registered(unit("a", functions: [FunctionMention("roads")]), unit("b")),
          .registered(
            Birth(
              id: "class", name: Name("class"), kind: "unit", parent: .top, collective: true)))),
      .act(act("late", on: try ImpreciseDay("1970-01-05/1970-01-09"), [.founded(unit("c"))])),
      .act(act("end", on: 4, .dissolved("b"))))
    let numbers = try Ledger(store).statistics(asOf: 6)
    #expect(numbers.origin == "mill")
    #expect(numbers.positions == 8)
    #expect(
      numbers.records.map(\.name)
        == ["instrument", "act", "event", "claim", "conflict", "coverage"])
    #expect(numbers.records.map(\.count) == [1, 3, 4, 0, 0, 0])
    #expect(numbers.takenBack == 0)
    #expect(numbers.events.map(\.name) == ["registered", "dissolved", "founded"])
    #expect(numbers.events.map(\.count) == [2, 1, 1])
    #expect(numbers.units.named == 3)
    #expect(numbers.units.collective == 1)
    #expect(numbers.units.living == 1)
    #expect(numbers.units.possiblyLiving == 2)
    #expect(numbers.functions == 1)
    #expect(numbers.firstEffectiveOn == 1)
    #expect(numbers.lastEffectiveOn == (try Day("1970-01-09")))
    let bytes = (1...8).map { store.storedBytes(at: $0)?.count ?? 0 }
    #expect(numbers.bytesOfRecords == bytes.reduce(0, +))
    #expect(numbers.bytesOfFile == nil)
    #expect(numbers.firstRecordedAt?.description == "1970-01-02T00:00:00.000000Z")
  }

  @Test func `of an empty ledger are nothing`() throws {
    let numbers = try Ledger.inMemory().statistics()
    #expect(numbers.positions == 0)
    #expect(numbers.firstEffectiveOn == nil)
    #expect(numbers.lastRecordedAt == nil)
    #expect(numbers.units.named == 0)
  }
}

@Suite("Posts and second parents of a unit")
struct SecondTiesTests {
  private func history() throws -> History {
    var parent = Event(type: .secondaryParentSet, persists: ["a"])
    parent.details.parent = .under("b")
    parent.details.role = "work"
    let posts = [Post(unit: "b", title: "head"), Post(unit: "a", title: "clerk")]
    var apart = Event(type: .postsUncombined, persists: ["a", "b"])
    apart.details.posts = posts
    return try given(
      act("opening", on: 1, .registered(unit("a"), unit("b"))), act("tie", on: 2, parent),
      act("hands", on: 3, .postsCombined(posts, of: ["a", "b"])),
      act("apart", on: try ImpreciseDay("1970-01-06/1970-01-09"), [apart])
    ).history
  }

  @Test func `are shown from their day on, each with its event`() throws {
    let history = try history()
    let early = try #require(history.show("a", asOf: 1)).unit
    #expect(early.combinedPosts.isEmpty && early.secondParents.isEmpty)
    let late = try #require(history.show("a", asOf: 4)).unit
    #expect(late.secondParents.map(\.parent) == ["b"])
    #expect(late.secondParents.map(\.role) == ["work"])
    #expect(late.combinedPosts.map { $0.posts.map(\.title) } == [["clerk", "head"]])
    #expect(late.combinedPosts.map(\.event) == ["hands#1"])
    #expect(late.combinedPosts.map(\.certainty) == [.certain])
    #expect(history.show("b", asOf: 4)?.unit.secondParents == [])
    #expect(history.show("b", asOf: 4)?.unit.combinedPosts.count == 1)
  }

  @Test func `are possible while their end is not known exactly`() throws {
    let history = try history()
    #expect(history.show("a", asOf: 7)?.unit.combinedPosts.map(\.certainty) == [.possible])
    #expect(history.show("a", asOf: 8)?.unit.combinedPosts == [])
  }

  @Test func `have their keys in JSON only where there are any`() throws {
    let history = try history()
    #expect(try !json(try #require(history.show("a", asOf: 1))).contains("combinedPosts"))
    #expect(
      try json(try #require(history.show("a", asOf: 4))).contains(
        """
        "combinedPosts":[{"certainty":"certain","event":"hands#1","from":"1970-01-04",\
        "posts":[{"title":"clerk","unit":"a"},{"title":"head","unit":"b"}]}]
        """))
    #expect(
      try json(try #require(history.show("a", asOf: 4))).contains(
        """
        "secondParents":[{"event":"tie#1","from":"1970-01-03","parent":"b","role":"work"}]
        """))
  }

  @Test func `of a class are told of in differences`() throws {
    let opening = act(
      "opening", on: 1,
      .registered(
        Birth(id: "class", name: Name("class"), kind: "unit", parent: .top, collective: true),
        unit("a")))
    let diff = try given(opening).history.diff(from: 0, to: 1)
    #expect(diff.born.map(\.collective) == [false, true])
    #expect(
      try json(diff.born) == """
        [{"event":"opening#1","kind":"unit","name":"a","unit":"a"},\
        {"collective":true,"event":"opening#1","kind":"unit","name":"class","unit":"class"}]
        """)
  }
}
