import CLMDB

extension Environment {
  /// Lends `body` a view of the newest committed state, which does not change while it runs.
  ///
  /// Keep it short: pages that it may still need cannot be used again, so the file grows meanwhile.
  /// Reads may be nested, and run on any thread, also within a write.
  ///
  /// - Throws: What `body` throws; ``LMDBError/closed``, ``LMDBError/readersFull`` or
  ///   ``LMDBError/mapResized`` where it cannot begin.
  @inlinable
  public func read<Result, Failure: LMDBErrorConvertible>(
    _ body: (borrowing ReadTransaction<Failure>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try read(wrap: { Failure($0) }, body)
  }

  /// Reads; `wrap` says how LMDB's own errors are thrown.
  @inlinable
  func read<Result, Failure: LMDBErrorConvertible, Thrown: Error>(
    wrap: (LMDBError) -> Thrown,
    _ body: (borrowing ReadTransaction<Failure>) throws(Thrown) -> Result
  ) throws(Thrown) -> Result {
    let handle: Handle
    do { handle = try beginReading() } catch { throw wrap(error) }
    defer { leaveReading(handle) }
    return try body(unsafe ReadTransaction(handle: handle.pointer, environment: self))
  }
}
