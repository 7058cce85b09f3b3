import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("A claim held against the ledger")
struct ClaimTests {
  /// Three shops under a mill, one of them in a hall, and a class of stalls; an office elsewhere.
  private static let opening = act(
    "opening", on: 1,
    .registered(
      unit("mill", kind: "mill"), unit("hall", kind: "hall", under: "mill"),
      unit("bakery", kind: "shop", under: "mill"), unit("dairy", kind: "shop", under: "mill"),
      unit("kiosk", kind: "shop", under: "hall"), unit("office", kind: "office")),
    .registered(
      Birth(
        id: "stalls", name: Name("stalls"), kind: "shop", parent: .under("mill"), collective: true,
        members: 9)))
  private static let closing = act("closing", on: 5, .dissolved("dairy"))

  private func history(
    _ claims: [Claim], coverage: [Coverage] = [], acts: [Act] = [opening, closing],
    conflicts: [Conflict] = []
  ) throws -> History {
    History(
      facts: try Given(acts).timeline.facts, claims: claims, conflicts: conflicts,
      coverage: coverage)
  }

  private func answer(
    _ claim: Claim, coverage: [Coverage] = [], acts: [Act] = [opening, closing]
  ) throws -> ClaimAnswer {
    try #require(history([claim], coverage: coverage, acts: acts).reconcile("claim"))
  }

  private func count(
    _ kinds: [String] = ["shop"], under unit: UnitID? = "mill", level: Claim.Level = .all,
    on day: ImpreciseDay? = ImpreciseDay(3), value: Decimal?,
    comparator: Claim.Comparator = .equal
  ) -> Claim {
    Claim(
      id: "claim", instrument: "text", asOf: day,
      measure: .count(kinds: kinds, under: unit, level: level), value: value,
      comparator: comparator)
  }

  private let all = Coverage(instrument: "text", kinds: ["shop"], under: "mill", from: 1)

  @Test(
    arguments: [
      (2, .equal, .differs, .differs), (3, .equal, .holds, .holds),
      (4, .equal, .cannotTell, .differs), (2, .atLeast, .holds, .holds),
      (3, .atLeast, .holds, .holds), (4, .atLeast, .cannotTell, .differs),
      (2, .atMost, .differs, .differs), (3, .atMost, .holds, .holds),
      (4, .atMost, .cannotTell, .holds),
    ] as [(Decimal, Claim.Comparator, ClaimResult, ClaimResult)])
  func `gets a verdict by what is named, and another where all are`(
    value: Decimal, comparator: Claim.Comparator, open: ClaimResult, complete: ClaimResult
  ) throws {
    let claim = count(value: value, comparator: comparator)
    let answer = try answer(claim)
    #expect(answer.result == open)
    #expect(answer.found == 3)
    #expect(answer.difference.map { 3 - $0.digits } == value.digits)
    #expect(try self.answer(claim, coverage: [all]).result == complete)
  }

  @Test func `counts no class, and tells which units it counted`() throws {
    let answer = try answer(count(value: 3))
    #expect(answer.units == ["bakery", "dairy", "kiosk"])
    #expect(try self.answer(count(level: .direct, value: 2)).units == ["bakery", "dairy"])
    #expect(try self.answer(count(["shop", "hall"], value: 4)).result == .holds)
    #expect(try self.answer(count(["shop", "office"], under: nil, value: 4)).result == .holds)
    #expect(try self.answer(count(["mill"], under: nil, level: .direct, value: 1)).found == 1)
  }

  @Test(
    arguments: [
      (Coverage(instrument: "text", kinds: ["hall"], under: "mill", from: 1), .cannotTell),
      (Coverage(instrument: "text", kinds: ["shop"], under: "hall", from: 1), .cannotTell),
      (Coverage(instrument: "text", kinds: ["shop"], under: "mill", from: 4), .cannotTell),
      (Coverage(instrument: "text", kinds: ["shop"], under: "mill", from: 1, to: 3), .cannotTell),
      (Coverage(instrument: "text", kinds: ["shop"], from: 3, to: 4), .differs),
      (Coverage(instrument: "text", kinds: ["shop", "hall"], under: "mill", from: 3), .differs),
    ] as [(Coverage, ClaimResult)])
  func `takes a list for complete only for its kinds, there, on its days`(
    coverage: Coverage, result: ClaimResult
  ) throws {
    #expect(try answer(count(value: 4), coverage: [coverage]).result == result)
  }

  @Test func `takes the list of a whole for that of its part`() throws {
    let kiosks = count(under: "hall", value: 2)
    #expect(try answer(kiosks, coverage: [all]).result == .differs)
  }

  @Test func `is held against what is certain, and told what is possible`() throws {
    let late = act(
      "late", on: try ImpreciseDay("1970-01-03/1970-01-09"),
      [.founded(unit("mart", kind: "shop", under: "mill"))])
    let acts = [Self.opening, late]
    let four = try answer(count(on: ImpreciseDay(5), value: 4), acts: acts)
    #expect(four.found == 3)
    #expect(four.possible == 4)
    #expect(four.result == .cannotTell)
    #expect(four.units.count == 4)
    #expect(try answer(count(on: ImpreciseDay(5), value: 2), acts: acts).result == .differs)
    let five = count(on: ImpreciseDay(5), value: 5)
    #expect(try answer(five, coverage: [all], acts: acts).result == .differs)
  }

