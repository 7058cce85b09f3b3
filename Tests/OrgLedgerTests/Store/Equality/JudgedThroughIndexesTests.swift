import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("An act judged through the indexes of a store")
struct JudgedThroughIndexesTests {
  @Test(arguments: ProofSize.current.judged)
  func `is judged as over all facts`(seed: UInt64) throws {
    try withFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1).now)
      defer { store.close() }
      var all = UnindexedLog()
      let recorder = Recorder<UnindexedLog>(
        layout: (), clock: StoppedClock(1).now, digest: Digest.sha256)
      var counts: [Bool: [Bool: Int]] = [:]
      for submission in try RandomSubmissions.sequence(seed: seed, count: 110) {
        let request = AppendRequest([submission])
        let result = try store.append(request)
        let expected = try #require(recorder.append(request, to: &all))
        #expect(Judged(result) == Judged(expected), "\(submission.readable)")
        guard case .act(let act) = submission else { continue }
        let isCorrection = act.events.contains(where: \.type.isAboutTheRecord)
        counts[isCorrection, default: [:]][result.refusal == nil, default: 0] += 1
      }
      for isCorrection in [true, false] {
        let counts = counts[isCorrection, default: [:]]
        #expect(counts[true, default: 0] > 0 && counts[false, default: 0] > 0, "\(counts)")
      }
    }
  }

  /// What became of a submission, in whatever order its violations were found.
  private struct Judged: Equatable {
    var isTaken: Bool
    var refusals: Set<Violation> = []
    var warnings: Set<Violation> = []

    init(_ result: AppendResult) {
      isTaken = result.refusal == nil
      switch (result.outcomes.first, result.refusal) {
      case (.appended(_, let warnings), nil): self.warnings = Set(warnings)
      case (_, .violations(let violations, let warnings)):
        refusals = Set(violations)
        self.warnings = Set(warnings)
      default: break
      }
    }
  }

  /// A log that answers each question with every fact there is.
  private struct UnindexedLog: LogTransaction {
    private var log = MemoryLog()

    func head(_: Void) -> Head { log.head }
    func entry(
      _ kind: Record.Kind, _ id: String, _ digest: [UInt8], _: Void
    ) -> (position: UInt64, digest: [UInt8])? { log.entry(kind, id, digest, ()) }
    func lastPosition(_: Void) -> UInt64 { log.head.position }
    func position(of kind: Record.Kind, id: String, _: Void) -> UInt64? {
      log.position(of: kind, id: id, ())
    }
    func positions(of kind: Record.Kind, _: Void) -> [UInt64] { log.positions(of: kind, ()) }
    func record(at position: UInt64, _: Void) -> Record { log.record(at: position, ()) }
    func retractions(of position: UInt64, _: Void) -> [UInt64] {
      log.retractions(of: position, ())
    }
    func hasRetractions(_: Void) -> Bool { true }
    func recordedFacts(mentioning mention: Mention, _: Void) -> [Fact] {
      log.facts.values.sorted { $0.position < $1.position }
    }
    mutating func write(_ new: [StoredRecord], digest: [UInt8], _: Void) {
      log.write(new, digest: digest, ())
    }
  }
}

extension Submission {
  /// An act as a person reads it.
  var readable: String { if case .act(let act) = self { act.readable } else { "\(self)" } }
}
