import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("What differs between two days")
struct DiffTests {
  private let opening = act(
    "opening", on: 1,
    .registered(
      unit("top"), unit("a", "A", under: "top", functions: [FunctionMention("roads")]),
      unit("b", "B", under: "top"), unit("room", under: "a")))

  @Test func `is what was born, what ended and into what lives then`() throws {
    let history = try given(
      opening, act("merger", on: 3, .merged(["a", "b"], into: unit("c", under: "top"))),
      act("next", on: 4, .replaced("c", by: unit("d", under: "top")))
    ).history
    let diff = try history.diff(from: 2, to: 5)
    #expect(diff.born.map(\.unit) == ["d"])
    #expect(diff.ended.map(\.unit) == ["a", "b"])
    #expect(diff.ended.map(\.into) == [["d"], ["d"]])
    #expect(diff.ended.map(\.event) == ["merger#1", "merger#1"])
    #expect(diff.reparented.map(\.unit) == ["room"])
    #expect(diff.reparented.map(\.after.placement) == [.under("d")])
    #expect(diff.reparented.map(\.event) == ["next#1"])
    #expect(diff.functions.map(\.from) == ["a"])
    #expect(diff.functions.map(\.to) == ["d"])
    #expect(diff.functions.map(\.event) == ["next#1"])
  }

  @Test func `leaves out what was undone, and names the last event of what was not`() throws {
    let history = try given(
      opening, act("one", on: 3, .renamed("a", to: "A2"), .renamed("b", to: "B2")),
      act("two", on: 4, .renamed("a", to: "A"), .renamed("b", to: "B3")),
      act("kind", on: 4, .reclassified(["a"], as: "bureau")),
      act("code", on: 4, .identifierAssigned(Code(scheme: "gso", value: "1"), to: "a"))
    ).history
    let diff = try history.diff(from: 2, to: 5)
    #expect(diff.renamed.map(\.unit) == ["b"])
    #expect(diff.renamed.map(\.before) == ["B"])
    #expect(diff.renamed.map(\.after) == ["B3"])
    #expect(diff.renamed.map(\.event) == ["two#2"])
    #expect(diff.reclassified.map(\.after) == ["bureau"])
    #expect(diff.identifiers.map(\.after) == ["1"])
    #expect(diff.identifiers.map(\.before) == [nil])
    #expect(diff.born.isEmpty && diff.ended.isEmpty)
  }

  @Test func `of a day with itself is nothing, and of a later with an earlier one an error`() throws
  {
    let history = try given(opening).history
    let diff = try history.diff(from: 1, to: 1)
    #expect(diff.born.isEmpty && diff.ended.isEmpty && diff.functions.isEmpty)
    #expect(try history.diff(from: 0, to: 1).born.count == 4)
    #expect(throws: TwoDaysError.reversed(from: 2, to: 1)) { try history.diff(from: 2, to: 1) }
  }

  @Test func `tells functions that nobody held before, or holds any more`() throws {
    let history = try given(
      opening,
      act(
        "new", on: 3, .functionAssigned([FunctionMention("taxes")], to: "b"),
        .functionEnded([FunctionMention("roads")], of: "a"))
    ).history
    let changes = try history.diff(from: 2, to: 3).functions
    #expect(changes.map(\.function) == ["taxes", "roads"])
    #expect(changes.map(\.from) == [nil, "a"])
    #expect(changes.map(\.to) == ["b", nil])
  }
}
