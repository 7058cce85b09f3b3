import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("From old units to new ones")
struct CrosswalkTests {
  private let opening = act(
    "opening", on: 1,
    .registered(unit("a"), unit("b"), unit("d"), unit("x", kind: "other")))

  private func lines(_ crosswalk: Crosswalk) -> [String] {
    crosswalk.rows.map {
      "\($0.from?.text ?? "-")>\($0.to?.text ?? "-") \($0.relation) \($0.degree.rawValue)"
        + " \($0.share?.description ?? "?")"
    }
  }

  @Test func `joins, lives on, ends and begins`() throws {
    let history = try given(
      opening, act("merger", on: 3, .merged(["a", "b"], into: unit("c"))),
      act("end", on: 3, .dissolved("x")), act("new", on: 4, .founded(unit("e")))
    ).history
    #expect(
      lines(try history.crosswalk(from: 2, to: 5)) == [
        "a>c merged n:1 1", "b>c merged n:1 1", "d>d continues 1:1 1", "x>- ended ended ?",
        "->e born born ?",
      ])
    #expect(try history.crosswalk(from: 2, to: 5).rows.first?.path == ["merger#1"])
    #expect(
      lines(try history.crosswalk(from: 3, to: 3)) == [
        "d>d continues 1:1 1", "c>c continues 1:1 1",
      ])
    #expect(throws: TwoDaysError.reversed(from: 5, to: 2)) {
      try history.crosswalk(from: 5, to: 2)
    }
  }

  @Test func `counts a unit that takes others in, though it lives on as itself`() throws {
    let history = try given(opening, act("in", on: 3, .absorbed(["a"], into: "b"))).history
    #expect(
      lines(try history.crosswalk(from: 2, to: 3, kinds: ["unit"])) == [
        "a>b absorbed n:1 1", "b>b continues 1:1 1", "d>d continues 1:1 1",
      ])
  }

  @Test func `counts all units, also those of kinds that are left out`() throws {
    let other = act("other", on: 2, .reclassified(["b"], as: "rare"))
    let history = try given(
      opening, other, act("one", on: 3, .merged(["a", "b"], into: unit("y")))
    ).history
    #expect(
      lines(try history.crosswalk(from: 2, to: 3, kinds: ["rare"])) == ["b>y merged n:1 1"])
  }

  @Test func `multiplies along a path and adds over several`() throws {
    var parts = Event.divided("a", into: [unit("p"), unit("q")])
    parts.details.shares = [
      Share(from: "a", to: "p", share: Decimal("0.3"), basis: .area),
      Share(from: "a", to: "q", share: Decimal("0.7"), basis: .area),
    ]
    let history = try given(
      opening, act("parts", on: 2, parts),
      act("in", on: 3, .absorbed(["p"], into: "b")), act("too", on: 4, .absorbed(["q"], into: "b"))
    ).history
    #expect(
      lines(try history.crosswalk(from: 1, to: 3, kinds: ["unit"])) == [
        "a>b divided+absorbed n:m 0.3", "a>q divided n:m 0.7", "b>b continues 1:1 1",
        "d>d continues 1:1 1",
      ])
    let whole = try history.crosswalk(from: 1, to: 4)
    #expect(lines(whole).first == "a>b divided+absorbed+absorbed n:1 1")
    #expect(whole.rows.first?.basis == .area)
    #expect(whole.rows.first?.path == ["parts#1", "in#1", "too#1"])
  }

  @Test func `makes the whole not stated where one part is not, or the basis differs`() throws {
    var parts = Event.divided("a", into: [unit("p"), unit("q")])
    parts.details.shares = [
      Share(from: "a", to: "p", share: Decimal("0.3"), basis: .area),
      Share(from: "a", to: "q", share: Decimal("0.7"), basis: .population),
    ]
    let history = try given(
      opening, act("parts", on: 2, parts), act("in", on: 3, .absorbed(["p", "q"], into: "b"))
    ).history
    #expect(lines(try history.crosswalk(from: 1, to: 3)).first == "a>b divided+absorbed n:1 ?")
    let unstated = try given(
      opening, act("parts", on: 2, .divided("a", into: [unit("p"), unit("q")]))
    )
    .history.crosswalk(from: 1, to: 3)
    #expect(lines(unstated).prefix(2) == ["a>p divided 1:n ?", "a>q divided 1:n ?"])
  }

  @Test func `tells what a unit keeps, where all that it gives is stated`() throws {
    let share = Share(from: "a", to: "b", share: Decimal("0.2"), basis: .area)
    let history = try given(
      opening,
      act("ground", on: 2, .territoryTransferred(from: "a", to: "b", shares: [share])),
      act("rest", on: 3, .absorbed(["a"], into: "d"))
    ).history
    #expect(
      lines(try history.crosswalk(from: 1, to: 2)).prefix(2) == [
        "a>a continues 1:1 0.8", "a>b territoryTransferred n:m 0.2",
      ])
    #expect(
      lines(try history.crosswalk(from: 1, to: 3)).prefix(2) == [
        "a>b territoryTransferred n:m 0.2", "a>d absorbed n:m 0.8",
      ])
    let silent = try given(opening, act("out", on: 2, .separated(from: ["a"], unit("n"))))
      .history.crosswalk(from: 1, to: 2)
    #expect(lines(silent).prefix(2) == ["a>a continues 1:1 ?", "a>n separated 1:n ?"])
  }

  @Test func `leads a unit whole into another in which a part of it lives on`() throws {
    let history = try given(
      opening,
      act(
        "idiom", on: 3, .separated(from: ["a"], unit("part", kind: "delegated", under: "a")),
        .merged(["a", "b"], into: unit("c")))
    ).history
    let rows = lines(try history.crosswalk(from: 2, to: 3))
    #expect(rows.contains("a>c merged n:m 1"))
    #expect(rows.contains("a>part separated n:m ?"))
  }

  @Test func `passes through a unit that was restored and taken in again`() throws {
    let history = try given(
      opening, act("in", on: 2, .absorbed(["a"], into: "b")),
      act("out", on: 4, .separated(from: ["b"], unit("a2", restores: ["a"]))),
      act("in again", on: 6, .absorbed(["a2"], into: "b"))
    ).history
    #expect(
      lines(try history.crosswalk(from: 1, to: 6)).prefix(2) == [
        "a>b absorbed+separated+absorbed n:1 ?", "b>b continues 1:1 ?",
      ])
    #expect(
      lines(try history.crosswalk(from: 1, to: 4)).filter { $0.hasPrefix("a>a2") } == [
        "a>a2 absorbed+separated n:m ?"
      ])
  }

  @Test func `respects time and what was born and ended in between`() throws {
    let history = try given(
      opening, act("out", on: 2, .separated(from: ["b"], unit("early"))),
      act("in", on: 3, .absorbed(["a"], into: "b")),
      act("flash", on: 4, .replaced("d", by: unit("e")), .replaced("e", by: unit("f"))),
      act("gone", on: 5, .absorbed(["f"], into: "x"), .dissolved("x"))
    ).history
    let rows = lines(try history.crosswalk(from: 1, to: 4))
    #expect(!rows.contains { $0.hasPrefix("a>early") })
    #expect(rows.contains("d>f replaced+replaced 1:1 1"))
    let ended = try history.crosswalk(from: 1, to: 5).rows.filter { $0.degree == .ended }
    #expect(ended.map(\.from) == ["d", "x"])
    #expect(ended.first?.path == ["flash#1", "flash#2", "gone#1"])
  }

  @Test func `exchanges ground both ways at once`() throws {
    var exchange = Event(type: .territoryTransferred, persists: ["a", "b"])
    exchange.details.shares = [
      Share(from: "a", to: "b", share: Decimal("0.1"), basis: .area),
      Share(from: "b", to: "a", share: Decimal("0.25"), basis: .area),
    ]
    let history = try given(opening, act("exchange", on: 3, exchange)).history
    #expect(
      lines(try history.crosswalk(from: 2, to: 3)).prefix(4) == [
        "a>a continues 1:1 0.9", "a>b territoryTransferred n:m 0.1",
        "b>a territoryTransferred n:m 0.25", "b>b continues 1:1 0.75",
      ])
  }

  @Test func `marks rows that only one fold has`() throws {
    let history = try given(
      opening,
      act("in", on: try ImpreciseDay("1970-01-03/1970-01-09"), [.absorbed(["a"], into: "b")])
    ).history
    let rows = try history.crosswalk(from: 1, to: 5, kinds: ["unit"]).rows
    #expect(rows.map { "\($0.from ?? "")>\($0.to ?? "")" } == ["a>a", "a>b", "b>b", "d>d"])
    #expect(rows.map(\.certainty) == [.possible, .possible, .certain, .certain])
  }

  @Test(arguments: 0..<16)
  func `equals a search of all paths, on random histories`(seed: Int) throws {
    let history = RandomHistory(seed: seed).history
    let (first, last) = (Day(rawValue: 8), Day(rawValue: 30))
    let one = history.chart(on: first, .latest)
    let two = history.chart(on: last, .latest)
    let paths = PathSearch(two.successions.filter { $0.origin.day > first })
    let crosswalk = try history.crosswalk(from: first, to: last)
    var expected: Set<String> = []
    var linked: Set<UnitID> = []
    var reached: Set<UnitID> = []
    for old in one.units.keys where one.isAlive(old) {
      for new in two.units.keys where two.isAlive(new) {
        let events = paths.events(from: old, to: new)
        guard old == new || !events.isEmpty else { continue }
        linked.insert(old)
        reached.insert(new)
        let path =
          old == new
          ? []
          : history.ordered(.latest).map(\.fact.event.id)
            .filter(events.contains)
        expected.insert("\(old)>\(new) \(path)")
      }
    }
    let found = crosswalk.rows.filter { $0.from != nil && $0.to != nil }
    #expect(Set(found.map { "\($0.from ?? "")>\($0.to ?? "") \($0.path)" }) == expected)
    #expect(
      Set(crosswalk.rows.filter { $0.degree == .ended }.compactMap(\.from))
        == Set(one.units.keys.filter(one.isAlive)).subtracting(linked))
    #expect(
      Set(crosswalk.rows.filter { $0.degree == .born }.compactMap(\.to))
        == Set(two.units.keys.filter(two.isAlive)).subtracting(reached))
    let ended = try history.diff(from: first, to: last).ended
    for entry in ended {
      let into = found.filter { $0.from == entry.unit }.compactMap(\.to)
      #expect(Set(entry.into) == Set(into))
    }
  }
}
