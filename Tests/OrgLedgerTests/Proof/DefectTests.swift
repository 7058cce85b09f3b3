import FoundationEssentials
import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("What a broken store or read model is found by")
struct DefectTests {
  /// Short ones first, since most defects show soon.
  static let cases = Result {
    try (1...48 as ClosedRange<UInt64>).map { seed in
      try SampleStore(seed: seed, count: 8 + 2 * min(Int(seed), 24))
    }
  }

  @Test(arguments: Defect.allCases)
  func `is the check that is there for it`(defect: Defect) throws {
    var found: Set<Check> = []
    for sample in try Self.cases.get() where !found.contains(defect.check) {
      found.formUnion(try sample.checks(failedBy: defect))
    }
    #expect(found.contains(defect.check), "found by \(found.map(\.rawValue).sorted())")
  }

  @Test func `is one for each check`() {
    let missing = Set(Check.allCases).subtracting(Defect.allCases.map(\.check))
    #expect(missing.isEmpty)
  }

  @Test func `is nothing where nothing is broken`() throws {
    for sample in try Self.cases.get().prefix(4) {
      for breakage in [
        .lines { $0 }, .table { try $0.change($0.tables.mentions) { $0 } }, .reading { _ in },
        .reading { $0.records = { $0 } }, .documents { _ in },
      ] as [Defect.Breakage] {
        for check in Check.allCases {
          let found = try sample.checks(failedBy: breakage, asking: check)
          #expect(found.isEmpty, "\(breakage)")
        }
      }
    }
  }
}

/// A store of a history, as it lies in its folder, with the questions that are put to it.
struct SampleStore: Sendable {
  private let inquiry: Inquiry
  private let records: [Record]
  private let contents: ReadModelContents
  private let files: [String: Data]

  init(seed: UInt64, count: Int) throws {
    let submissions = try RandomSubmissions.sequence(seed: seed, count: count)
    let recorded = try RecordedHistory(submissions)
    records = recorded.records
    inquiry = recorded.inquiry(seed: seed, times: 3, samples: 12)
    (contents, files) = try withFastFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1).now)
      for submission in submissions { _ = try store.append(AppendRequest([submission])) }
      let contents = try store.contents()
      store.close()
      var files: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/store") {
        files[name] = FileManager.default.contents(atPath: folder + "/store/" + name)
      }
      return (contents, files)
    }
  }

  /// The checks that find a defect, where only what can fail the one that is there for it is asked.
  func checks(failedBy defect: Defect) throws -> Set<Check> {
    try checks(failedBy: #require(defect.breakage), asking: defect.check)
  }

  func checks(failedBy breakage: Defect.Breakage, asking check: Check) throws -> Set<Check> {
    try withFastFolder { folder in
      let path = folder + "/store"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      for (name, bytes) in files { try bytes.write(to: URL(filePath: path + "/" + name)) }
      let store = try LMDBStore.open(at: path)
      defer { store.close() }
      var copy: LMDBStore?
      defer { copy?.close() }
      let broken = try breakage.store(over: store) {
        let empty = try LMDBStore.create(at: folder + "/copy", clock: StoppedClock(1).now)
        copy = empty
        return empty
      }
      return try checks(failedBy: broken, asking: check, contents: copy ?? store)
    }
  }

  private func checks(
    failedBy broken: any LogStore, asking check: Check, contents store: LMDBStore
  ) throws -> Set<Check> {
    switch check {
    case .records: return try broken.all() == records ? [] : [.records]
    case .tables: return try store.contents() == contents ? [] : [.tables]
    default: break
    }
    let found = try inquiry.differences(
      of: Ledger(broken), on: .live, for: check, until: { $0.contains(check) })
    return Set(found.flatMap(\.checks))
  }
}
