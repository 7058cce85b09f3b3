import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("An imprecise day")
struct ImpreciseDayTests {
  /// A stretch of tiny days; `nil`: an open end.
  func between(_ from: Int32?, _ to: Int32?) -> ImpreciseDay? {
    ImpreciseDay(
      earliest: from.map(Day.init(rawValue:)), latest: to.map(Day.init(rawValue:)))
  }

  let opening = act("opening", on: 3, .registered(unit("top"), unit("a", under: "top")))

  @Test func `gives one order, however the facts come`() throws {
    let facts = try given(
      opening, act("again", on: between(1, 9), [.renamed("a", to: "new")])
    ).timeline.facts
    var later = facts[0].event
    later.effectiveOn = ImpreciseDay(Day(rawValue: 7))
    let all = facts + [Fact(event: later, act: facts[0].act, position: 9)]
    #expect(all.reversed().inOrder(.earliest).map(\.key) == all.inOrder(.earliest).map(\.key))
  }

  @Test func `stands in the earliest fold after the whole act of the birth it rests on`() throws {
    // Between the two events of the founding the part would stand under what is not there yet.
    let founding = act(
      "founding", on: 5, .founded(unit("part", under: "whole")), .founded(unit("whole")))
    let after = try given(opening, founding)
      .when(act("naming", on: between(1, 9), [.renamed("part", to: "new")])).thenAccepted()
    let order = after.timeline.facts.inOrder(.earliest).map(\.fact.event.id)
    #expect(order == ["opening#1", "founding#1", "founding#2", "naming#1"])
    #expect(after.chart(on: Day(rawValue: 5), .earliest).units["part"]?.name.full == "new")
    #expect(after.chart(on: Day(rawValue: 5), .latest).units["part"]?.name.full == "part")
  }

  @Test func `stands with births that rest on each other, whatever else is known of`() throws {
    // Neither event of the act can come second: each puts a unit under one of the other's.
    let mutual = [
      Event.founded(unit("c", under: "d"), unit("e", under: "top")),
      .founded(unit("d", under: "e")),
    ]
    for events in [mutual, mutual.reversed()] {
      let after = try given(opening).when(act("mutual", on: between(nil, 6), events)).thenAccepted()
        .when(act("below", on: between(nil, 7), [.founded(unit("z", under: "d"))])).thenAccepted()
        .when(act("name", on: between(nil, 8), [.renamed("c", to: "new")])).thenAccepted()
      let facts = after.timeline.facts
      let all = facts.inOrder(.earliest)
      #expect(all.map(\.fact.act.id).suffix(4) == ["mutual", "mutual", "below", "name"])
      // Without what rests on them, and whichever is asked for first, they stand where they did.
      for some in [facts.reversed(), facts.filter { $0.act.id != "below" }] {
        let keys = Dictionary(uniqueKeysWithValues: all.map { ($0.fact.position, $0.key) })
        #expect(some.inOrder(.earliest).allSatisfy { $0.key == keys[$0.fact.position] })
      }
    }
  }

  @Test func `is said of an enacted event, one of a plan is not asked for`() throws {
    let naming = [Event.renamed("a", to: "new")]
    try given(opening).when(act("naming", on: between(4, 6), naming)).thenWarned(of: .dayImprecise)
    try given(opening).when(act("naming", on: between(4, 4), naming)).thenQuiet()
    try given(opening).when(act("naming", on: nil, status: .proposed, naming)).thenQuiet()
    try given(opening).when(act("naming", on: nil, naming)).thenRefused(by: .dayMissing)
  }

  @Test func `stands no earlier than the parents that its event names`() throws {
    let after = try given(opening, act("hall", on: 5, .founded(unit("hall"))))
      .when(act("move", on: between(1, 9), [.reparented(["a"], under: .under("hall"))]))
      .thenAccepted()
    func parent(_ day: Int32, _ fold: Fold) -> Placement? {
      after.chart(on: Day(rawValue: day), fold).units["a"]?.placement
    }
    #expect(parent(4, .earliest) == .under("top"))
    #expect(parent(5, .earliest) == .under("hall"))
    #expect(parent(8, .latest) == .under("top"))
    #expect(parent(9, .latest) == .under("hall"))
  }

  @Test func `stands no earlier than a birth of imprecise day, and that after its parent's`() throws
  {
    let after = try given(
      opening, act("hall", on: 5, .founded(unit("hall"))),
      act("room", on: between(2, 8), [.founded(unit("room", under: "hall"))])
    )
    .when(act("naming", on: between(nil, 9), [.renamed("room", to: "new")])).thenAccepted()
    #expect(after.chart(on: Day(rawValue: 4), .earliest).units["room"] == nil)
    #expect(after.chart(on: Day(rawValue: 5), .earliest).units["room"]?.name.full == "new")
  }

  @Test func `with an open end has not happened in the latest fold`() throws {
    let after = try given(opening)
      .when(act("end", on: between(5, nil), [.dissolved("a")])).thenAccepted()
    #expect(after.chart(on: Day(rawValue: 9), .latest).isAlive("a"))
    #expect(!after.chart(on: Day(rawValue: 5), .earliest).isAlive("a"))
    // What has perhaps ended and perhaps not can neither be used nor be taken for ended.
    try after.when(act("naming", on: 7, .renamed("a", to: "new")))
      .thenRefused(by: .notAlive, unit: "a", day: 7)
    try after.when(act("again", on: 7, .refounded(unit("b", restores: ["a"]))))
      .thenRefused(by: .restoresLiving, unit: "a", day: 7)
  }

  @Test func `must be legal at both of its ends`() throws {
    let end = act("end", on: 6, .dissolved("a"))
    try given(opening, end).when(act("naming", on: between(4, 7), [.renamed("a", to: "new")]))
      .thenRefused(by: .notAlive, unit: "a", day: 7)
    try given(opening, end).when(act("naming", on: between(4, 5), [.renamed("a", to: "new")]))
      .thenAccepted()
  }

  @Test func `without any end says only that it happened after the births`() throws {
    let after = try given(opening)
      .when(act("naming", on: .notStated, [.renamed("a", to: "new")])).thenAccepted()
    #expect(after.chart(on: Day(rawValue: 3), .earliest).units["a"]?.name.full == "new")
    #expect(after.chart(on: Day(rawValue: 99), .latest).units["a"]?.name.full == "a")
  }
}
