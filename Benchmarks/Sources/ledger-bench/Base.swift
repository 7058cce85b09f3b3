import BenchSupport
import OrgLedger

/// A store that holds the history of a country, and what goes on from there.
struct Base {
  let path: String
  let country: Country
  let documents: [Document]

  /// Makes the store with everything that an import writes; nothing of it is measured.
  init(in folder: Scratch, records: Int) throws {
    var country = Country(records: records)
    var documents: [Document] = []
    country.documents { documents.append($0) }
    path = folder.newPath()
    let ledger = try Ledger.create(at: path)
    defer { ledger.close() }
    for chunk in stride(from: 0, to: documents.count, by: 200) {
      let part = documents[chunk..<min(chunk + 200, documents.count)]
      try ledger.append(part.flatMap(\.submissions))
    }
    self.country = country
    self.documents = documents
  }
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
