import CLMDB
import Glibc

extension Environment {
  /// Begins a transaction and counts it in.
  ///
  /// Where another process enlarged the map, the new size is adopted first.
  func begin(flags: UInt32) throws(LMDBError) -> OpaquePointer {
    try enter()
    return unsafe try begun { pointer in
      unsafe mdb_txn_begin(handle.pointer, nil, flags, &pointer)
    }
  }

  /// Begins a read or renews one that has ended, and counts it in.
  @usableFromInline
  func beginReading() throws(LMDBError) -> Handle {
    guard let idle = try enterReading() else {
      return unsafe try Handle(
        pointer: begun { pointer in
          unsafe mdb_txn_begin(handle.pointer, nil, UInt32(MDB_RDONLY), &pointer)
        })
    }
    do {
      _ = unsafe try begun { pointer in
        unsafe pointer = idle.pointer
        return unsafe mdb_txn_renew(idle.pointer)
      }
      return idle
    } catch {
      unsafe mdb_txn_abort(idle.pointer)
      throw error
    }
  }

  /// Begins as `start` says, again after adopting a new map size; counts out where it cannot.
  private func begun(
    _ start: (inout OpaquePointer?) -> Int32
  ) throws(LMDBError) -> OpaquePointer {
    var pointer: OpaquePointer?
    var code = unsafe start(&pointer)
    for attempt in 0..<Self.adoptions where code == MDB_MAP_RESIZED {
      if attempt > 0 { usleep(1000) }
      adoptMapSize()
      code = unsafe start(&pointer)
    }
    guard code == MDB_SUCCESS, let pointer = unsafe pointer else {
      leave()
      throw code == MDB_PANIC ? .stopped(by: stopReason) : LMDBError(code: code)
    }
    return unsafe pointer
  }

  /// How often a new map size is looked for before giving up; other transactions get a millisecond
  /// to end in between.
  private static var adoptions: Int { 100 }

  private var stopReason: LMDBError { gate.withLock { $0.failure } ?? .corrupted }

  /// Takes over the map size that another process has set.
  ///
  /// The map may move, and with it everything that a running transaction looks at; LMDB does not
  /// check. So it happens only if the caller's is the only one, and under the lock that keeps
  /// others from beginning.
  private func adoptMapSize() {
    gate.withLock { gate in
      if gate.running == 1 { unsafe _ = mdb_env_set_mapsize(handle.pointer, 0) }
    }
  }
}
