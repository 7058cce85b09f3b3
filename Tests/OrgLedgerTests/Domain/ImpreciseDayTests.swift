import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("An imprecise day")
struct ImpreciseDayTests {
  /// A stretch of tiny days; `nil`: an open end.
  func between(_ from: Int32?, _ to: Int32?) -> ImpreciseDay? {
    ImpreciseDay(
      earliest: from.map(Day.init(rawValue:)), latest: to.map(Day.init(rawValue:)))
  }

  let opening = act("opening", on: 3, .registered(unit("top"), unit("a", under: "top")))

  @Test func `gives one order, however the facts come`() throws {
    let facts = try given(
      opening, act("again", on: between(1, 9), [.renamed("a", to: "new")])
    ).timeline.facts
    var second = facts[0]
    second.position = 9
    second.event.effectiveOn = ImpreciseDay(Day(rawValue: 7))
    let all = facts + [second]
    #expect(all.reversed().inOrder(.earliest).map(\.key) == all.inOrder(.earliest).map(\.key))
  }
}
