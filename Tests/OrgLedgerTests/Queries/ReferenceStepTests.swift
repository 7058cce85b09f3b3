import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("What a person means by a name, step by step")
struct ReferenceStepTests {
  /// A short name that is another unit's full name later, and names that differ in writing only.
  private func committees() throws -> History {
    var first = unit("first", "Ủy ban nhân dân tỉnh", kind: "ủy ban")
    first.name.short = "UBND tỉnh"
    return try given(
      act(
        "opening", on: 1,
        .registered(
          first, unit("party", "Đảng ủy"), unit("levy", "Chi cục Thuế"),
          unit("other", "party"))),
      act("rename", on: 3, .renamed("first", to: "Ủy ban hành chính")),
      act("new", on: 5, .founded(unit("second", "UBND tỉnh"))),
      act(
        "codes", on: 6,
        .identifierAssigned(Code(scheme: "tax", value: "1:2"), to: "party"),
        .identifierAssigned(Code(scheme: "tax", value: "2"), to: "first")),
      act("twins", on: 8, .founded(unit("third", "Đảng Uỷ")))
    ).history
  }

  @Test(
    arguments: [
      // The short name of the day, then the full name of another unit.
      ("ubnd tinh", 1, "first"), ("ubnd tinh", 2, "first"), ("UBND tỉnh", 5, "second"),
      // Borne by nobody on the day: whoever ever bore it.
      ("ubnd TỈNH", 0, nil), ("Uỷ ban nhân dân tỉnh", 7, "first"),
      ("ủy ban nhân dân tỉnh", 7, "first"), ("uy ban hanh chinh", 1, "first"),
      // đ, case and where the tone mark stands.
      ("dang uy", 7, "party"), ("ĐẢNG UỶ", 7, "party"), ("Đảng ủy", 7, "party"),
      // An id comes before a name; the value of a code may hold colons.
      ("party", 7, "party"), ("PARTY", 7, "other"), ("tax:1:2", 7, "party"), ("tax:2", 6, "first"),
    ] as [(String, Int32, String?)])
  func `is one unit or none`(text: String, day: Int32, unit: String?) throws {
    let found = try? committees().unit(text, asOf: Day(rawValue: day))
    #expect(found == unit.map { UnitID($0) })
  }

  @Test func `is ambiguous where several bear it on the day, in full or short`() throws {
    #expect {
      try committees().unit("dang uy", asOf: 8)
    } throws: { error in
      guard case .ambiguous(_, let candidates) = error as? UnitReferenceError else { return false }
      return candidates.map(\.id) == ["party", "third"]
        && candidates.map(\.from) == [ImpreciseDay(1), ImpreciseDay(8)]
    }
    #expect {
      try committees().unit("UBND tỉnh", asOf: 0)
    } throws: { error in
      guard case .ambiguous(_, let candidates) = error as? UnitReferenceError else { return false }
      return candidates.map(\.id) == ["first", "second"]
    }
  }

  @Test(arguments: ["tax:2", "TAX:1:2"])
  func `is no code of another day, or in other letters`(text: String) throws {
    #expect(throws: UnitReferenceError.self) { try committees().unit(text, asOf: 5) }
  }

  @Test(arguments: [
    ("UBHC", ["Ủy ban hành chính"]), ("UBND", ["UBND tỉnh", "UBND tỉnh"]),
    ("khong co gi", []), ("cuc thue", ["Chi cục Thuế"]), ("chi cucc thue", ["Chi cục Thuế"]),
  ])
  func `is asked back with what a search finds`(text: String, names: [String]) throws {
    #expect {
      try committees().unit(text, asOf: 6)
    } throws: { error in
      guard case .notFound(_, let nearest) = error as? UnitReferenceError else { return false }
      return nearest.map(\.name) == names
    }
  }
}
