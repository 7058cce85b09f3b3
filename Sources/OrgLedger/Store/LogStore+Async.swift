import Dispatch
import Synchronization

extension LogStore {
  /// Appends without blocking the executor of the calling task.
  ///
  /// Waiting for a disk, or for the writer of another process, happens on a thread that may block.
  /// Otherwise it is the same as the blocking `append`: when it returns, the commit is durable. A
  /// task that is cancelled meanwhile still learns what became of its request.
  public func append(_ request: AppendRequest) async throws(StoreError) -> AppendResult {
    let result: Result<AppendResult, StoreError> = await withCheckedContinuation { continuation in
      Appenders.next().async { continuation.resume(returning: self.result(of: request)) }
    }
    return try result.get()
  }

  private func result(of request: AppendRequest) -> Result<AppendResult, StoreError> {
    do throws(StoreError) { return .success(try append(request)) } catch { return .failure(error) }
  }
}

/// Threads that may block, several, so that those who wait share a commit.
///
/// Each queue is serial: such a queue is given a thread however busy the machine is. A concurrent
/// one shares the threads of the executor, and would get none while tasks keep them.
private enum Appenders {
  private static let queues = (0..<32).map { DispatchQueue(label: "orgledger.append.\($0)") }
  private static let turn = Atomic<Int>(0)

  static func next() -> DispatchQueue {
    queues[(turn.wrappingAdd(1, ordering: .relaxed).newValue & .max) % queues.count]
  }
}
