import CLMDB
import Glibc

extension Environment {
  /// Lends `body` the only write transaction, and commits it when `body` returns.
  ///
  /// Waits for the writer of any thread or process to end. When it has returned, the changes are on
  /// the disk; when it has thrown, none of them is in the store, except after an error while
  /// committing, where both is possible and every further write throws
  /// ``LMDBError/stopped(by:)``. It runs on the calling thread and blocks it, hence not callable
  /// from asynchronous code.
  ///
  /// - Throws: What `body` throws; ``LMDBError/readOnly``, ``LMDBError/nestedWrite``,
  ///   ``LMDBError/closed``, ``LMDBError/stopped(by:)``; ``LMDBError/diskFull`` and
  ///   ``LMDBError/inputOutput(errno:)`` while committing.
  @available(*, noasync, message: "a write transaction belongs to one thread")
  public func write<Result, Failure: LMDBErrorConvertible>(
    _ body: (inout WriteTransaction<Failure>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try write(wrap: { Failure($0) }, body)
  }

  /// Writes; `wrap` says how LMDB's own errors are thrown.
  func write<Result, Failure: LMDBErrorConvertible, Thrown: Error>(
    wrap: (LMDBError) -> Thrown,
    _ body: (inout WriteTransaction<Failure>) throws(Thrown) -> Result
  ) throws(Thrown) -> Result {
    let handle: OpaquePointer
    do { unsafe handle = try beginWriting() } catch { throw wrap(error) }
    defer { endWriting() }
    var transaction = unsafe WriteTransaction<Failure>(handle: handle, environment: self)
    let result: Result
    do {
      // Two transactions, of two environments, could be swapped by their closures.
      defer {
        precondition(unsafe transaction.handle == handle, "a transaction has left its closure")
      }
      result = try body(&transaction)
    } catch {
      unsafe mdb_txn_abort(handle)
      throw error
    }
    do {
      unsafe try commit(handle, failure: transaction.firstFailure)
    } catch {
      throw wrap(error)
    }
    let opened = transaction.opened
    databases.withLock { $0.merge(opened) { known, _ in known } }
    return result
  }

  private func beginWriting() throws(LMDBError) -> OpaquePointer {
    guard mode == .readWrite else { throw .readOnly }
    let thread = UInt(pthread_self())
    guard writerThread.load(ordering: .relaxed) != thread else { throw .nestedWrite }
    let handle = unsafe try begin(flags: 0)
    if let failure = gate.withLock({ $0.failure }) {
      unsafe mdb_txn_abort(handle)
      leave()
      throw .stopped(by: failure)
    }
    writerThread.store(thread, ordering: .relaxed)
    return unsafe handle
  }

  private func endWriting() {
    // Only if no writer of another thread has begun since the commit.
    _ = writerThread.compareExchange(
      expected: UInt(pthread_self()), desired: 0, ordering: .relaxed)
    leave()
  }

  private func commit(_ handle: OpaquePointer, failure: LMDBError?) throws(LMDBError) {
    let code = unsafe mdb_txn_commit(handle)
    guard code != MDB_SUCCESS else { return }
    let error = LMDBError(code: code)
    if error == .badTransaction, let failure { throw failure }
    stop(after: error)
    throw error
  }

  /// Lets nothing more be written, if a system call that writes has failed.
  ///
  /// After a failed sync the kernel may count a page as clean though it never reached the disk, so
  /// a later commit that succeeds would prove nothing.
  func stop(after error: LMDBError) {
    if error.isFinal { gate.withLock { $0.failure = $0.failure ?? error } }
  }
}
