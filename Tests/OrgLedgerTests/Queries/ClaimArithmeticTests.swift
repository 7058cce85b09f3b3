import OrgLedger
import Testing

@Suite("The arithmetic of a claim")
struct ClaimArithmeticTests {
  private static let count = Claim.Measure.count(kinds: ["shop"], under: nil, level: .all)
  private static let figure = Claim.Measure.figure(what: "rain", unit: nil)
  private static let change = Claim.Measure.change(
    kinds: ["shop"], under: nil, from: .notStated, to: .notStated)

  private func answer(_ claims: Claim...) throws -> ClaimAnswer {
    try #require(History(facts: [], claims: claims).reconcile("claim"))
  }

  private func claim(
    _ measure: Claim.Measure = figure, value: Decimal?, base: Decimal? = nil,
    percent: Decimal? = nil, parts: [ClaimID] = [], comparator: Claim.Comparator = .equal,
    id: ClaimID = "claim"
  ) -> Claim {
    Claim(
      id: id, instrument: "text", measure: measure, value: value, comparator: comparator,
      base: base, percent: percent, parts: parts)
  }

  struct Case: Sendable {
    let measure: Claim.Measure
    let value: Decimal
    let base: Decimal
    let percent: Decimal
    let result: ArithmeticResult

    init(
      _ measure: Claim.Measure, _ value: Decimal, _ base: Decimal, _ percent: Decimal,
      _ result: ArithmeticResult
    ) {
      self.measure = measure
      self.value = value
      self.base = base
      self.percent = percent
      self.result = result
    }
  }

  private static let percentages: [Case] = [
    // What went of the base, as counts tell it; and the part that is there.
    Case(count, 1, 2, 50, .holds), Case(count, 82, 108, 24, .rounded),
    Case(count, 65, 194, 66.5, .rounded),
    Case(figure, 809, 809, 100, .holds), Case(figure, 6494, 6508, 99.78, .rounded),
    Case(count, 11, 15, 25, .differs), Case(count, 65, 194, 33.5, .rounded),
    // What came to it.
    Case(count, 110, 100, 10, .holds), Case(figure, 2089, 2066, 3.9, .differs),
    // A change is itself what went, so that only its part of the base is meant.
    Case(change, -129, 194, 66.5, .rounded), Case(change, -5, 20, 25, .holds),
    Case(change, -5, 20, 125, .differs), Case(change, 5, 20, 25, .holds),
    // A sign of its own says which way.
    Case(change, -5, 20, -25, .holds), Case(change, 5, 20, -25, .differs),
    Case(count, 82, 108, -24, .rounded), Case(count, 110, 100, -10, .differs),
    // Half a unit of the last digit is still rounding, more is not.
    Case(figure, 9.5, 100, 10, .rounded), Case(figure, 9.49, 100, 10, .differs),
    Case(figure, 10.5, 100, 10, .rounded), Case(figure, 10.51, 100, 10, .differs),
  ]

  @Test(arguments: percentages)
  func `takes a percentage either way that texts write it`(one: Case) throws {
    let answer = try answer(
      claim(one.measure, value: one.value, base: one.base, percent: one.percent))
    #expect(answer.arithmetic == one.result)
    #expect(answer.stands == (one.result != .differs))
  }

