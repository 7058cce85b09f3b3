import OrgLedger
import OrgLedgerTesting
import Testing

/// A timeline that counts the facts read from it.
private final class Counting {
  private let history: Given
  private(set) var reads = 0

  init(_ history: Given) { self.history = history }

  func decide(_ act: Act) -> Verdict {
    OrgLedger.decide(
      act, instruments: [Given.instrument: Instrument(id: Given.instrument)], acts: [:]
    ) { mention in
      let facts = history.timeline.facts(mentioning: mention)
      reads += facts.count
      return facts
    }
  }
}

@Suite("What is read to judge an act")
struct NeighbourhoodTests {
  /// A province with so many communes, founded one by one.
  private func province(of communes: Int) throws -> Counting {
    var history = try given(act("opening", on: 1, .registered(unit("province"), unit("other"))))
    for number in 0..<communes {
      let commune = unit(UnitID("commune-\(number)"), under: "province")
      history.record(act(ActID("act-\(number)"), on: 2, .founded(commune)))
    }
    return Counting(history)
  }

  @Test(arguments: [
    act("more", on: 5, .founded(unit("one-more", under: "province"))),
    act("move", on: 5, .reparented(["commune-1"], under: .under("other"))),
    act("name", on: 5, .renamed("commune-1", to: "New")),
    act("name", on: 5, .renamed("province", to: "New")),
    act("move", on: 5, .reparented(["province"], under: .under("other"))),
    act("end", on: 5, .dissolved("commune-1")),
    act("earlier", on: 1, order: 1, .founded(unit("one-more", under: "province"))),
  ])
  func `does not grow with the siblings or children of what changes`(act: Act) throws {
    let (few, many) = (try province(of: 10), try province(of: 1000))
    #expect(few.decide(act) == .accepted(warnings: []))
    #expect(many.decide(act) == .accepted(warnings: []))
    #expect(many.reads == few.reads)
    #expect(many.reads < 40)
  }

  /// Offices called alike, each under a unit of its own, and units that moved about between two of
  /// these.
  private func offices(_ count: Int) throws -> Counting {
    var history = try given(
      act("opening", on: 1, .registered(unit("a"), unit("b"), unit("office", "Office", under: "a")))
    )
    for number in 0..<count {
      let (place, office) = (UnitID("place-\(number)"), UnitID("office-\(number)"))
      history.record(
        act(
          ActID("act-\(number)"), on: 2,
          .registered(
            unit(place), unit(office, number.isMultiple(of: 2) ? "Office" : nil, under: place),
            unit(UnitID("mover-\(number)"), under: "b"))))
      history.record(act(ActID("name-\(number)"), on: 3, .renamed(office, to: "Office")))
      history.record(
        act(
          ActID("move-\(number)"), on: 3,
          .reparented([UnitID("mover-\(number)")], under: .under("a"))))
    }
    history.record(act("last", on: 4, .registered(unit("new", "Office", under: "b"))))
    return Counting(history)
  }

  @Test(arguments: [
    act("move", on: 5, .reparented(["new"], under: .under("a"))),
    act("name", on: 5, .renamed("new", to: "Other")),
    act("more", on: 5, .founded(unit("one-more", "Office", under: "a"))),
  ])
  func `does not grow with units called alike elsewhere, nor with those that came to a parent`(
    act: Act
  ) throws {
    let (few, many) = (try offices(10), try offices(500))
    #expect(few.decide(act) == many.decide(act))
    #expect(many.reads == few.reads)
    #expect(many.reads < 40)
  }

  @Test func `is every child of a unit that ends`() throws {
    let many = try province(of: 100)
    #expect(
      many.decide(act("end", on: 5, .absorbed(["province"], into: "other")))
        == .accepted(warnings: []))
    #expect(many.reads >= 100)
  }

  @Test func `tells nothing of what the act does not touch`() throws {
    // The children of a unit that ended long ago went their own ways.
    try given(
      act(
        "opening", on: 1,
        .registered(
          unit("a"), unit("b", under: "a"), unit("c", under: "b"), unit("d", under: "b"))),
      act("merger", on: 5, .merged(["c", "a"], into: unit("e"))),
      act("end", on: 6, .replaced("b", by: unit("f", under: "e")))
    )
    .when(
      act("posts", on: 3, .postsCombined([Post(unit: "b", title: "head")], of: ["b"]))
    ).thenQuiet()
  }

  @Test func `is what stands under a unit that a recorded entry may come to end`() throws {
    let end = Event.dissolved("p").with { $0.details.children = .map(["c": .ends]) }
    // When it was recorded, c was no child of p.
    try given(
      act("opening", on: 1, .registered(unit("p"), unit("q"), unit("c", under: "q"))),
      act("below", on: 2, .founded(unit("kid", under: "c"))), act("end", on: 10, end)
    )
    .when(act("earlier", on: 9, .reparented(["c"], under: .under("p"))))
    .thenRefused(by: .uncoveredChildren, unit: "c", day: 10)
    try given(
      act("opening", on: 1, .registered(unit("p"), unit("q"), unit("c", under: "q"))),
      act("end", on: 10, end), act("below", on: 11, .founded(unit("kid", under: "c")))
    )
    .when(act("earlier", on: 9, .reparented(["c"], under: .under("p"))))
    .thenRefused(by: .parentNotAlive, unit: "kid", day: 11)
  }

  @Test func `leaves out functions that came from who is not read`() throws {
    try given(
      act(
        "opening", on: 1,
        .registered(
          unit("a", functions: [FunctionMention("roads")]), unit("b"), unit("c"))),
      act("merger", on: 3, .absorbed(["a"], into: "b")),
      act("roads", on: 5, .functionTransferred([FunctionMention("roads")], from: "b", to: "c"))
    )
    .when(act("name", on: 7, .renamed("b", to: "New"))).thenQuiet()
  }

  @Test func `is who might have held a function that a later entry is about`() throws {
    let end = Event.dissolved("b").with {
      $0.details.children = .map(["d": .ends])
      $0.details.heldFunctions = .map(["roads": .ends])
    }
    let outcome = try given(
      act(
        "opening", on: 1,
        .registered(unit("b", functions: [FunctionMention("roads")]), unit("d", under: "b"))),
      act("end", on: 5, end)
    )
    .when(act("earlier", on: 4, .functionEnded([FunctionMention("roads")], of: "b")))
    try outcome.thenWarned(of: .entryForNoChild, unit: "b")
    #expect(outcome.violations.map(\.event) == ["end#1"])
  }
}
