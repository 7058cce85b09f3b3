import CLMDB

extension Environment {
  /// Makes a compact copy of the newest committed state in a new folder, while others read and
  /// write.
  ///
  /// Pages in no use are left out. The copy is synced, then renamed into place; it never waits for
  /// a writer, but as a long read it lets the file grow meanwhile.
  ///
  /// - Throws: ``LMDBError/closed``, ``LMDBError/alreadyExists(path:)``,
  ///   ``LMDBError/noSuchFolder(path:)``, ``LMDBError/permissionDenied``, ``LMDBError/diskFull``,
  ///   ``LMDBError/inputOutput(errno:)``. Nothing is left behind then.
  /// - Complexity: O(*n*), *n* being the number of pages in use.
  public func copy(to path: String) throws(LMDBError) {
    try enter()
    defer { leave() }
    let construction = try Construction(at: path)
    defer { construction.discard() }
    // Not the plain copy: that one takes the write lock.
    unsafe try check(
      mdb_env_copy2(handle.pointer, construction.temporary, UInt32(MDB_CP_COMPACT)))
    try construction.place()
  }
}