  @Test func `says which reading agrees, or both where neither does`() throws {
    let fewer = try answer(claim(Self.count, value: 82, base: 108, percent: 24))
    #expect(
      fewer.explanation.arithmetic == [.percentage(.change, computed: 24.07, result: .rounded)])
    let neither = try answer(claim(Self.count, value: 11, base: 15, percent: 25))
    #expect(
      neither.explanation.arithmetic == [
        .percentage(.change, computed: 26.67, result: .differs),
        .percentage(.part, computed: 73.33, result: .differs),
      ])
  }

  @Test func `knows a percentage that was cut off, and one of the new number`() throws {
    let cut = try answer(claim(Self.count, value: 4, base: 7, percent: 42.8))
    #expect(cut.arithmetic == .differs)
    #expect(cut.explanation.arithmetic.last == .cutOff(.change))
    let new = try answer(claim(Self.count, value: 14, base: 19, percent: 35.7))
    #expect(new.arithmetic == .differs)
    #expect(new.explanation.arithmetic.last == .ofTheNewNumber)
  }

  @Test func `knows a percentage whose sign says the opposite`() throws {
    let answer = try answer(claim(Self.change, value: 5, base: 20, percent: -25))
    #expect(answer.explanation.arithmetic.last == .otherDirection)
  }

  @Test func `has nothing to compute without a base, or with one of nothing`() throws {
    for base in [nil, 0] as [Decimal?] {
      let answer = try answer(claim(value: 5, base: base, percent: 10))
      #expect(answer.arithmetic == .none)
      #expect(answer.explanation.arithmetic == [.noBase])
    }
    let plain = try answer(claim(value: 5, base: 7))
    #expect(plain.arithmetic == .none)
    #expect(plain.explanation.arithmetic.isEmpty)
  }

  struct Sum: Sendable {
    let stated: Decimal
    let parts: [Decimal]
    let comparator: Claim.Comparator
    let result: ArithmeticResult

    init(
      _ stated: Decimal, _ comparator: Claim.Comparator = .equal, of parts: [Decimal],
      _ result: ArithmeticResult
    ) {
      self.stated = stated
      self.parts = parts
      self.comparator = comparator
      self.result = result
    }
  }

  private static let sums: [Sum] = [
    Sum(5, of: [2, 3], .holds), Sum(6, of: [2, 3], .differs),
    Sum(99.99, of: [17.35, 80, 2.06, 0.58], .holds),
    Sum(100, of: [17.35, 80, 2.06, 0.58], .rounded),
    Sum(99, of: [17.35, 80, 2.06, 0.58], .differs),
    Sum(5, .atLeast, of: [3, 3], .holds), Sum(5, .atMost, of: [3, 3], .differs),
    Sum(5, .atMost, of: [2, 2], .holds),
  ]

  @Test(arguments: sums)
  func `adds parts, and takes whole numbers for exact`(one: Sum) throws {
    let ids = one.parts.indices.map { ClaimID("part-\($0)") }
    let claims =
      zip(ids, one.parts).map { claim(value: $1, id: $0) }
      + [claim(value: one.stated, parts: ids, comparator: one.comparator)]
    let answer = try #require(History(facts: [], claims: claims).reconcile("claim"))
    #expect(answer.arithmetic == one.result)
  }

  @Test func `gives no verdict on a sum that is not stated, or whose parts are not`() throws {
    let open = try answer(
      claim(value: nil, parts: ["a", "b"]), claim(value: 2, id: "a"), claim(value: 3, id: "b"))
    #expect(open.arithmetic == .none)
    #expect(open.explanation.arithmetic == [.sum(5, result: .none)])
    let lacking = try answer(claim(value: 5, parts: ["a", "b"]), claim(value: nil, id: "a"))
    #expect(lacking.arithmetic == .none)
    #expect(
      lacking.explanation.arithmetic == [
        .partsNotRecorded(["b"]), .partsWithoutNumber(["a"]),
      ])
  }

  @Test func `counts the worst of percentage and parts`() throws {
    let answer = try answer(
      claim(value: 5, base: 20, percent: 25, parts: ["a"]), claim(value: 4, id: "a"))
    #expect(answer.arithmetic == .differs)
    #expect(answer.explanation.arithmetic.count == 2)
  }

  @Test(arguments: ["999999999999999999", "-999999999999999999", "0.00000000000000001"])
  func `is not computed where the numbers are too long for it`(text: String) throws {
    let number = try #require(Decimal(text))
    let answer = try answer(
      claim(value: number, base: number, percent: number, parts: ["claim", "claim"]))
    #expect(answer.arithmetic == .differs || answer.explanation.arithmetic.contains(.tooLong))
  }
}
