import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("The acts of a folder come")
struct ImportPlanTests {
  private func order(_ acts: Act...) -> [String] {
    let document = Document(instrument: Instrument(id: "text"), acts: acts)
    let read = ReadDocument(
      document: document, file: "a.yaml", line: 1, actLines: acts.indices.map { $0 })
    return ImportPlan.byDay([read]).filter { $0.submission.kind == .act }.map(\.submission.id)
  }

  let province = act("province", on: 5, .founded(unit("p")))
  let district = act("district", on: 3, .founded(unit("d")))

  @Test func `by day, then by their order, then as they are written`() {
    let first = act("first", on: 5, order: -1, .founded(unit("x")))
    #expect(order(province, first, district) == ["district", "first", "province"])
  }

  @Test func `after those by which the units that they name begin`() {
    let open = ImpreciseDay(earliest: nil, latest: Day(rawValue: 9))
    let name = act("name", on: open, [.renamed("p", to: "New")])
    let part = act("part", on: 6, .founded(unit("q", under: "p")))
    let below = act("below", on: open, [.founded(unit("r", under: "q"))])
    #expect(
      order(below, name, province, part, district)
        == ["district", "province", "name", "part", "below"])
  }

  @Test func `at the end where they wait for each other`() {
    let one = act("one", on: 1, .founded(unit("x", under: "y")))
    let other = act("other", on: 2, .founded(unit("y", under: "x")))
    #expect(order(one, other, district) == ["district", "one", "other"])
  }
}
