import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A name among many records")
struct ManyRecordsTests {
  @Test func `that nobody bears is told at once, without what is near in writing`() throws {
    try withLMDBStore { store in
      try store.take(
        text,
        .act(
          act(
            "opening", on: 1,
            .registered(unit("a", "Office"), unit("b", "Twin"), unit("c", "Twin", under: "a")))))
      let (ledger, head) = (Ledger(store), try store.head().position)
      func meant(_ name: String, searched: UInt64) throws -> Result<UnitID, UnitReferenceError> {
        try ledger.meant(
          by: name, among: store.unitsNamed(name).map(Scope.lives), .now, nil, searched: searched
        ) { history throws(UnitReferenceError) in try history.unit(name, asOf: 5) }
      }
      let beyond = Result<UnitID, UnitReferenceError>.failure(
        .notFoundAmongMany(text: "Offise", records: head))
      #expect(try meant("Offise", searched: head - 1) == beyond)
      guard case .failure(.notFound(_, let nearest)) = try meant("Offise", searched: head) else {
        Issue.record("it is no name")
        return
      }
      #expect(nearest.map(\.id) == ["a"])
      // Who bears it is known without the others.
      #expect(try meant("office", searched: 1) == .success("a"))
      guard case .failure(.ambiguous(_, let candidates)) = try meant("twin", searched: 1) else {
        Issue.record("it means two")
        return
      }
      #expect(Set(candidates.map(\.id)) == ["b", "c"])
      #expect(try ledger.unit("twin", asOf: 5) == meant("twin", searched: 1))
    }
  }
}
