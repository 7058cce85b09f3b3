import LMDB
import Synchronization

/// Commits what is to be appended to a log on LMDB.
final class LMDBWriter: Sendable {
  private let environment: Environment
  private let tables: Tables
  private let clock: @Sendable () -> SystemTime
  /// What earlier commits have read, taken by the one under way.
  private let read = Mutex(ReadFacts.Contents())

  init(
    _ environment: Environment, _ tables: Tables, _ clock: @escaping @Sendable () -> SystemTime
  ) {
    self.environment = environment
    self.tables = tables
    self.clock = clock
  }

  /// Commits requests together; one that cannot be says so, and the others go on.
  func append(_ requests: [AppendRequest]) -> [Result<AppendResult, StoreError>] {
    // A dry run must leave nothing, so it shares no commit.
    let rehearsed = requests.map { $0.dryRun ? rehearse($0) : nil }
    var committed = commit(requests.filter { !$0.dryRun })[...]
    return rehearsed.map { $0 ?? committed.removeFirst() }
  }

  private func commit(_ requests: [AppendRequest]) -> [Result<AppendResult, StoreError>] {
    guard !requests.isEmpty else { return [] }
    let read = takeRead()
    do {
      let results = try environment.write {
        (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
        var results: [Result<AppendResult, StoreError>] = []
        for request in requests { results.append(try take(request, in: &transaction, read)) }
        return results
      }
      // Only now is it certain that what was written and read again stands.
      self.read.withLock { $0 = read.contents }
      return results
    } catch {
      // Nothing of the transaction is kept. One of them may be to blame, and shall fail alone.
      guard requests.count > 1 else { return [.failure(error)] }
      return requests.flatMap { commit([$0]) }
    }
  }

  /// Does what a request asks, and then gives it all up.
  private func rehearse(_ request: AppendRequest) -> Result<AppendResult, StoreError> {
    var rehearsed: Result<AppendResult, StoreError>?
    do {
      try environment.write {
        (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
        rehearsed = try take(request, in: &transaction, ReadFacts())
        // A transaction whose closure throws leaves nothing behind.
        throw .unexpected("rehearsal")
      }
    } catch {
      rehearsed = rehearsed ?? .failure(error)
    }
    return rehearsed ?? .failure(.unexpected("rehearsal"))
  }

  private func take(
    _ request: AppendRequest, in transaction: inout WriteTransaction<StoreError>,
    _ read: ReadFacts
  ) throws(StoreError) -> Result<AppendResult, StoreError> {
    let recorder = Recorder<WriteTransaction<StoreError>>(
      layout: LMDBLayout(tables: tables, read: read), clock: clock, digest: Digest.sha256)
    if let result = try recorder.append(request, to: &transaction) { return .success(result) }
    let actual = try transaction.head(tables).position
    return .failure(.wrongExpectedVersion(expecting: request.expecting, actual: actual))
  }

  /// What is known from earlier commits; it is taken out, so that it is changed in place.
  private func takeRead() -> ReadFacts {
    read.withLock { contents in
      defer { contents = ReadFacts.Contents() }
      return ReadFacts(contents)
    }
  }
}
