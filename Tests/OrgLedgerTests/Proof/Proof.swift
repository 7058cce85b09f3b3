import FoundationEssentials
import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// One history on every path to an answer, held against the definition.
struct Proof {
  /// How many answers were compared.
  private(set) var comparisons = 0
  /// What is wrong; empty: nothing.
  private(set) var failures: [String] = []
  /// The records of the history.
  private(set) var records: [Record] = []

  /// - Parameters:
  ///   - times, samples, charts: As of an ``Inquiry``.
  ///   - share: Of how many questions one is put to each path but the first. What was made again
  ///     is the same to the byte, and so are the records of the twin, so that fewer are enough.
  init(
    _ submissions: [Submission], seed: UInt64, times: Int, samples: Int, charts: Int = .max,
    share: Int = 1
  ) throws {
    let twin = MemoryStore(clock: StoppedClock(1).now)
    var ends: [UInt64] = []
    for submission in submissions {
      let head = try twin.append(AppendRequest([submission])).head
      if head.position > ends.last ?? 0 { ends.append(head.position) }
    }
    records = try twin.all()
    let inquiry = Inquiry(
      records, ends: ends, seed: seed, times: times, samples: samples, charts: charts)
    func compare(_ store: any LogStore, _ path: Path) throws {
      let inquiry = path == .live ? inquiry : inquiry.share(of: share, from: path.number)
      comparisons += inquiry.entries.count
      failures += try inquiry.differences(of: Ledger(store), on: path).map(\.description)
    }
    try withFastFolder { folder in
      let live = try LMDBStore.create(at: folder + "/live", clock: StoppedClock(1).now)
      for submission in submissions { _ = try live.append(AppendRequest([submission])) }
      let isSame = try live.all() == records
      if !isSame { failures.append("\(Path.memory), \(Check.records): not those of the twin") }
      comparisons += records.count
      try compare(live, .live)
      let written = try live.contents()
      live.close()

      let rebuilt = try LMDBStore.open(at: folder + "/live", rebuilding: true)
      defer { rebuilt.close() }
      let again = try rebuilt.contents()
      if again != written {
        failures.append("\(Path.rebuilt), \(Check.tables): not what was written act by act")
      }
      comparisons += written.lines.count
      try compare(rebuilt, .rebuilt)

      let imported = try LMDBStore.create(at: folder + "/copy", clock: StoppedClock(1).now)
      defer { imported.close() }
      try imported.take(documentsOf: Ledger(rebuilt))
      try compare(imported, .imported)
    }
    try compare(twin, .memory)
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
