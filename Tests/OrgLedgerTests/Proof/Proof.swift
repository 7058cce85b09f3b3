import FoundationEssentials
import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// A history as the twin in memory records it.
struct RecordedHistory {
  let twin = MemoryStore(clock: StoppedClock(1).now)
  let records: [Record]
  /// The last positions of submissions.
  private(set) var ends: [UInt64] = []

  init(_ submissions: [Submission]) throws {
    for submission in submissions {
      let head = try twin.append(AppendRequest([submission])).head
      if head.position > ends.last ?? 0 { ends.append(head.position) }
    }
    records = try twin.all()
  }

  /// What is asked of it, as ``Inquiry/init(_:ends:seed:times:samples:charts:)``.
  func inquiry(seed: UInt64, times: Int, samples: Int, charts: Int = .max) -> Inquiry {
    Inquiry(records, ends: ends, seed: seed, times: times, samples: samples, charts: charts)
  }
}

/// How much is asked of one history.
struct ProofDepth: Sendable {
  /// As of an ``Inquiry``.
  var times: Int
  var samples: Int
  var charts = Int.max
  /// Of how many questions one is put to each path but the first. What was made again is the same
  /// to the byte, and so are the records of the twin, so that fewer are enough.
  var share = 1
  /// The same for the twin, which folds all records anew for each question.
  var shareOfTwin = 1
}

/// One history on every path to an answer, held against the definition.
struct Proof {
  /// How many answers were compared.
  private(set) var comparisons = 0
  /// What is wrong; empty: nothing.
  private(set) var failures: [String] = []
  /// The records of the history.
  let records: [Record]

  init(_ submissions: [Submission], seed: UInt64, _ depth: ProofDepth) throws {
    let recorded = try RecordedHistory(submissions)
    records = recorded.records
    let inquiry = recorded.inquiry(
      seed: seed, times: depth.times, samples: depth.samples, charts: depth.charts)
    try withFastFolder { folder in
      let live = try LMDBStore.create(at: folder + "/live", clock: StoppedClock(1).now)
      for submission in submissions { _ = try live.append(AppendRequest([submission])) }
      try expectSameRecords(live)
      try compare(live, .live, inquiry)
      let written = try live.contents()
      live.close()

      let rebuilt = try LMDBStore.open(at: folder + "/live", rebuilding: true)
      defer { rebuilt.close() }
      try expectSameTables(rebuilt, as: written, on: .rebuilt)
      try compare(rebuilt, .rebuilt, inquiry.share(of: depth.share, from: 1))

      let imported = try LMDBStore.create(at: folder + "/copy", clock: StoppedClock(1).now)
      defer { imported.close() }
      try imported.take(documentsOf: Ledger(rebuilt))
      // Not the same records: documents leave out what is so by default.
      try expectSameTables(imported, as: written, on: .imported)
      try compare(imported, .imported, inquiry.share(of: depth.share, from: 2))
    }
    try compare(recorded.twin, .memory, inquiry.share(of: depth.shareOfTwin, from: 3))
  }

  private mutating func compare(
    _ store: any LogStore, _ path: Path, _ inquiry: Inquiry
  ) throws {
    comparisons += inquiry.entries.count
    failures += try inquiry.differences(of: Ledger(store), on: path).map(\.description)
  }

  private mutating func expectSameRecords(_ store: LMDBStore) throws {
    let found = try store.all()
    guard found != records else { return }
    let different = zip(found, records).first { $0 != $1 }
    failures.append(
      """
      \(Path.live), \(Check.records): \(found.count) for \(records.count), \
      \(different.map { "\($0.0)\nfor\n\($0.1)" } ?? "")
      """)
  }

  private mutating func expectSameTables(
    _ store: LMDBStore, as written: ReadModelContents, on path: Path
  ) throws {
    if try store.contents() != written {
      failures.append("\(path), \(Check.tables): not what was written act by act")
    }
  }
}

extension LogStore {
  /// Takes in all that another ledger gives out as documents, written and read again.
  func take(
    documentsOf ledger: Ledger, changing change: (inout Document) -> Void = { _ in }
  ) throws {
    try ledger.forEachDocument { written in
      var written = written
      change(&written)
      let text = DocumentWriter.json(written) + "\n"
      var reader = ndjson(text, chunk: 1 << 16, longestLine: 1 << 24)
      let read = try #require(try reader.next()?.document)
      for planned in ImportPlan.inOrder(read) {
        _ = try append(AppendRequest([planned.submission]))
      }
    }
  }
}

/// Runs a body with a new folder in memory, where the machine has such.
func withFastFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let memory = "/dev/shm"
  guard FileManager.default.isWritableFile(atPath: memory) else { return try withFolder(body) }
  let folder = memory + "/orgledger-\(UInt64.random(in: .min ... .max))"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
