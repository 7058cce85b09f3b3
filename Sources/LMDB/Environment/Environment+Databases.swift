import CLMDB

extension Environment {
  /// The database of this name.
  ///
  /// Those that were there when the environment was opened are known already. One that another
  /// process has made since is looked up in a transaction, which for an environment that may write
  /// waits for the current writer.
  ///
  /// - Throws: ``LMDBError/noSuchDatabase(name:)``, ``LMDBError/incompatibleDatabase(name:)``,
  ///   ``LMDBError/databasesFull``; ``LMDBError/nestedWrite`` within a write of the same thread,
  ///   where the transaction itself is to be asked.
  public func database(named name: String) throws(LMDBError) -> Database {
    if let known = knownDatabase(named: name) { return known }
    if mode == .readWrite {
      return try write { (transaction) throws(LMDBError) in
        try transaction.database(named: name)
      }
    }
    let handle = unsafe try begin(flags: UInt32(MDB_RDONLY))
    defer { leave() }
    // LMDB wants handles opened by one transaction at a time; here the lock of the table sees to
    // it.
    let result: Result<Database, LMDBError> = databases.withLock { databases in
      if let known = databases[name] {
        unsafe mdb_txn_abort(handle)
        return .success(known)
      }
      do throws(LMDBError) {
        let database = unsafe try openDatabase(named: name, in: handle, flags: 0)
        unsafe try check(mdb_txn_commit(handle))
        databases[name] = database
        return .success(database)
      } catch {
        unsafe mdb_txn_abort(handle)
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The names of all databases in the newest state, in byte order.
  public func databaseNames() throws(LMDBError) -> [String] {
    try read { (transaction) throws(LMDBError) in
      unsafe try Self.names(in: transaction.handle, atMost: .max)
    }
  }

  func knownDatabase(named name: String) -> Database? { databases.withLock { $0[name] } }

  /// Opens the handle of a database; it lasts only if the transaction commits.
  func openDatabase(
    named name: String, in transaction: OpaquePointer, flags: Int32
  ) throws(LMDBError) -> Database {
    var table: MDB_dbi = 0
    switch unsafe mdb_dbi_open(transaction, name, UInt32(flags), &table) {
    case MDB_SUCCESS: break
    case MDB_NOTFOUND: throw .noSuchDatabase(name: name)
    case MDB_INCOMPATIBLE: throw .incompatibleDatabase(name: name)
    case let code: throw LMDBError(code: code)
    }
    var stored: UInt32 = 0
    unsafe try check(mdb_dbi_flags(transaction, table, &stored))
    // Duplicate or integer keys: made by another program, with another order than ours.
    guard stored == 0 else { throw .incompatibleDatabase(name: name) }
    return Database(handle: table, environment: serial)
  }

  /// Opens the handles of the databases that are there already.
  ///
  /// To be called before the environment is lent to anybody, since handles must be opened by one
  /// transaction at a time.
  func openKnownDatabases(atMost limit: Int) throws(LMDBError) {
    let handle = unsafe try begin(flags: UInt32(MDB_RDONLY))
    defer { leave() }
    var found: [String: Database] = [:]
    do {
      for name in unsafe try Self.names(in: handle, atMost: limit) {
        // What is no database of ours is no reason not to open: asking for it will say so.
        found[name] = unsafe try? openDatabase(named: name, in: handle, flags: 0)
      }
    } catch {
      unsafe mdb_txn_abort(handle)
      throw error
    }
    unsafe try check(mdb_txn_commit(handle))
    databases.withLock { $0 = found }
  }

  /// The keys of the unnamed database, in which LMDB keeps the named ones.
  private static func names(
    in transaction: OpaquePointer, atMost limit: Int
  ) throws(LMDBError) -> [String] {
    var table: MDB_dbi = 0
    unsafe try check(mdb_dbi_open(transaction, nil, 0, &table))
    var opened: OpaquePointer?
    unsafe try check(mdb_cursor_open(transaction, table, &opened))
    guard let cursor = unsafe opened else { return [] }
    defer { unsafe mdb_cursor_close(cursor) }
    var names: [String] = []
    var (key, value) = unsafe (MDB_val(), MDB_val())
    while names.count < limit, unsafe mdb_cursor_get(cursor, &key, &value, MDB_NEXT) == MDB_SUCCESS
    {
      names.append(unsafe key.lend { String(decoding: [UInt8](copying: $0), as: UTF8.self) })
    }
    return names
  }
}
