import OrgLedgerTesting
import Testing

@testable import OrgLedger
@testable import ledger_probe

@Suite("A store of several processes", .serialized)
struct SeveralProcessesTests {
  @Test func `is read while one writes: no gap, whole acts, nothing seen is gone`() throws {
    try withNewStore { path, store in
      store.close()
      let acts = 60
      let end = 1 + acts * (1 + Workload.eventsPerAct)
      let writer = try OtherProcess("write", path, "writer", "0", "\(acts)")
      // More than there are cores, so that some are held up between two of their steps.
      let readers = try (0..<8).map { _ in try OtherProcess("follow", path, "\(end)") }
      // All wait before the first act is written, so that nobody comes too late.
      for process in readers + [writer] {
        #expect(process.nextLine() == "ready")
        try process.proceed()
      }
      for reader in readers {
        let said = reader.remainingLines()
        #expect(said.first?.hasSuffix("saw \(acts) acts") ?? false, "\(said)")
        #expect(reader.endsWell())
      }
      #expect(writer.remainingLines().count == acts)
      #expect(writer.endsWell())
    }
  }

  @Test func `is written in turns: every act is there, in one order of time`() throws {
    try withNewStore { path, store in
      let writers = try ["a", "b"].map { try OtherProcess("write", path, $0, "0", "40") }
      for writer in writers {
        #expect(writer.nextLine() == "ready")
        try writer.proceed()
      }
      // This process is the third; what it appends stands among what the others do.
      for number in 0..<40 { try store.take(Workload.act("c", number)) }
      for writer in writers {
        #expect(writer.remainingLines().count == 40)
        #expect(writer.endsWell())
      }
      var audit = Audit()
      try audit.follow(store)
      let expected = ["a", "b", "c"].flatMap { writer in (0..<40).map { "\(writer)-\($0)" } }
      #expect(audit.acts.sorted() == expected.sorted())
    }
  }

  @Test func `is followed by one that opened it for reading only`() throws {
    try withNewStore { path, store in
      store.close()
      let reader = try LMDBStore.open(at: path, readOnly: true)
      defer { reader.close() }
      #expect(try reader.head().position == 1)
      let writer = try OtherProcess("write", path, "w", "0", "2")
      #expect(writer.nextLine() == "ready")
      try writer.proceed()
      #expect(writer.remainingLines() == ["w-0", "w-1"])
      #expect(try reader.head().position == 9)
      #expect(try reader.position(of: .act, id: "w-1") == 6)
    }
  }

  @Test func `frees the slot of a reader that was killed, while it goes on`() throws {
    try withNewStore { path, store in
      let reader = try OtherProcess("hold-read", path)
      #expect(reader.nextLine() == "ready")
      reader.kill()
      for number in 0..<LMDBStore.appendsBetweenReapings {
        try store.take(Workload.act("w", number))
      }
      #expect(try store.environment.reapStaleReaders() == 0)
    }
  }
}

/// Runs a body with a new store that holds the text of the workload.
func withNewStore(_ body: (_ path: String, LMDBStore) throws -> Void) throws {
  try withFolder { folder in
    let store = try LMDBStore.create(at: folder + "/store")
    defer { store.close() }
    try store.take(Workload.text)
    try body(folder + "/store", store)
  }
}
