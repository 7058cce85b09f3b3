import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("The acts of a folder come")
struct ImportPlanTests {
  private func order(_ acts: Act...) -> [String] {
    let document = Document(instrument: Instrument(id: "text"), acts: acts)
    let read = ReadDocument(
      document: document, file: "a.yaml", line: 1, actLines: acts.indices.map { $0 },
      claimLines: [],
      conflictLines: [], coverageLines: [])
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

  @Test func `as plans after the units that they name, and before what carries them out`() {
    let open = ImpreciseDay(earliest: nil, latest: Day(rawValue: 9))
    let end = act("end", on: open, status: .proposed, [.dissolved("p")])
    let plan = act("plan", on: nil, status: .proposed, [.renamed("d", to: "New")])
    let done = act("done", on: 7, enacts: ["plan"], .renamed("d", to: "New"))
    #expect(
      order(end, done, province, plan, district) == ["district", "province", "end", "plan", "done"])
  }

  @Test func `about the record as soon as what they name is there, whatever their day`() {
    let undo = act("undo", on: 1, .annulled(["fix#1"]))
    let moved = Event.founded(unit("d", under: "p"))
    let fix = act("fix", on: nil, [.corrected("district#1", by: .event(moved))])
    let later = act("later", on: 6, .founded(unit("x")))
    #expect(
      order(undo, later, province, fix, district)
        == ["district", "province", "fix", "undo", "later"])
  }

  @Test func `about the record in the order in which they are written, where they share a unit`() {
    // Taken back before it was moved to another unit, the renaming would name what is gone.
    let moved = act("moved", on: nil, [.corrected("name#1", by: .event(.renamed("d", to: "New")))])
    let gone = act("gone", on: nil, [.annulled(["province"])])
    let other = act("other", on: nil, [.annulled(["x"])])
    let (name, x) = (
      act("name", on: 8, .renamed("p", to: "N")), act("x", on: 9, .founded(unit("x")))
    )
    #expect(
      order(district, x, province, name, moved, gone, other)
        == ["district", "province", "name", "moved", "gone", "x", "other"])
  }

  @Test func `about a claim after it, and that after the unit under which it counts`() {
    let fix = act("fix", on: nil, [.corrected("claim", by: nil)])
    let other = act("other", on: 2, .founded(unit("x")))
    func claim(_ id: ClaimID) -> Claim {
      Claim(
        id: id, instrument: "text", asOf: ImpreciseDay(Day(rawValue: 9)),
        measure: .count(kinds: ["commune"], under: "p", level: .direct), value: Decimal(digits: 1))
    }
    let document = Document(
      instrument: Instrument(id: "text"), acts: [fix, other, province, district],
      claims: [claim("claim"), claim("last")])
    let read = ReadDocument(
      document: document, file: "a.yaml", line: 1, actLines: [0, 1, 2, 3], claimLines: [8, 9],
      conflictLines: [], coverageLines: [])
    let planned = ImportPlan.byDay([read])
    #expect(
      planned.map(\.submission.id)
        == ["text", "other", "district", "province", "claim", "fix", "last"])
    #expect(planned.map(\.line) == [1, 1, 3, 2, 8, 0, 9])
  }

  @Test func `in their own order within a day, whatever they name`() {
    let first = act("first", on: 5, .reparented(["d"], under: .under("p")))
    #expect(order(first, province) == ["first", "province"])
  }

  @Test func `at the end where they wait for each other`() {
    let open = ImpreciseDay(earliest: nil, latest: Day(rawValue: 9))
    let one = act("one", on: open, [.founded(unit("x", under: "y"))])
    let other = act("other", on: open, [.founded(unit("y", under: "x"))])
    #expect(order(one, other, district) == ["district", "one", "other"])
  }
}
