import CLMDB

extension Transaction where Access == WriteAccess {
  /// The database of this name, made if there is none.
  ///
  /// If the transaction is not committed, the database is not there afterwards, and the value
  /// returned here must not be used.
  ///
  /// - Throws: ``LMDBError/databasesFull`` or ``LMDBError/incompatibleDatabase(name:)``.
  public mutating func createDatabase(named name: String) throws(Failure) -> Database {
    try database(named: name, flags: MDB_CREATE)
  }

  /// The database of this name.
  ///
  /// - Throws: ``LMDBError/noSuchDatabase(name:)`` and as ``createDatabase(named:)``.
  public mutating func database(named name: String) throws(Failure) -> Database {
    try database(named: name, flags: 0)
  }

  private mutating func database(named name: String, flags: Int32) throws(Failure) -> Database {
    if let known = opened[name] ?? environment.knownDatabase(named: name) { return known }
    do {
      let database = unsafe try environment.openDatabase(named: name, in: handle, flags: flags)
      opened[name] = database
      return database
    } catch {
      if firstFailure == nil, error == .mapFull { firstFailure = error }
      throw Failure(error)
    }
  }
}
