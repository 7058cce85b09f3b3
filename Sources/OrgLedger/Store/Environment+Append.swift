import LMDB

extension Environment {
  /// Commits requests together; one that cannot be says so, and the others go on.
  func append(
    _ requests: [AppendRequest], tables: Tables, clock: @escaping @Sendable () -> SystemTime
  ) -> [Result<AppendResult, StoreError>] {
    // A dry run must leave nothing, so it shares no commit.
    let rehearsed = requests.map { $0.dryRun ? rehearse($0, tables, clock) : nil }
    var committed = commit(requests.filter { !$0.dryRun }, tables, clock)[...]
    return rehearsed.map { $0 ?? committed.removeFirst() }
  }

  private func commit(
    _ requests: [AppendRequest], _ tables: Tables, _ clock: @escaping @Sendable () -> SystemTime
  ) -> [Result<AppendResult, StoreError>] {
    guard !requests.isEmpty else { return [] }
    do {
      return try write { (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
        let recorder = Recorder<WriteTransaction<StoreError>>(
          layout: LMDBLayout(tables: tables), clock: clock, digest: Digest.sha256)
        var results: [Result<AppendResult, StoreError>] = []
        for request in requests {
          if let result = try recorder.append(request, to: &transaction) {
            results.append(.success(result))
          } else {
            let actual = try transaction.head(tables).position
            results.append(
              .failure(.wrongExpectedVersion(expecting: request.expecting, actual: actual)))
          }
        }
        return results
      }
    } catch {
      // Nothing of the transaction is kept. One of them may be to blame, and shall fail alone.
      guard requests.count > 1 else { return [.failure(error)] }
      return requests.flatMap { commit([$0], tables, clock) }
    }
  }

  /// Does what a request asks, and then gives it all up.
  private func rehearse(
    _ request: AppendRequest, _ tables: Tables, _ clock: @escaping @Sendable () -> SystemTime
  ) -> Result<AppendResult, StoreError> {
    var rehearsed: Result<AppendResult, StoreError>?
    do {
      try write { (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
        let recorder = Recorder<WriteTransaction<StoreError>>(
          layout: LMDBLayout(tables: tables), clock: clock, digest: Digest.sha256)
        if let result = try recorder.append(request, to: &transaction) {
          rehearsed = .success(result)
        } else {
          let actual = try transaction.head(tables).position
          rehearsed = .failure(
            .wrongExpectedVersion(expecting: request.expecting, actual: actual))
        }
        // A transaction whose closure throws leaves nothing behind.
        throw .unexpected("rehearsal")
      }
    } catch {
      rehearsed = rehearsed ?? .failure(error)
    }
    return rehearsed ?? .failure(.unexpected("rehearsal"))
  }
}