  @Test func `of an imprecise day is held against both of its ends`() throws {
    let days = try ImpreciseDay("1970-01-03/1970-01-08")
    let three = try answer(count(on: days, value: 3))
    #expect(three.found == 2)
    #expect(three.possible == 3)
    #expect(three.result == .cannotTell)
    #expect(try answer(count(on: days, value: 1)).result == .differs)
    #expect(try answer(count(["hall"], on: days, value: 1)).result == .holds)
    guard case .counted(let counts) = three.explanation.ledger else {
      Issue.record("\(three.explanation.ledger)")
      return
    }
    #expect(counts.map(\.day) == [2, 7])
    #expect(counts.map(\.certain) == [3, 2])
    #expect(counts.map(\.possible) == [3, 2])
    #expect(counts.map(\.isComplete) == [false, false])
  }

  @Test func `of an imprecise day is held against every day in it`() throws {
    let acts = [
      Self.opening, act("less", on: 5, .dissolved("dairy")),
      act("more", on: 7, .founded(unit("mart", kind: "shop", under: "mill"))),
    ]
    let days = ImpreciseDay(earliest: 3, latest: 8)
    // Three on both ends, and two in between.
    #expect(try answer(count(on: days, value: 3), acts: acts).result == .cannotTell)
    #expect(try answer(count(on: days, value: 2), acts: acts).result == .cannotTell)
    #expect(try answer(count(on: days, value: 1), acts: acts).result == .differs)
  }

  @Test func `tells of units whose place is not stated, and is not refuted by them`() throws {
    let lost = act("lost", on: 2, .reparented(["dairy"], under: .notStated))
    let acts = [Self.opening, lost]
    let three = try answer(count(value: 3), coverage: [all], acts: acts)
    #expect(three.found == 2)
    #expect(three.result == .cannotTell)
    #expect(try answer(count(value: 4), coverage: [all], acts: acts).result == .differs)
  }

  @Test func `cannot be told without a day, a number or a known unit`() throws {
    #expect(try answer(count(on: nil, value: 3)).explanation.ledger == .dayNotStated)
    let open = try ImpreciseDay("1970-01-03/..")
    #expect(try answer(count(on: open, value: 3)).explanation.ledger == .dayNotStated)
    let unknown = try answer(count(under: "barn", value: 0))
    #expect(unknown.explanation.ledger == .noSuchUnit("barn"))
    #expect(unknown.result == .cannotTell)
    let silent = try answer(count(value: nil))
    #expect(silent.found == 3)
    #expect(silent.difference == nil)
    #expect(silent.result == .cannotTell)
    let figure = Claim(
      id: "claim", instrument: "text", measure: .figure(what: "rain", unit: "mm"), value: 3)
    #expect(try answer(figure).explanation.ledger == .outside)
    #expect(try answer(figure).result == .cannotTell)
  }

  @Test(
    arguments: [
      (-1, .holds, .holds), (-2, .cannotTell, .differs), (0, .cannotTell, .differs),
      (1, .cannotTell, .differs),
    ] as [(Decimal, ClaimResult, ClaimResult)])
  func `of a loss is compared by its size`(
    value: Decimal, open: ClaimResult, complete: ClaimResult
  ) throws {
    let claim = Claim(
      id: "claim", instrument: "text",
      measure: .change(
        kinds: ["shop"], under: "mill", from: ImpreciseDay(3), to: ImpreciseDay(6)),
      value: value)
    let answer = try answer(claim)
    #expect(answer.found == -1)
    #expect(answer.result == open)
    #expect(try self.answer(claim, coverage: [all]).result == complete)
  }

  @Test func `of a larger loss on record differs, and of a gain likewise`() throws {
    let acts = [Self.opening, act("end", on: 5, .dissolved("dairy"), .dissolved("bakery"))]
    func change(_ from: Int32, _ to: Int32, _ value: Decimal) -> Claim {
      Claim(
        id: "claim", instrument: "text",
        measure: .change(
          kinds: ["shop"], under: nil, from: ImpreciseDay(Day(rawValue: from)),
          to: ImpreciseDay(Day(rawValue: to))), value: value)
    }
    // Only a complete list refutes: what is missing on one day makes the change larger.
    #expect(try answer(change(3, 6, -1), acts: acts).result == .cannotTell)
    #expect(try answer(change(0, 3, 2), acts: acts).result == .cannotTell)
    let everywhere = Coverage(instrument: "text", kinds: ["shop"], from: 0)
    let loss = try answer(change(3, 6, -1), coverage: [everywhere], acts: acts)
    #expect(loss.result == .differs)
    let gain = try answer(change(0, 3, 2), coverage: [everywhere], acts: acts)
    #expect(gain.result == .differs)
    #expect(try answer(change(0, 3, 3), acts: acts).result == .holds)
    #expect(try answer(change(0, 3, 4), acts: acts).result == .cannotTell)
    #expect(try answer(change(3, 4, 0), acts: acts).result == .holds)
  }

