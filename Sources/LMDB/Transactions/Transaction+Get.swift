import CLMDB

extension Transaction {
  /// Lends the value at `key` to `body`.
  ///
  /// - Returns: What `body` returned, or nothing where the key is not there.
  /// - Complexity: O(log *n*), without a copy.
  @inlinable
  public borrowing func get<Result>(
    _ key: borrowing some Bytes & ~Copyable & ~Escapable, in database: Database,
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard let value = unsafe try find(key, in: database) else { return nil }
    return unsafe try value.lend(body)
  }

  /// A copy of the value at `key`, or nothing where the key is not there.
  @inlinable
  public borrowing func bytes(
    at key: borrowing some Bytes & ~Copyable & ~Escapable, in database: Database
  ) throws(Failure) -> [UInt8]? {
    try get(key, in: database) { value in [UInt8](copying: value) }
  }

  /// Whether the key is there.
  @inlinable
  public borrowing func contains(
    _ key: borrowing some Bytes & ~Copyable & ~Escapable, in database: Database
  ) throws(Failure) -> Bool {
    unsafe try find(key, in: database) != nil
  }

  /// The number of entries in `database`.
  ///
  /// - Complexity: O(1).
  @inlinable
  public borrowing func count(of database: Database) throws(Failure) -> Int {
    try statistics(of: database).entries
  }

  /// The size and shape of `database`.
  ///
  /// - Complexity: O(1).
  public borrowing func statistics(of database: Database) throws(Failure) -> DatabaseStatistics {
    var stat = MDB_stat()
    let code = unsafe mdb_stat(handle, handle(of: database), &stat)
    guard code == 0 else { throw Failure(LMDBError(operation: code)) }
    return DatabaseStatistics(
      entries: stat.ms_entries, depth: Int(stat.ms_depth), branchPages: stat.ms_branch_pages,
      leafPages: stat.ms_leaf_pages, overflowPages: stat.ms_overflow_pages)
  }

  /// The number that LMDB gave the state that this transaction sees; each commit adds one.
  public var id: Int { unsafe mdb_txn_id(handle) }

  @inlinable
  borrowing func find(
    _ key: borrowing some Bytes & ~Copyable & ~Escapable, in database: Database
  ) throws(Failure) -> MDB_val? {
    let table = handle(of: database)
    let transaction = unsafe handle
    var value = unsafe MDB_val()
    let code = key.withBytes { bytes in
      unsafe bytes.withMDBValue { key in
        unsafe mdb_get(transaction, table, &key, &value)
      }
    }
    switch code {
    case MDB_SUCCESS: return unsafe value
    case MDB_NOTFOUND: return nil
    // LMDB has no empty keys, so none is there.
    case MDB_BAD_VALSIZE: return nil
    default: throw Failure(LMDBError(operation: code))
    }
  }
}
