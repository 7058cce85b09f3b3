import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("How a unit came to exist and what became of it")
struct LineageTests {
  private let opening = act(
    "opening", on: 1, .registered(unit("a"), unit("b"), unit("d"), unit("other")))
  private let merger = act("merger", on: 3, .merged(["a", "b"], into: unit("c")))

  private func edges(_ lineage: Lineage?) -> [String] {
    lineage?.edges.map { "\($0.from)>\($0.to)" } ?? []
  }

  @Test func `goes back through those that became part of it`() throws {
    let history = try given(
      opening, merger, act("more", on: 5, .absorbed(["d"], into: "c"))
    ).history
    let back = try #require(history.lineage(of: "c", asOf: 9, .back))
    #expect(edges(back) == ["a>c", "b>c", "d>c"])
    #expect(back.nodes.map(\.id) == ["a", "b", "d", "c"])
    #expect(back.nodes.map(\.to) == [ImpreciseDay(3), ImpreciseDay(3), ImpreciseDay(5), nil])
    #expect(back.edges.map(\.share) == [1, 1, 1].map { Decimal(digits: $0) })
    #expect(edges(history.lineage(of: "a", asOf: 9, .forward)) == ["a>c"])
    #expect(edges(history.lineage(of: "c", asOf: 4, .both)) == ["a>c", "b>c"])
  }

  @Test func `goes forward only to what came later`() throws {
    // d gave ground to b before b took in a: nothing of a is in what left b before.
    let history = try given(
      opening, act("ground", on: 2, .separated(from: ["b"], unit("early"))),
      act("end", on: 3, .absorbed(["a"], into: "b")),
      act("late", on: 4, .separated(from: ["b"], unit("late")))
    ).history
    #expect(edges(history.lineage(of: "a", asOf: 9, .forward)) == ["a>b", "b>late"])
    #expect(edges(history.lineage(of: "early", asOf: 9, .back)) == ["b>early"])
    #expect(edges(history.lineage(of: "late", asOf: 9, .back)) == ["a>b", "b>late"])
  }

  @Test func `keeps the order of acts on one day`() throws {
    func history(orderOfEnd: Int) throws -> History {
      try given(
        opening, act("end", on: 3, order: orderOfEnd, .absorbed(["a"], into: "b")),
        act("split", on: 3, order: 0, .separated(from: ["b"], unit("new")))
      ).history
    }
    #expect(edges(try history(orderOfEnd: -1).lineage(of: "new", asOf: 3, .back)).count == 2)
    #expect(edges(try history(orderOfEnd: 1).lineage(of: "new", asOf: 3, .back)) == ["b>new"])
  }

  @Test func `links a restored unit with the life that it restores, round and round`() throws {
    let history = try given(
      opening, act("in", on: 2, .absorbed(["a"], into: "b")),
      act("out", on: 4, .separated(from: ["b"], unit("a2", restores: ["a"]))),
      act("in again", on: 6, .absorbed(["a2"], into: "b"))
    ).history
    #expect(
      edges(history.lineage(of: "a2", asOf: 5, .both)) == ["a>b", "a>a2", "b>a2"])
    #expect(
      edges(history.lineage(of: "b", asOf: 9, .both)) == ["a>b", "a>a2", "b>a2", "a2>b"])
    #expect(
      edges(history.lineage(of: "a", asOf: 9, .forward)) == ["a>b", "a>a2", "b>a2", "a2>b"])
  }

  @Test func `tells shares as stated, and never computes them`() throws {
    var event = Event.partitioned("a", among: ["b"], born: [unit("new")])
    event.details.shares = [
      Share(from: "a", to: "b", amount: Decimal("3.5"), unit: "km²", basis: .area),
      Share(from: "a", to: "new", share: Decimal("0.4"), basis: .population),
    ]
    let lineage = try given(opening, act("parts", on: 3, event)).history
      .lineage(of: "a", asOf: 3, .forward)
    #expect(lineage?.edges.map(\.share) == [nil, Decimal("0.4")])
    #expect(lineage?.edges.map(\.basis) == [nil, .population])
    #expect(lineage?.edges.first?.stated.first?.unit == "km²")
  }

  @Test func `marks links that only one fold has`() throws {
    let history = try given(
      opening,
      act("end", on: try ImpreciseDay("1970-01-03/1970-01-09"), [.absorbed(["a"], into: "b")])
    ).history
    #expect(history.lineage(of: "b", asOf: 5)?.edges.map(\.certainty) == [.possible])
    #expect(history.lineage(of: "b", asOf: 9)?.edges.map(\.certainty) == [.certain])
    #expect(history.lineage(of: "b", asOf: 1)?.edges.isEmpty == true)
  }

  @Test func `of a unit that is still to come is the unit alone`() throws {
    let lineage = try given(opening, merger).history.lineage(of: "c", asOf: 2)
    #expect(lineage?.nodes.map(\.id) == ["c"])
    #expect(lineage?.edges.isEmpty == true)
    #expect(try given(opening).history.lineage(of: "nobody", asOf: 2) == nil)
  }

  @Test(arguments: 0..<16)
  func `equals a search of all paths, on random histories`(seed: Int) throws {
    let history = RandomHistory(seed: seed).history
    let chart = history.chart(on: 100, .latest)
    let paths = PathSearch(chart.successions)
    for unit in chart.units.keys.sorted() {
      for direction in [LineageDirection.back, .forward, .both] {
        let lineage = try #require(history.lineage(of: unit, asOf: 100, direction))
        let found = Set(lineage.edges.map { "\($0.event) \($0.from)>\($0.to)" })
        #expect(found == paths.links(of: unit, direction), "\(unit) \(direction)")
      }
    }
  }
}
