import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("What a person means by a name")
struct ReferenceTests {
  /// A department that is renamed on day 5 and ends on day 9; another takes its old name on day 7.
  private func departments() throws -> History {
    try given(
      act(
        "opening", on: 1,
        .registered(unit("top", "Ủy ban"), unit("tax", "Sở Thuế", under: "top")),
        .founded(unit("other", "Sở Khác", under: "top", codes: [Code(scheme: "gso", value: "7")]))),
      act("rename", on: 5, .renamed("tax", to: "Sở Tài chính")),
      act(
        "new", on: 7, .founded(unit("levy", "Sở Thuế", under: "top")),
        .dissolved("other")),
      act(
        "recycled", on: 8,
        .founded(unit("heir", "Người thừa", under: "top", codes: [Code(scheme: "gso", value: "7")]))
      ),
      act("end", on: 9, .dissolved("levy"))
    ).history
  }

  @Test func `is an id, whatever the day`() throws {
    #expect(try departments().unit("levy", asOf: 1) == "levy")
  }

  @Test(arguments: [
    ("so thue", 1, "tax"), ("SỞ THUẾ", 7, "levy"), ("Uỷ ban", 3, "top"), ("gso:7", 6, "other"),
    ("gso:7", 8, "heir"), ("so tai chinh", 3, "tax"),
  ])
  func `is what bears it on the day, else what ever bore it`(
    text: String, day: Int32, unit: String
  ) throws {
    #expect(try departments().unit(text, asOf: Day(rawValue: day)) == UnitID(unit))
  }

  @Test func `is refused where several ever bore it`() throws {
    let error = #expect(throws: UnitReferenceError.self) {
      try departments().unit("sở thuế", asOf: 20)
    }
    guard case .ambiguous(_, let candidates) = error else {
      Issue.record("expected candidates, got \(String(describing: error))")
      return
    }
    #expect(candidates.map(\.id) == ["tax", "levy"])
    #expect(candidates.map(\.name) == ["Sở Tài chính", "Sở Thuế"])
    #expect(candidates.map(\.to) == [nil, ImpreciseDay(9)])
  }

  @Test func `is refused where nothing is meant, with what is near`() throws {
    let error = #expect(throws: UnitReferenceError.self) {
      try departments().unit("So Tai Chin", asOf: 20)
    }
    guard case .notFound(_, let nearest) = error else {
      Issue.record("expected the nearest, got \(String(describing: error))")
      return
    }
    #expect(nearest.first?.id == "tax")
    #expect(nearest.first?.name == "Sở Tài chính")
  }

  @Test func `is refused for a part of a name, with the names that hold it`() throws {
    #expect {
      try departments().unit("chinh", asOf: 7)
    } throws: { error in
      guard case .notFound(_, let nearest) = error as? UnitReferenceError else { return false }
      return nearest.map(\.id) == ["tax"]
    }
  }

  @Test func `is refused where a code is borne on other days only, with who bore it`() throws {
    #expect {
      try departments().unit("gso:7", asOf: 7)
    } throws: { error in
      guard case .notFound(_, let nearest) = error as? UnitReferenceError else { return false }
      return nearest.map(\.id) == ["heir", "other"]
    }
  }

  @Test func `is a short name too`() throws {
    var born = unit("ubnd", "Ủy ban nhân dân tỉnh")
    born.name.short = "UBND tỉnh"
    let history = try given(act("opening", on: 1, .registered(born))).history
    #expect(try history.unit("ubnd tinh", asOf: 1) == "ubnd")
  }
}
