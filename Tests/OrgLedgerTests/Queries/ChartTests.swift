import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("The structure on a day")
struct ChartTests {
  private let opening = act(
    "opening", on: 1,
    .registered(
      unit("top", kind: "province"), unit("b", "B", kind: "office", under: "top"),
      unit("a", "A", kind: "office", under: "top"),
      unit("room", "Room", kind: "room", under: "b")))

  @Test func `is depth-first, siblings by birth, then name`() throws {
    let history = try given(
      opening, act("later", on: 3, .founded(unit("0", "0", under: "top")))
    ).history
    let chart = history.chart(asOf: 5)
    #expect(chart.units.map(\.id) == ["top", "a", "b", "room", "0"])
    #expect(chart.units.map(\.depth) == [0, 1, 1, 2, 1])
    #expect(history.chart(asOf: 2).units.map(\.id) == ["top", "a", "b", "room"])
    #expect(history.chart(asOf: 0).units.isEmpty)
  }

  @Test func `begins with its root, and goes so many levels down`() throws {
    let history = try given(opening).history
    #expect(history.chart(asOf: 1, root: "b").units.map(\.id) == ["b", "room"])
    #expect(history.chart(asOf: 1, root: "top", depth: 0).units.map(\.id) == ["top"])
    #expect(history.chart(asOf: 1, depth: 1).units.map(\.id) == ["top", "a", "b"])
    #expect(history.chart(asOf: 0, root: "b").units.isEmpty)
  }

  @Test func `keeps rows of a kind with their own parents, and indents what is shown`() throws {
    let history = try given(opening).history
    let rooms = history.chart(asOf: 1, kinds: ["room"]).units
    #expect(rooms.map(\.parent) == ["b"])
    #expect(rooms.map(\.depth) == [0])
    let two = history.chart(asOf: 1, kinds: ["room", "province"]).units
    #expect(two.map(\.depth) == [0, 1])
  }

  @Test func `tells what both folds say from what one says`() throws {
    let history = try given(
      opening,
      act("rename", on: try ImpreciseDay("1970-01-05/1970-01-10"), [.renamed("a", to: "A2")]),
      act("found", on: try ImpreciseDay("1970-01-05/.."), [.founded(unit("new", under: "b"))])
    ).history
    let rows = history.chart(asOf: 6).units
    #expect(rows.map(\.id) == ["top", "a", "b", "room", "new"])
    #expect(rows.map(\.name) == ["top", "A", "B", "Room", "new"])
    #expect(
      rows.map(\.certainty) == [.certain, .possible, .certain, .certain, .possible])
    #expect(rows.last?.since.description == "1970-01-05/..")
    let later = history.chart(asOf: 20).units
    #expect(later.map(\.certainty) == [.certain, .certain, .certain, .certain, .possible])
    #expect(later.map(\.name) == ["top", "A2", "B", "Room", "new"])
  }

  @Test func `makes roots of units whose place is not stated, and marks classes`() throws {
    var lost = unit("lost")
    lost.parent = .notStated
    var districts = unit("districts", under: "top")
    districts.collective = true
    let rows = try given(
      opening, act("more", on: 2, .registered(lost, districts))
    ).history.chart(asOf: 2).units
    #expect(rows.map(\.id) == ["top", "a", "b", "room", "districts", "lost"])
    #expect(rows.map(\.parentKnown) == [true, true, true, true, true, false])
    #expect(rows.filter(\.collective).map(\.id) == ["districts"])
  }

  @Test func `shows codes and functions, each in its scope`() throws {
    let rows = try given(
      opening,
      act(
        "charge", on: 2,
        .functionAssigned(
          [FunctionMention("roads", name: "Roads", scope: "room"), FunctionMention("taxes")],
          to: "a"),
        .identifierAssigned(Code(scheme: "gso", value: "01"), to: "a"))
    ).history.chart(asOf: 2).units
    let row = try #require(rows.first { $0.id == "a" })
    #expect(row.codes == ["gso": "01"])
    #expect(row.functions.map(\.id) == ["roads", "taxes"])
    #expect(row.functions.map(\.scope) == ["room", nil])
  }
}