  @Test func `counts a unit of imprecise birth once for both days of a change`() throws {
    let acts = [
      Self.opening,
      act("old", on: try ImpreciseDay("../1970-01-20"), [.registered(unit("mart", kind: "shop"))]),
    ]
    let claim = Claim(
      id: "claim", instrument: "text",
      measure: .change(kinds: ["shop"], under: nil, from: ImpreciseDay(3), to: ImpreciseDay(6)),
      value: 0)
    let answer = try answer(claim, acts: acts)
    #expect(answer.result == .holds)
    #expect(answer.found == 0)
  }

  @Test func `of posts adds the quotas of the topmost units that have one`() throws {
    let quotas = act(
      "quotas", on: 2, .quotaSet(Quota(scheme: "staff", value: "12"), for: "bakery"),
      .quotaSet(Quota(scheme: "staff", value: "7.5"), for: "hall"),
      .quotaSet(Quota(scheme: "staff", value: "4"), for: "kiosk"))
    func posts(_ value: Decimal, _ scheme: String = "staff") -> Claim {
      Claim(
        id: "claim", instrument: "text", asOf: ImpreciseDay(3),
        measure: .quota(scheme: scheme, under: "mill"), value: value)
    }
    let acts = [Self.opening, quotas]
    let answer = try answer(posts(19.5), acts: acts)
    #expect(answer.result == .holds)
    #expect(answer.units == ["bakery", "hall"])
    #expect(try self.answer(posts(20), acts: acts).result == .cannotTell)
    #expect(try self.answer(posts(19), acts: acts).result == .differs)
    #expect(
      try self.answer(posts(19, "cars"), acts: acts).explanation.ledger
        == .noQuota(scheme: "cars"))
    let written = act("words", on: 2, .quotaSet(Quota(scheme: "staff", value: "many"), for: "mill"))
    let unread = try self.answer(posts(19), acts: [Self.opening, written])
    #expect(unread.result == .cannotTell)
    #expect(unread.explanation.ledger == .quotaNoNumber(unit: "mill", value: "many"))
    let open = act(
      "open", on: ImpreciseDay(earliest: Day(rawValue: 2), latest: nil),
      [.quotaSet(Quota(scheme: "staff", value: "19"), for: "mill")])
    let possible = try self.answer(posts(19), acts: [Self.opening, open])
    #expect(possible.result == .cannotTell && possible.found == nil)
    guard case .possibleQuotas("staff", let sums) = possible.explanation.ledger else {
      Issue.record("\(possible.explanation.ledger)")
      return
    }
    #expect(sums.map(\.most) == [19] && sums.map(\.units) == [["mill"]])
  }

  @Test func `counts a kind whatever its case`() throws {
    var shops = count(value: 3)
    shops.measure = .count(kinds: ["SHOP"], under: "mill", level: .all)
    let answer = try answer(shops, acts: [Self.opening])
    let plain = try self.answer(count(value: 3), acts: [Self.opening])
    #expect(answer.found == plain.found && answer.found != 0)
  }

  @Test func `is chosen by id, text, verdict and conflict, in the order of the record`() throws {
    var wrong = count(value: 2)
    wrong.id = "wrong"
    wrong.instrument = "other"
    var sum = count(value: 3)
    sum.id = "sum"
    sum.parts = ["wrong"]
    let conflict = Conflict(id: "x", instrument: "text", between: ["claim", "wrong", "closing#1"])
    let events = Conflict(id: "y", instrument: "text", between: ["opening#1", "closing#1"])
    let history = try history([wrong, count(value: 3), sum], conflicts: [conflict, events])
    func ids(_ filter: ClaimFilter) -> [ClaimID] {
      history.reconcile(filter).claims.map(\.claim.id)
    }
    #expect(ids(ClaimFilter()) == ["wrong", "claim", "sum"])
    #expect(ids(ClaimFilter(ids: ["sum", "nothing"])) == ["sum"])
    #expect(ids(ClaimFilter(instrument: "other")) == ["wrong"])
    #expect(ids(ClaimFilter(failing: true)) == ["wrong", "sum"])
    #expect(ids(ClaimFilter(inConflict: true)) == ["wrong", "claim"])
    #expect(history.reconcile(ClaimFilter(ids: ["sum"])).conflicts.isEmpty)
    #expect(history.reconcile("claim")?.conflicts == ["x"])
    #expect(history.reconcile().conflicts == [conflict])
    #expect(history.reconcile(ClaimFilter(inConflict: true)).conflicts == [conflict, events])
    #expect(
      history.reconcile(ClaimFilter(instrument: "other", inConflict: true)).conflicts
        == [conflict])
    #expect(history.reconcile("nothing") == nil)
  }
}
