import FoundationEssentials
import OrgLedger
import OrgLedgerTesting
import Testing

@testable import ledger_probe

@Suite("A process that is killed", .serialized)
struct KilledWriterTests {
  @Test func `while writing has lost nothing acknowledged and left no half act`() throws {
    var random = SplitMix64(seed: 7)
    try withNewStore { path, store in
      store.close()
      var next = 0
      for round in 0..<20 {
        let writer = try OtherProcess("write", path, "w", "\(next)", "1000")
        #expect(writer.nextLine() == "ready")
        try writer.proceed()
        for _ in 0..<random.number(1...6) {
          #expect(writer.nextLine() == "w-\(next)")
          next += 1
        }
        // Somewhere within the next commits.
        spin(random.number(0...200_000))
        writer.kill()
        for line in writer.remainingLines() {
          #expect(line == "w-\(next)")
          next += 1
        }

        let reopened = try LMDBStore.open(at: path)
        defer { reopened.close() }
        var audit = Audit()
        try audit.follow(reopened)
        let acknowledged = (0..<next).map { "w-\($0)" }
        // A commit can be durable and not acknowledged, and no more than one.
        #expect(audit.acts == acknowledged || audit.acts == acknowledged + ["w-\(next)"])
        let isThere = audit.acts.count > next
        let retried = try reopened.take(Workload.act("w", next)).outcomes
        if isThere {
          guard case .skipped = retried.first else {
            Issue.record("round \(round): recorded twice")
            continue
          }
        }
        try audit.follow(reopened)
        #expect(audit.acts == acknowledged + ["w-\(next)"])
        next += 1
      }
    }
  }

  @Test func `while making a store has left none or all of it`() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<10 {
      try withFolder { folder in
        let maker = try OtherProcess("create", folder)
        #expect(maker.nextLine() == "0")
        spin(random.number(0...100_000))
        maker.kill()
        var made = 1
        while maker.nextLine() != nil { made += 1 }
        for number in 0..<made { try LMDBStore.open(at: "\(folder)/\(number)").close() }
        // The one that was not acknowledged: there, or to be made at the same place.
        let last = "\(folder)/\(made)"
        if FileManager.default.fileExists(atPath: last) {
          #expect(try LMDBStore.open(at: last).head().position == 0)
        } else {
          #expect(throws: StoreError.noSuchStore(path: last)) { try LMDBStore.open(at: last) }
          #expect(try LMDBStore.create(at: last).head().position == 0)
        }
      }
    }
  }

  /// Passes a time that differs from machine to machine.
  private func spin(_ rounds: Int32) {
    var mixer = SplitMix64(seed: 1)
    for _ in 0..<rounds { _ = mixer.next() }
  }
}
