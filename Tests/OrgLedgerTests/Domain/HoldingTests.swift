import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("A function")
struct HoldingTests {
  let roads = FunctionMention("roads", name: "Roads")
  let signs = FunctionMention("roads/signs", name: "Road signs", parent: "roads")
  var opening: Act {
    act("opening", on: 1, .registered(unit("a", functions: [roads]), unit("b"), unit("c")))
  }

  func holders(
    _ function: FunctionID, scope: UnitID? = nil, _ history: Given, on day: Int32
  ) -> [UnitID] {
    history.chart(on: Day(rawValue: day)).holders(of: HoldingKey(function, scope: scope)).keys
      .sorted()
  }

  @Test func `goes from one to another with its role`() throws {
    let after = try given(opening)
      .when(act("move", on: 5, .functionTransferred([roads], from: "a", to: "b"))).thenQuiet()
    #expect(holders("roads", after, on: 4) == ["a"])
    #expect(holders("roads", after, on: 5) == ["b"])
  }

  @Test func `is refused from who does not hold it, and the holders are named`() throws {
    let outcome = try given(opening)
      .when(act("move", on: 5, .functionTransferred([roads], from: "b", to: "c")))
    try outcome.thenRefused(by: .functionNotHeld, unit: "b", day: 5)
    #expect(outcome.violations.filter(\.rule.refuses).map(\.about) == [["roads", "a"]])
    try given(opening).when(act("end", on: 5, .functionEnded([roads], of: "b")))
      .thenRefused(by: .functionNotHeld, unit: "b", day: 5)
  }

  @Test func `that goes earlier breaks the later transfer`() throws {
    let outcome = try given(
      opening, act("later", on: 7, .functionTransferred([roads], from: "a", to: "b"))
    )
    .when(act("earlier", on: 5, .functionTransferred([roads], from: "a", to: "c")))
    try outcome.thenRefused(by: .functionNotHeld, unit: "a", day: 7)
    #expect(outcome.violations.filter(\.rule.refuses).map(\.event) == ["later#1"])
  }

  @Test func `has parts that go out of a body that keeps the rest`() throws {
    let after = try given(opening)
      .when(act("move", on: 5, .functionTransferred([signs], from: "a", to: "b"))).thenQuiet()
    #expect(holders("roads", after, on: 5) == ["a"])
    #expect(holders("roads/signs", after, on: 5) == ["b"])
    // What a function is does not change with time: a part of what a held before.
    #expect(holders("roads/signs", after, on: 4) == ["a"])
    // By its bare id from then on, and not out of the whole a second time.
    let bare = FunctionMention("roads/signs")
    try after.when(act("on", on: 7, .functionTransferred([bare], from: "b", to: "c"))).thenQuiet()
    try after.when(act("on", on: 7, .functionTransferred([bare], from: "a", to: "c")))
      .thenRefused(by: .functionNotHeld, unit: "a", day: 7)
  }

  @Test func `cannot lose a part that its whole has left before`() throws {
    try given(opening, act("part", on: 7, .functionTransferred([signs], from: "a", to: "b")))
      .when(act("whole", on: 5, .functionTransferred([roads], from: "a", to: "c")))
      .thenRefused(by: .functionNotHeld, unit: "a", day: 7)
  }

  @Test func `is held for each scope, so that eleven districts may lead it`() throws {
    let districts = (1...11).map { unit(UnitID("d\($0)")) }
    let first = Event(type: .registered, born: districts)
    var leading = act("leading", on: 3)
    for (index, district) in districts.enumerated() {
      leading.events.append(
        .functionAssigned(
          [FunctionMention("order", name: "Order", scope: district.id)], to: district.id
        )
        .with {
          $0.id = Act.eventID("leading", index)
          $0.effectiveOn = ImpreciseDay(Day(rawValue: 3))
        })
    }
    let after = try given(act("opening", on: 1, first)).when(leading).thenQuiet()
    #expect(holders("order", scope: "d7", after, on: 3) == ["d7"])
    try after.when(
      act(
        "two", on: 5,
        .functionAssigned([FunctionMention("order", name: "Order", scope: "d7")], to: "d8"))
    ).thenWarned(of: .functionLedByTwo, unit: "d7")
    // The bare id means the one scope in which a unit holds it.
    let moved = try after.when(
      act("on", on: 5, .functionTransferred([FunctionMention("order")], from: "d7", to: "d8"))
    ).thenQuiet()
    #expect(holders("order", scope: "d7", moved, on: 5) == ["d8"])
  }

  @Test func `may have one leader and others who help`() throws {
    try given(opening).when(act("help", on: 5, .functionAssigned([roads], to: "b", role: .advises)))
      .thenQuiet()
    try given(opening).when(act("lead", on: 5, .functionAssigned([roads], to: "b")))
      .thenWarned(of: .functionLedByTwo, unit: "a")
    try given(opening).when(act("again", on: 5, .functionAssigned([roads], to: "a")))
      .thenRefused(by: .noChange, unit: "a", day: 5)
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func `of a unit that merges goes its own way on that day only before the merger`(
    order: Int, isHeld: Bool
  ) throws {
    let merger = act("merger", on: 5, .merged(["a", "b"], into: unit("d")))
    let outcome = try given(opening, merger)
      .when(act("move", on: 5, order: order, .functionTransferred([roads], from: "a", to: "c")))
    if isHeld {
      let after = try outcome.thenQuiet()
      #expect(holders("roads", after, on: 5) == ["c"])
    } else {
      try outcome.thenRefused(by: .notAlive, unit: "a", day: 5)
    }
    // Out of the merged unit it goes after the merger.
    try given(opening, merger)
      .when(act("on", on: 5, order: 1, .functionTransferred([roads], from: "d", to: "c")))
      .thenQuiet()
  }

  @Test func `left to who has not begun is refused, and not lost`() throws {
    let end = Event.dissolved("a").with {
      $0.details.heldFunctions = .map(["roads": .unit("later")])
    }
    let history = try given(opening, act("later", on: 9, .founded(unit("later"))))
    try history.when(act("end", on: 5, end)).thenRefused(by: .holderNotAlive, unit: "later", day: 5)
    let after = try history.when(act("end", on: 9, order: 1, end)).thenQuiet()
    #expect(holders("roads", after, on: 9) == ["later"])
  }

  @Test func `whose new holder is not stated is held by nobody, which is said`() throws {
    let end = Event.dissolved("a").with { $0.details.heldFunctions = .map(["roads": .notStated]) }
    let after = try given(opening).when(act("end", on: 5, end))
      .thenWarned(of: .functionHeldByNobody)
    #expect(holders("roads", after, on: 5) == [])
  }
}
