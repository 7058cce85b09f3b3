import FoundationEssentials
import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite(
  "What a broken store or read model is found by", .enabled(if: ProofSize.isSoak, "make soak"))
struct DefectTests {
  /// A history with the questions that are put to it, made once.
  struct Case: Sendable {
    let seed: UInt64
    let submissions: [Submission]
    let inquiry: Inquiry
  }

  static let cases = Result { () throws -> [Case] in
    try (1...6 as ClosedRange<UInt64>).map { seed in
      let submissions = try RandomSubmissions.sequence(seed: seed, count: 50)
      let twin = MemoryStore(clock: StoppedClock(1).now)
      var ends: [UInt64] = []
      for submission in submissions {
        ends.append(try twin.append(AppendRequest([submission])).head.position)
      }
      let inquiry = Inquiry(try twin.all(), ends: ends, seed: seed, times: 3, samples: 25)
      return Case(seed: seed, submissions: submissions, inquiry: inquiry)
    }
  }

  /// Runs a body with a store of a case's history.
  private func withStore(of one: Case, _ body: (LMDBStore, String) throws -> Void) throws {
    try withFastFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1).now)
      defer { store.close() }
      for submission in one.submissions { _ = try store.append(AppendRequest([submission])) }
      try body(store, folder)
    }
  }

  @Test(arguments: Defect.allCases)
  func `is the check that is there for it`(defect: Defect) throws {
    var found: Set<Check> = []
    for one in try Self.cases.get() where !found.contains(defect.check) {
      try withStore(of: one) { store, folder in
        var copies: [LMDBStore] = []
        defer { for copy in copies { copy.close() } }
        let broken = try defect.store(over: store) {
          copies.append(
            try LMDBStore.create(at: folder + "/copy", clock: StoppedClock(1).now))
          return copies[0]
        }
        for difference in try one.inquiry.differences(
          of: Ledger(broken), on: .live, until: { $0.contains(defect.check) })
        { found.formUnion(difference.checks) }
      }
    }
    #expect(found.contains(defect.check), "found by \(found)")
  }

  @Test func `is nothing where nothing is broken`() throws {
    for one in try Self.cases.get() {
      try withStore(of: one) { store, folder in
        // A wrapper that changes nothing, since most defects are in one.
        for whole in [store, FaultyStore(store)] as [any LogStore] {
          let found = try one.inquiry.differences(of: Ledger(whole), on: .live)
          #expect(found.isEmpty, "\(found.first?.description ?? "")")
        }
        try store.changeLines { $0 }
        let copy = try LMDBStore.create(at: folder + "/copy", clock: StoppedClock(1).now)
        defer { copy.close() }
        try copy.take(documentsOf: Ledger(store))
        for whole in [store, copy] {
          let found = try one.inquiry.differences(of: Ledger(whole), on: .live)
          #expect(found.isEmpty, "\(found.first?.description ?? "")")
        }
      }
    }
  }
}
