import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("The store in memory and the one on LMDB", .serialized)
struct EqualStoresTests {
  /// A seed and how many submissions share a request.
  static let runs: [(seed: UInt64, batch: Int)] = [(1, 1), (2, 9), (3, 90)]

  @Test(arguments: EqualStoresTests.runs)
  func `give the same results, records and answers`(seed: UInt64, batch: Int) throws {
    let submissions = try RandomSubmissions.sequence(seed: seed, count: 90)
    let reference = MemoryStore(clock: StoppedClock(1_000).now)
    let expected = drive(submissions, into: reference, batch: batch)
    try withFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1_000).now)
      defer { store.close() }
      let steps = drive(submissions, into: store, batch: batch)
      for (index, (step, expected)) in zip(steps, expected).enumerated() where step != expected {
        Issue.record("request \(index): \(step) and \(expected)")
      }
      #expect(steps.count == expected.count)
      let (records, same) = (try store.all(), try reference.all())
      let isSame = records == same
      #expect(isSame)
      try #require(records.count > 40)
      for record in records {
        let position = record.position
        #expect(try store.storedBytes(at: position) == reference.storedBytes(at: position))
        #expect(try store.leaf(at: position) == reference.leaf(at: position))
        for known in [Known.upTo(position), .at(record.recordedAt)] {
          #expect(try store.head(at: known) == reference.head(at: known))
        }
      }
      try expectEqualAnswers(store, reference)
      try expectIndexes(of: store, over: records)
      try expectIndexes(of: reference, over: records)
    }
  }

  @Test func `record the same however many share a request`() throws {
    let submissions = try RandomSubmissions.sequence(seed: 4, count: 70)
    let stores = [1, 7, 70].map { batch in
      let store = MemoryStore(clock: StoppedClock(1_000).now)
      _ = drive(submissions, into: store, batch: batch)
      return store
    }
    let records = try stores.map { try $0.all() }
    // Compared outside, since a failure would print every record.
    let isSame = records[0] == records[1] && records[0] == records[2]
    #expect(isSame)
  }

  /// Appends submissions, and all that comes after a refused one; now and then rehearsed, and now
  /// and then with a version expected that is right or wrong.
  private func drive(
    _ submissions: [Submission], into store: any LogStore, batch: Int
  ) -> [Result<AppendResult, StoreError>] {
    var steps: [Result<AppendResult, StoreError>] = []
    var next = 0
    while next < submissions.count {
      var request = AppendRequest(Array(submissions[next...].prefix(batch)), by: "an author")
      func step() -> AppendResult? {
        let result = Result { () throws(StoreError) in try store.append(request) }
        steps.append(result)
        return try? result.get()
      }
      if next % 5 == 0 {
        request.dryRun = true
        _ = step()
        request.dryRun = false
      }
      if next % 7 == 0 {
        request.expecting = .exactly(UInt64(next) + 10_000)
        _ = step()
      }
      if next % 3 == 0, let head = try? store.head() {
        request.expecting = .exactly(head.position)
      } else {
        request.expecting = .any
      }
      guard let result = step() else { return steps }
      next += result.outcomes.count + (result.refusal == nil ? 0 : 1)
    }
    return steps
  }

  private func expectEqualAnswers(_ store: LMDBStore, _ reference: MemoryStore) throws {
    for known in [Known.now, .upTo(20), .upTo(77), .at(SystemTime(rawValue: 1_050))] {
      let histories = try [Ledger(store), Ledger(reference)].map { try $0.history(known) }
      #expect(histories[0].facts == histories[1].facts)
      for day in 0...13 {
        let charts = histories.map {
          ChartLines.of($0.chart(on: Day(rawValue: Int32(day)), .latest))
        }
        #expect(charts[0] == charts[1])
      }
    }
    let ranges: [(first: UInt64, last: UInt64)] = [
      (5, 9), (0, 0), (9, 5), (0, 4), (.max, .max), (100_000, .max),
    ]
    for range in ranges {
      let records = try [Ledger(store), Ledger(reference)].map {
        try $0.records(from: range.first, through: range.last)
      }
      let isSame = records[0] == records[1]
      #expect(isSame, "\(range)")
    }
  }

  /// Holds what a store finds by its indexes against a look at every record.
  private func expectIndexes(of store: any LogStore, over records: [Record]) throws {
    let events = records.compactMap { record in
      if case .event(let event) = record.body {
        (position: record.position, record: event)
      } else {
        nil
      }
    }
    for unit in RandomActs.units + ["nobody", "A", ""] {
      let mentioning = events.filter { event in
        event.record.event.mentions.contains { $0 == .unit(unit) || $0 == .parent(unit) }
      }
      #expect(try store.positions(mentioning: unit) == mentioning.map(\.position))
    }
    let days = [Day.distantPast] + (0...14).map { Day(rawValue: $0) } + [.distantFuture]
    for (index, first) in days.enumerated() {
      for last in [first, days[min(index + 3, days.count - 1)], .distantFuture, .distantPast] {
        let between = events.filter { event in
          guard event.record.status == .enacted, let day = event.record.event.effectiveOn else {
            return false
          }
          return day.ends.contains { first <= $0 && $0 <= last }
        }
        #expect(try store.positions(from: first, through: last) == between.map(\.position))
      }
    }
    for record in records {
      let body = record.body
      let found = try store.position(of: body.kind, id: body.id)
      for kind in Record.Kind.allCases where kind != .coverage {
        // What replaces something may bear its id, or that of its correction.
        let first = records.first { $0.body.kind == kind && $0.body.id == body.id }
        #expect(try store.position(of: kind, id: body.id) == first?.position)
      }
      #expect(body.kind != .coverage || found == nil)
    }
  }
}
