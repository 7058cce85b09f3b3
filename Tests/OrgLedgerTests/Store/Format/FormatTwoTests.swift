import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A store of format 2 that was written before")
struct FormatTwoTests {
  let stored = StoredBefore(format: 2)
  private static let days = ["01/02/2021", "01/06/2022", "01/06/2023", "01/06/2024"]

  @Test(arguments: [false, true])
  func `holds what it held, byte by byte`(readOnly: Bool) throws {
    var expected = try stored.expected()
    try stored.withCopy(readOnly: readOnly) { store in
      let found = try StoredBefore.describe(store, days: Self.days)
      // Opened for writing, it becomes one of this format.
      if !readOnly {
        expected[0] = expected[0].replacing("format 2,", with: "format \(StoreFormat.current),")
      }
      if found != expected { Issue.record("it holds:\n\(found.joined(separator: "\n"))\n.") }
    }
  }

  @Test(arguments: [false, true])
  func `answers as its records say, and nothing in it is amiss`(readOnly: Bool) throws {
    try stored.withCopy(readOnly: readOnly) { store in
      let examination = try store.examine()
      #expect(examination.findings.isEmpty)
      #expect(examination.readModel == (readOnly ? nil : try store.head().position))
      for day in try Self.days.map({ try Day($0) }) {
        let chart = try Ledger(store).history().chart(asOf: day)
        #expect(try Ledger(store).chart(asOf: day) == chart)
      }
    }
  }

  @Test func `tells of a namesake that had moved beside the new unit before`() throws {
    try stored.withCopy(readOnly: false) { store in
      let found = Act(
        id: "them", instrument: "nq/1",
        events: [
          Event(
            id: "them#1", type: .founded, effectiveOn: ImpreciseDay(try Day("01/06/2024")),
            born: [unit("xa-4", "Xã Một", kind: "xã", under: "huyen-a")])
        ])
      let result = try store.append(AppendRequest([.act(found)]))
      guard case .appended(_, let warnings) = result.outcomes.first else {
        Issue.record("\(String(describing: result.refusal))")
        return
      }
      #expect(warnings.map(\.about) == [["Xã Một", "xa-1", "xa-2"]])
    }
  }

  @Test func `is found to lack a name under a parent to which the unit came later`() throws {
    try stored.withCopy(readOnly: false) { store in
      let naming = try #require(try store.position(of: .event, id: "mo-dau#1"))
      let isThere = try store.environment.write {
        (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
        let key = try Key.mention(.name("Xã Một", under: "huyen-a")) {
          entity throws(StoreError) in
          try transaction.number(of: entity, store.tables)
        }
        var entry = key ?? []
        entry.append(bigEndian: naming)
        return try transaction.delete(entry, in: store.tables.mentions)
      }
      #expect(isThere)
      // Both the event that gives the name and the one that moves the unit miss it.
      let missing = try store.examine().findings
      #expect(
        missing.contains {
          if case .notFoundByMention(_, "chuyen#1") = $0 { true } else { false }
        })
    }
  }
}
