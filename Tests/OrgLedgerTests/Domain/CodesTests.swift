import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("A code")
struct CodesTests {
  let one = Code(scheme: "number", value: "1")
  let two = Code(scheme: "number", value: "2")

  /// Two units with a code each, and one of another kind without.
  var opening: Act {
    act(
      "opening", on: 1,
      .registered(unit("a", codes: [one]), unit("b", codes: [two]), unit("ward", kind: "ward")))
  }

  @Test func `takes the place of the unit's earlier one in its scheme`() throws {
    let three = Code(scheme: "number", value: "3")
    let other = Code(scheme: "tax", value: "1")
    let after = try given(opening, act("tax", on: 2, .identifierAssigned(other, to: "a")))
      .when(act("code", on: 5, .identifierAssigned(three, to: "a"))).thenQuiet()
    #expect(after.chart(on: Day(rawValue: 5)).units["a"]?.currentCodes == [three, other])
    #expect(after.chart(on: Day(rawValue: 4)).units["a"]?.currentCodes == [one, other])
  }

  @Test func `is gone once it is retired`() throws {
    let after = try given(opening)
      .when(act("code", on: 5, .identifierRetired(one, of: "a"))).thenQuiet()
    #expect(after.chart(on: Day(rawValue: 5)).units["a"]?.currentCodes == [])
  }

  @Test func `that the unit has is not assigned again, one that it has not is not retired`() throws
  {
    try given(opening).when(act("code", on: 5, .identifierAssigned(one, to: "a")))
      .thenRefused(by: .noChange, unit: "a", day: 5)
    try given(opening).when(act("code", on: 5, .identifierRetired(one, of: "ward")))
      .thenRefused(by: .noChange, unit: "ward", day: 5)
    try given(opening).when(act("code", on: 5, .identifierRetired(two, of: "a")))
      .thenRefused(by: .codeNotBorne, unit: "a", day: 5)
  }

  @Test func `that is retired leaves nothing to retire later`() throws {
    try given(opening, act("later", on: 7, .identifierRetired(one, of: "a")))
      .when(act("earlier", on: 5, .identifierRetired(one, of: "a")))
      .thenRefused(by: .noChange, unit: "a", day: 7)
  }

  @Test func `on two living units of a kind is said`() throws {
    try given(opening).when(act("code", on: 5, .identifierAssigned(two, to: "a")))
      .thenWarned(of: .codeOnTwo, unit: "a")
    try given(opening).when(act("code", on: 5, .identifierAssigned(two, to: "ward"))).thenQuiet()
  }

  @Test func `on two units that come to be of a kind is said`() throws {
    let two = act("code", on: 2, .identifierAssigned(one, to: "ward"))
    try given(opening, two).when(act("kind", on: 5, .reclassified(["ward"], as: "unit")))
      .thenWarned(of: .codeOnTwo, unit: "ward")
    try given(opening, two).when(act("kind", on: 5, .reclassified(["ward"], as: "office")))
      .thenQuiet()
    // Told where the kind has changed before the code was given.
    try given(opening, act("code", on: 7, .identifierAssigned(one, to: "ward")))
      .when(act("kind", on: 5, .reclassified(["ward"], as: "unit")))
      .thenWarned(of: .codeOnTwo, unit: "ward")
  }

  @Test func `may be swapped within a day, in one act or in two`() throws {
    try given(opening)
      .when(
        act("swap", on: 5, .identifierAssigned(two, to: "a"), .identifierAssigned(one, to: "b"))
      )
      .thenQuiet()
    let half = try given(opening)
      .when(act("half", on: 5, .identifierAssigned(two, to: "a"))).thenAccepted()
    try half.when(act("rest", on: 5, .identifierAssigned(one, to: "b"))).thenQuiet()
  }

  @Test func `of a unit that ends is free in the same event`() throws {
    try given(opening).when(act("next", on: 5, .replaced("a", by: unit("c", codes: [one]))))
      .thenQuiet()
  }

  @Test(arguments: [(5, false), (6, true)] as [(Int32, Bool)])
  func `that returns on another unit after a day without a bearer is said`(
    day: Int32, returns: Bool
  ) throws {
    let outcome = try given(opening, act("end", on: 5, .dissolved("a")))
      .when(act("again", on: day, .founded(unit("c", codes: [one]))))
    if returns {
      try outcome.thenWarned(of: .codeReturns, unit: "c")
    } else {
      try outcome.thenQuiet()
    }
  }

  @Test func `that returns to the unit that bore it last is no matter`() throws {
    try given(
      opening, act("end", on: 3, .dissolved("a")),
      act("out", on: 6, .identifierRetired(two, of: "b"))
    )
    .when(act("in", on: 9, .identifierAssigned(two, to: "b"))).thenQuiet()
  }

  @Test func `that was handed on from one to the next does not return`() throws {
    try given(
      opening, act("second", on: 5, .replaced("a", by: unit("c", codes: [one])))
    )
    .when(act("third", on: 9, .replaced("c", by: unit("d", codes: [one])))).thenQuiet()
  }

  @Test func `returns also where its bearer turns out to have ended earlier`() throws {
    try given(
      opening, act("ward", on: 9, .identifierAssigned(one, to: "ward"))
    )
    .when(act("end", on: 5, .dissolved("a"))).thenWarned(of: .codeReturns, unit: "ward")
  }

  @Test func `is retired by who bears it, later acts considered`() throws {
    try given(opening, act("later", on: 7, .identifierRetired(one, of: "a")))
      .when(act("earlier", on: 5, .identifierAssigned(two, to: "a")))
      .thenRefused(by: .codeNotBorne, unit: "a", day: 7)
  }

  @Test func `returns also where its bearer turns out to have got another earlier`() throws {
    let three = Code(scheme: "number", value: "3")
    try given(opening, act("ward", on: 9, .identifierAssigned(one, to: "ward")))
      .when(act("other", on: 5, .identifierAssigned(three, to: "a")))
      .thenWarned(of: .codeReturns, unit: "ward")
  }
}
