import CLMDB

extension Transaction {
  /// Lends `body` a cursor that is on no entry yet.
  ///
  /// Several may be in use at once. While one is, nothing can be written: the compiler sees to it.
  @inlinable @inline(__always)
  public borrowing func withCursor<Result>(
    in database: Database, _ body: (inout Cursor<Failure>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let handle = unsafe try openCursor(in: database)
    var cursor = unsafe Cursor<Failure>(handle: handle)
    defer {
      // Two cursors could have been swapped by their closures.
      precondition(unsafe cursor.handle == handle, "a cursor has left its closure")
      unsafe mdb_cursor_close(handle)
    }
    return try body(&cursor)
  }

  /// Lends `body` the entry with the greatest key that is not above `key` and begins with `prefix`.
  ///
  /// - Returns: What `body` returned, or nothing where there is no such entry.
  /// - Complexity: O(log *n*).
  @inlinable
  public borrowing func floor<Result>(
    _ key: borrowing some Bytes & ~Copyable & ~Escapable, in database: Database,
    withPrefix prefix: borrowing some Bytes & ~Copyable & ~Escapable,
    _ body: (_ key: RawSpan, _ value: RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    try withCursor(in: database) { cursor throws(Failure) in
      guard try cursor.seek(atMost: key) else { return nil }
      let begins = prefix.withBytes { prefix in
        cursor.withEntry { key, _ in key.starts(with: prefix) }
      }
      return begins ? try cursor.withEntry(body) : nil
    }
  }

  @usableFromInline
  borrowing func openCursor(in database: Database) throws(Failure) -> OpaquePointer {
    var opened: OpaquePointer?
    let code = unsafe mdb_cursor_open(handle, handle(of: database), &opened)
    guard code == MDB_SUCCESS, let opened = unsafe opened else {
      throw Failure(LMDBError(operation: code))
    }
    return unsafe opened
  }
}
