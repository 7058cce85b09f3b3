import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger
@testable import ledger_probe

@Suite("A store whose map is full")
struct MapFullTests {
  @Test func `says so, has nothing half-written, and goes on with a larger map`() throws {
    try withSmall { path, small in
      var number = 0
      #expect(throws: StoreError.mapFull) {
        while true {
          try small.take(Workload.act("t", number))
          number += 1
        }
      }
      #expect(number > 0)
      let head = try small.head()
      var audit = Audit()
      try audit.follow(small)
      #expect(audit.acts.count == number)
      #expect(try small.position(of: .act, id: "t-\(number)") == nil)
      #expect(try small.positions(mentioning: UnitID("t-\(number)-1")) == [])
      // Full for whoever asks again, and still readable.
      #expect(throws: StoreError.mapFull) { try small.take(Workload.act("t", number)) }
      #expect(try small.head() == head)
      small.close()

      let store = try LMDBStore.open(at: path)
      defer { store.close() }
      #expect(
        try store.take(Workload.act("t", number)).outcomes == [
          .appended(head.position + 1, warnings: [])
        ])
      try audit.follow(store)
      #expect(audit.acts == (0...number).map { "t-\($0)" })
    }
  }

  @Test func `refuses what is too much, and not what shares its commit`() throws {
    try withSmall { _, store in
      let many = AppendRequest((0..<500).map { Workload.act("many", $0) })
      let writer = LMDBWriter(store.environment, store.tables, SystemClock.now)
      let results = writer.append(
        [AppendRequest([Workload.act("a", 0)]), many, AppendRequest([Workload.act("b", 0)])])
      #expect(throws: StoreError.mapFull) { try results[1].get() }
      for index in [0, 2] { #expect(try results[index].get().outcomes.count == 1) }
      var audit = Audit()
      try audit.follow(store)
      #expect(audit.acts == ["a-0", "b-0"])
    }
  }

  /// Runs a body with a store whose map is a little larger than it is when it is new.
  private func withSmall(_ body: (String, LMDBStore) throws -> Void) throws {
    try withNewStore { path, store in
      store.close()
      let small = try LMDBStore.open(at: path, configuration: Configuration(mapSize: 1 << 18))
      defer { small.close() }
      try body(path, small)
    }
  }
}
