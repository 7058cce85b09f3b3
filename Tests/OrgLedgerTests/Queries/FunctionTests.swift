import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("Who holds what")
struct FunctionTests {
  private let roads = FunctionMention("roads", name: "Quản lý đường bộ")
  private func history() throws -> History {
    try given(
      act(
        "opening", on: 1,
        .registered(unit("top"), unit("a", "A", functions: [roads]), unit("b", "B"), unit("d"))),
      act("ground", on: 2, .functionAssigned([FunctionMention("ground", scope: "d")], to: "a")),
      act("also", on: 2, .functionAssigned([FunctionMention("ground", scope: "top")], to: "b")),
      act("detour", on: 3, .functionAssigned([roads], to: "d", role: .advises)),
      act("move", on: 4, .functionTransferred([FunctionMention("roads")], from: "a", to: "b")),
      act(
        "split", on: 5,
        .functionTransferred(
          [FunctionMention("tolls", name: "Tolls", parent: "roads")], from: "b", to: "a"))
    ).history
  }

  @Test func `is told in every scope, with the path to the present holder`() throws {
    let history = try history()
    let before = history.who("roads", asOf: 3)
    #expect(before.holders.map(\.unit) == ["a", "d"])
    #expect(before.holders.map(\.role) == [.leads, .advises])
    #expect(before.path == ["opening#1", "detour#1"])
    #expect(history.who("roads", asOf: 4).path == ["opening#1", "detour#1", "move#1"])
    #expect(history.who("ground", asOf: 4).holders.map(\.scope) == ["d", "top"])
  }

  @Test func `is told of a unit without what others may be charged with instead`() throws {
    let tolls = FunctionMention("tolls", name: "Tolls", parent: "roads")
    let history = try given(
      act("opening", on: 1, .registered(unit("a", functions: [roads]))),
      act(
        "later", on: ImpreciseDay(earliest: 5, latest: 9),
        [.registered(unit("b", functions: [tolls]))])
    ).history
    // Whoever asks of all sees that the part may be another's already.
    let all = history.functions(asOf: 7).functions.first { $0.id == "tolls" }
    #expect(all?.holders.map(\.unit) == ["a", "b"])
    #expect(all?.holders.allSatisfy { $0.certainty == .possible } == true)
    #expect(history.functions(asOf: 7, unit: "a").functions.map(\.id) == ["roads"])
    #expect(history.functions(asOf: 7, unit: "b").functions.map(\.id) == ["tolls"])
  }

  @Test func `is told of a part as of its whole until it is held alone`() throws {
    let history = try history()
    #expect(history.who("tolls", asOf: 5).holders.map(\.unit) == ["a"])
    #expect(history.who("tolls", asOf: 5).path.last == "split#1")
    #expect(history.who("roads", asOf: 5).holders.map(\.unit) == ["b", "d"])
    #expect(history.who("nothing", asOf: 5).holders.isEmpty)
  }

  @Test func `is listed by function and scope, of all units or of one`() throws {
    let history = try history()
    let all = history.functions(asOf: 2).functions
    #expect(all.map(\.id) == ["ground", "ground", "roads"])
    #expect(all.map { $0.holders.map(\.unit) } == [["a"], ["b"], ["a"]])
    #expect(history.functions(asOf: 2, unit: "b").functions.map(\.scope) == ["top"])
    #expect(history.functions(asOf: 0).functions.isEmpty)
  }

  @Test func `is found by name, whatever the marks`() throws {
    let history = try history()
    #expect(try history.function("quan ly duong bo") == "roads")
    #expect(try history.function("roads") == "roads")
    #expect {
      try history.function("quan ly duong b")
    } throws: { error in
      guard case .notFound(_, let nearest) = error as? FunctionReferenceError else { return false }
      return nearest.map(\.id) == ["roads"]
    }
  }

  @Test func `is lost where nobody holds it any more`() throws {
    let ended = try given(
      act("opening", on: 1, .registered(unit("a", functions: [roads]))),
      act("end", on: 2, .functionEnded([roads], of: "a"))
    ).history
    #expect(ended.functions(asOf: 2).functions.map(\.holders.isEmpty) == [true])
    #expect(ended.who("roads", asOf: 2).holders.isEmpty)
    #expect(ended.who("roads", asOf: 2).path == ["opening#1", "end#1"])
    #expect(ended.who("roads", asOf: 2).unstated.isEmpty)
    #expect(ended.functions(asOf: 2).functions.map(\.unstated) == [nil])
    #expect(try ended.diff(from: 1, to: 2).functions.map(\.toKnown) == [true])
  }

  @Test func `comes to its new holder by that alone, however it was lost before`() throws {
    let again = try given(
      act("opening", on: 1, .registered(unit("a", functions: [roads]), unit("b"))),
      act("end", on: 2, .functionEnded([roads], of: "a")),
      act("again", on: 5, .functionAssigned([roads], to: "b"))
    ).history
    #expect(again.who("roads", asOf: 5).path == ["again#1"])
  }

  @Test func `is held by somebody who is not stated where an end says so`() throws {
    let end = Event.dissolved("a").with { $0.details.heldFunctions = .map(["roads": .notStated]) }
    let lost = try given(
      act("opening", on: 1, .registered(unit("a", functions: [roads]), unit("b"))),
      act("end", on: 3, end), act("found", on: 5, .functionAssigned([roads], to: "b"))
    ).history
    let between = lost.who("roads", asOf: 4)
    #expect(between.holders.isEmpty)
    #expect(between.unstated.map(\.event) == ["end#1"])
    #expect(between.path == ["opening#1", "end#1"])
    #expect(lost.functions(asOf: 4).functions.map { $0.unstated?.since } == [ImpreciseDay(3)])
    #expect(try lost.diff(from: 2, to: 4).functions.map(\.toKnown) == [false])
    #expect(try lost.diff(from: 4, to: 5).functions.map(\.fromKnown) == [false])
    // Once somebody holds it, it is stated again.
    #expect(lost.who("roads", asOf: 5).unstated.isEmpty)
    // Before its first mention nothing is known of it.
    #expect(try lost.diff(from: 0, to: 1).functions.map(\.fromKnown) == [false])
  }
}
