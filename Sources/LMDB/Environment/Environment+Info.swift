import CLMDB
import Glibc

/// What LMDB tells about an open environment.
public struct EnvironmentInfo: Hashable, Sendable {
  /// How large the file may grow, in bytes.
  public let mapSize: Int
  /// The size of a page, in bytes.
  public let pageSize: Int
  /// The number of the last page in use.
  public let lastPage: Int
  /// The number of the last committed transaction.
  public let lastTransaction: Int
  /// How many read transactions may run at once, in all processes.
  public let maxReaders: Int
  /// How many reader slots were ever in use at once since the first process opened the store.
  public let readerSlots: Int
}

extension Environment {
  /// What LMDB tells about the environment now.
  ///
  /// - Throws: ``LMDBError/closed``.
  public func info() throws(LMDBError) -> EnvironmentInfo {
    try enter()
    defer { leave() }
    var (info, stat) = unsafe (MDB_envinfo(), MDB_stat())
    unsafe try check(mdb_env_info(handle.pointer, &info))
    unsafe try check(mdb_env_stat(handle.pointer, &stat))
    return unsafe EnvironmentInfo(
      mapSize: info.me_mapsize, pageSize: Int(stat.ms_psize), lastPage: info.me_last_pgno,
      lastTransaction: info.me_last_txnid, maxReaders: Int(info.me_maxreaders),
      readerSlots: Int(info.me_numreaders))
  }

  /// The size of the data file, in bytes.
  ///
  /// - Throws: ``LMDBError/closed``.
  public func fileSize() throws(LMDBError) -> Int {
    try enter()
    defer { leave() }
    return try Int(FileStatus(of: descriptor()).size)
  }

  /// Frees the slots of readers whose process has died, so that their pages can be used again.
  ///
  /// - Returns: How many there were.
  /// - Throws: ``LMDBError/closed``.
  @discardableResult
  public func reapStaleReaders() throws(LMDBError) -> Int {
    try enter()
    defer { leave() }
    var dead: Int32 = 0
    unsafe try check(mdb_reader_check(handle.pointer, &dead))
    return Int(dead)
  }

  func descriptor() throws(LMDBError) -> Int32 {
    var descriptor: Int32 = -1
    unsafe try check(mdb_env_get_fd(handle.pointer, &descriptor))
    return descriptor
  }
}
