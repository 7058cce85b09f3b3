import BenchSupport
import Foundation
import OrgLedger

/// A store that holds the history of a country, and what goes on from there.
struct Base {
  let path: String
  let country: Country

  /// Makes the store with everything that an import writes; nothing of it is measured.
  init(in folder: Scratch, records: Int) throws {
    try self.init(at: folder.newPath(), records: records)
  }

  /// Makes the store, or takes one that was made so before.
  ///
  /// - Parameters:
  ///   - submissions: How many share a commit; an import takes 250.
  ///   - committed: Called after each commit.
  init(
    at path: String, records: Int, submissions: Int = Self.submissionsOfACommit,
    committed: () -> Void = {}
  ) throws {
    var country = Country(records: records)
    let ledger =
      FileManager.default.fileExists(atPath: path) ? nil : try Ledger.create(at: path)
    defer { ledger?.close() }
    var pending: [Submission] = []
    func commit() throws {
      try ledger?.append(pending)
      pending.removeAll(keepingCapacity: true)
      committed()
    }
    try country.documents { document in
      pending += document.submissions
      if pending.count >= submissions { try commit() }
    }
    try commit()
    self.path = path
    self.country = country
  }

  static let submissionsOfACommit = 1_800
}

extension Document {
  /// Its text and its acts, as one import appends them.
  var submissions: [Submission] { [.instrument(instrument)] + acts.map(Submission.act) }
}

extension Ledger {
  /// Appends in one commit; a history that does not fit is a fault of the benchmark.
  func append(_ submissions: [Submission]) throws {
    let result = try store.append(AppendRequest(submissions))
    if let refusal = result.refusal {
      fatalError("\(submissions[result.outcomes.count].id): \(refusal)")
    }
  }

  /// Closes what is open on a disk.
  func close() { (store as? LMDBStore)?.close() }
}
