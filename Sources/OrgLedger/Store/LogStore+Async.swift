import Dispatch

extension LogStore {
  /// Appends without blocking the executor of the calling task.
  ///
  /// Waiting for a disk, or for the writer of another process, happens on a thread that may block.
  /// Otherwise it is the same as the blocking `append`: when it returns, the commit is durable. A
  /// task that is cancelled meanwhile still learns what became of its request.
  public func append(_ request: AppendRequest) async throws(StoreError) -> AppendResult {
    let result: Result<AppendResult, StoreError> = await withCheckedContinuation { continuation in
      appenders.async { continuation.resume(returning: self.result(of: request)) }
    }
    return try result.get()
  }

  private func result(of request: AppendRequest) -> Result<AppendResult, StoreError> {
    do throws(StoreError) { return .success(try append(request)) } catch { return .failure(error) }
  }
}

/// Threads that may block; concurrent, so that those who wait share a commit.
private let appenders = DispatchQueue(label: "orgledger.append", attributes: .concurrent)
