import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger
@testable import ledger_probe

@Suite("A store of many threads", .serialized, .timeLimit(.minutes(5)))
struct ManyThreadsTests {
  @Test func `records what 32 append, each before its append returns`() throws {
    try withNewStore { _, store in
      let results = inThreads(32) { thread in
        for number in 0..<4 {
          let act = Workload.act("t\(thread)", number)
          try store.take(act)
          // By another read transaction, so it is committed.
          guard try store.position(of: .act, id: act.id) != nil else { return false }
        }
        return true
      }
      #expect(try results.map { try $0.get() } == Array(repeating: true, count: 32))
      var audit = Audit()
      try audit.follow(store)
      let expected = (0..<32).flatMap { thread in (0..<4).map { "t\(thread)-\($0)" } }
      #expect(audit.acts.sorted() == expected.sorted())
    }
  }

  @Test func `lets those who come during a commit share the next one`() throws {
    try withGate { store, clock in
      let before = try store.environment.info().lastTransaction
      let threads = try hold((0..<32).map { AppendRequest([Workload.act("t", $0)]) }, store, clock)
      for thread in threads {
        #expect(try thread.join().get().outcomes.count == 1)
      }
      #expect(try store.environment.info().lastTransaction == before + 2)
      var audit = Audit()
      try audit.follow(store)
      #expect(audit.acts == (0..<32).map { "t-\($0)" })
    }
  }

  @Test func `lets each of those who share a commit fail alone`() throws {
    try withGate { store, clock in
      let bad = Submission.act(act("bad", on: 1, .dissolved("nobody")))
      let threads = try hold(
        [
          AppendRequest([Workload.act("t", 0)]), AppendRequest([bad]),
          AppendRequest([Workload.act("t", 1)], expecting: .exactly(1)),
          AppendRequest([Workload.act("t", 2)], dryRun: true),
          AppendRequest([Workload.act("t", 3), bad, Workload.act("t", 4)]),
          AppendRequest([Workload.act("t", 0)]), AppendRequest([Workload.act("t", 5)]),
        ], store, clock)
      let results = threads.map { thread in Result { try thread.join().get() } }
      #expect(try results[0].get().outcomes == [.appended(2, warnings: [])])
      guard case .violations(let found, _) = try results[1].get().refusal else {
        Issue.record("\(results[1])")
        return
      }
      #expect(found.map(\.rule) == [.unknownUnit])
      #expect(throws: StoreError.wrongExpectedVersion(expected: 1, actual: 5)) {
        try results[2].get()
      }
      #expect(try results[3].get().outcomes == [.appended(6, warnings: [])])
      #expect(try results[4].get().outcomes == [.appended(6, warnings: [])])
      #expect(try results[4].get().refusal != nil)
      #expect(try results[5].get().outcomes == [.skipped(2)])
      #expect(try results[6].get().outcomes == [.appended(10, warnings: [])])
      var audit = Audit()
      try audit.follow(store)
      #expect(audit.acts == ["t-0", "t-3", "t-5"])
    }
  }

  @Test func `lets a damaged record fail only those who need it`() throws {
    var position: UInt64 = 0
    let hurt: (LMDBStore) throws -> Void = { store in
      try store.take(founding("hurt"))
      position = try #require(try store.positions(mentioning: "hurt").first)
      try store.environment.write { transaction in
        try transaction.put(BigEndian(position), [0xFF] as [UInt8], in: store.tables.log)
      }
    }
    try withGate(after: hurt) { store, clock in
      let threads = try hold(
        [
          AppendRequest([founding("a")]), AppendRequest([founding("b")]),
          AppendRequest([.act(act("end", on: 2, .dissolved("hurt")))]),
          AppendRequest([founding("c")]),
        ], store, clock)
      let results = threads.map { thread in Result { try thread.join().get() } }
      for index in [0, 1, 3] { #expect(try results[index].get().outcomes.count == 1) }
      #expect {
        try results[2].get()
      } throws: { error in
        if case .damagedRecord(position, _) = error as? StoreError { true } else { false }
      }
      let ids: [String] = ["founding-a", "founding-b", "founding-c"]
      #expect(try ids.allSatisfy { try store.position(of: .act, id: $0) != nil })
    }
  }

  @Test func `that is closed meanwhile answers each thread truly`() throws {
    try withFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store")
      try store.take(Workload.text)
      let threads = (0..<8).map { thread in
        Joinable { () -> [String] in
          var acknowledged: [String] = []
          while true {
            let act = Workload.act("t\(thread)", acknowledged.count)
            do { try store.take(act) } catch StoreError.closed { return acknowledged }
            acknowledged.append(act.id)
          }
        }
      }
      wait { (try? store.head().position) ?? 0 > 100 }
      store.close()
      let acknowledged = try threads.flatMap { try $0.join().get() }
      let again = try LMDBStore.open(at: folder + "/store")
      defer { again.close() }
      var audit = Audit()
      try audit.follow(again)
      #expect(audit.acts.sorted() == acknowledged.sorted())
    }
  }

  @Test func `is appended to by tasks that leave their executor free`() async throws {
    let clock = GatedClock()
    let folder = try TestFolder()
    let store = try LMDBStore.create(at: folder.path + "/store", clock: clock.now)
    defer { store.close() }
    try store.take(Workload.text)
    clock.shut()
    // More tasks than an executor has threads: the last could not run if they blocked it.
    try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<64 {
        group.addTask {
          try await store.append(AppendRequest([Workload.act("t", number)])).outcomes.count
        }
      }
      group.addTask {
        while store.group.waiting == 0 { await Task.yield() }
        clock.open()
        return 0
      }
      var appended = 0
      for try await count in group { appended += count }
      #expect(appended == 64)
    }
    var audit = Audit()
    try audit.follow(store)
    #expect(audit.acts.count == 64)
    await #expect(throws: StoreError.wrongExpectedVersion(expected: 0, actual: 257)) {
      try await store.append(AppendRequest([Workload.act("t", 99)], expecting: .exactly(0)))
    }
  }

  /// Starts one request after the other while the first one's commit is held, then lets go.
  private func hold(
    _ requests: [AppendRequest], _ store: LMDBStore, _ clock: GatedClock
  ) throws -> [Joinable<AppendResult>] {
    clock.shut()
    var threads: [Joinable<AppendResult>] = []
    for (number, request) in requests.enumerated() {
      threads.append(Joinable { try store.append(request) })
      wait { number == 0 ? clock.isHeld : store.group.waiting == number }
    }
    clock.open()
    return threads
  }

  private func withGate(
    after prepare: (LMDBStore) throws -> Void = { _ in },
    _ body: (LMDBStore, GatedClock) throws -> Void
  ) throws {
    try withFolder { folder in
      let first = try LMDBStore.create(at: folder + "/store")
      try first.take(Workload.text)
      try prepare(first)
      first.close()
      // Opened again, it remembers nothing that was written.
      let clock = GatedClock()
      let store = try LMDBStore.open(at: folder + "/store", clock: clock.now)
      defer { store.close() }
      try body(store, clock)
    }
  }
}
