import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A name among many records")
struct ManyRecordsTests {
  private func withOffices(_ body: (Ledger) throws -> Void) throws {
    try withLMDBStore { store in
      try store.take(
        text,
        .act(
          act(
            "opening", on: 1,
            .registered(
              unit("a", "Office"), unit("b", "Twin"),
              unit("c", "Twin", under: "a", codes: [Code(scheme: "tax", value: "1")])))),
        .act(act("retired", on: 2, .identifierRetired(Code(scheme: "tax", value: "1"), of: "c"))),
        .act(act("plan", on: 9, status: .proposed, .founded(unit("d", "Bureau")))))
      try body(Ledger(store))
    }
  }

  private func meant(
    _ name: String, _ ledger: Ledger, searched: UInt64
  ) throws -> Result<UnitID, UnitReferenceError> {
    try ledger.unit(name, asOf: 5, .now, textsUntil: nil, searched: searched)
  }

  @Test func `that nobody bears is told at once, without what is near in writing`() throws {
    try withOffices { ledger in
      let head = try ledger.head().position
      #expect(
        try meant("Offise", ledger, searched: head - 1)
          == .failure(.notFoundAmongMany(text: "Offise", records: head)))
      guard case .failure(.notFound(_, let nearest)) = try meant("Offise", ledger, searched: head)
      else {
        Issue.record("it is no name")
        return
      }
      #expect(nearest.map(\.id) == ["a"])
    }
  }

  @Test func `that somebody bears, or several do, means them`() throws {
    try withOffices { ledger in
      #expect(try meant("office", ledger, searched: 0) == .success("a"))
      guard case .failure(.ambiguous(_, let candidates)) = try meant("twin", ledger, searched: 0)
      else {
        Issue.record("it means two")
        return
      }
      #expect(Set(candidates.map(\.id)) == ["b", "c"])
    }
  }

  @Test func `that was the code of one that is read as another is told with that one`() throws {
    try withOffices { ledger in
      let store = try #require(ledger.store as? LMDBStore)
      try store.take(
        .act(act("again", on: 3, .founded(unit("z", "Other")))),
        correcting("one", .identified(["c", "z"], as: "z"), .annulled(["again#1"])))
      guard case .failure(.notFound(_, let nearest)) = try meant("tax:1", ledger, searched: 0)
      else {
        Issue.record("nobody bears it")
        return
      }
      #expect(nearest.map(\.id) == ["z"])
    }
  }

  @Test(arguments: [("tax:1", "c"), ("Bureau", "d"), ("d", "d")] as [(String, UnitID)])
  func `that was a code once, or is only planned, is told with whose it is`(
    name: String, unit: UnitID
  ) throws {
    try withOffices { ledger in
      guard case .failure(.notFound(_, let nearest)) = try meant(name, ledger, searched: 0) else {
        Issue.record("nobody bears it")
        return
      }
      #expect(nearest.map(\.id) == [unit])
    }
  }
}
