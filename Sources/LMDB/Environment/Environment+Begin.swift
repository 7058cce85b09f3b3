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
    _ = unsafe try begun { pointer in
      unsafe pointer = idle.pointer
      return unsafe mdb_txn_renew(idle.pointer)
    }
    return idle
  }

  /// Begins as `start` says; counts out, and ends what `start` has set, where it cannot.
  private func begun(
    _ start: (inout OpaquePointer?) -> Int32
  ) throws(LMDBError) -> OpaquePointer {
    var pointer: OpaquePointer?
    var code = adoptingMapSizes { unsafe start(&pointer) }
    for _ in 0..<Self.overtakings {
      guard code == MDB_SUCCESS, let read = unsafe pointer, unsafe isOvertaken(read) else { break }
      unsafe mdb_txn_reset(read)
      code = adoptingMapSizes { unsafe mdb_txn_renew(read) }
    }
    guard code == MDB_SUCCESS, let pointer = unsafe pointer else {
      if let pointer = unsafe pointer { unsafe mdb_txn_abort(pointer) }
      leave()
      throw code == MDB_PANIC ? .stopped(by: stopReason) : LMDBError(code: code)
    }
    return unsafe pointer
  }

  /// Whether two commits have come since the one that a transaction says it reads.
  ///
  /// A read first takes the number of the last commit, then copies that commit's root; two pages
  /// hold the roots by turns. A reader that is held up in between while one commit passes and the
  /// next one writes its root copies the later root under the earlier number. What it sees may not
  /// be on disk yet, and until it is, the next read sees less: time would run backwards. As long as
  /// only one commit has come, the root that was copied still stands, but for the nanoseconds in
  /// which the kernel takes in the next one.
  /// (`mdb_txn_renew0` and `mdb_env_write_meta` in mdb.c, LMDB 0.9.24.)
  private func isOvertaken(_ transaction: OpaquePointer) -> Bool {
    var info = unsafe MDB_envinfo()
    unsafe mdb_env_info(handle.pointer, &info)
    return unsafe info.me_last_txnid > mdb_txn_id(transaction) + 1
  }

  /// How often a read is begun again; then it reads what there is. Each time two commits must have
  /// come, unless something else than LMDB has changed the file.
  private static var overtakings: Int { 1000 }

  /// Begins again after adopting a new map size, where there is one.
  private func adoptingMapSizes(_ start: () -> Int32) -> Int32 {
    var code = start()
    for attempt in 0..<Self.adoptions where code == MDB_MAP_RESIZED {
      if attempt > 0 { usleep(1000) }
      adoptMapSize()
      code = start()
    }
    return code
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
