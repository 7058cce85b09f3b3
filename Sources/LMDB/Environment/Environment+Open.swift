import CLMDB
import Glibc

extension Environment {
  /// Opens the store in a folder; never makes one.
  ///
  /// Both meta pages are read and checked before LMDB sees the file, since it ends the process on
  /// some damaged files and silently makes a store of an empty one. Slots of readers that were
  /// killed are freed.
  ///
  /// - Throws: ``LMDBError/noSuchStore(path:)``, ``LMDBError/notAStore(_:)``,
  ///   ``LMDBError/truncated(expected:found:)``, ``LMDBError/versionMismatch(found:)``,
  ///   ``LMDBError/alreadyOpen(path:)``, ``LMDBError/permissionDenied``,
  ///   ``LMDBError/noAddressSpace``.
  /// - Complexity: O(1); it does not depend on the size of the store.
  public static func open(
    at path: String, mode: Mode = .readWrite, configuration: Configuration = Configuration()
  ) throws(LMDBError) -> Environment {
    let identity = try DataFile.check(inFolder: path)
    let environment = try open(
      at: path, claiming: identity, mode: mode, flags: mode == .readOnly ? MDB_RDONLY : 0,
      configuration: configuration)
    try environment.openKnownDatabases(atMost: configuration.maxDatabases)
    return environment
  }

  /// Opens a folder whose data file was checked, or is to be made, and claims the file for this
  /// process.
  static func open(
    at path: String, claiming checked: FileIdentity?, mode: Mode, flags: Int32,
    configuration: Configuration
  ) throws(LMDBError) -> Environment {
    // Claimed before it is opened: even to open and close it again would break existing locks.
    if let checked, !OpenEnvironments.claim(checked) { throw .alreadyOpen(path: path) }
    let (handle, identity): (Handle, FileIdentity)
    do {
      (handle, identity) = try openHandle(at: path, flags: flags, configuration: configuration)
    } catch {
      checked.map(OpenEnvironments.release)
      throw error
    }
    if checked == nil { _ = OpenEnvironments.claim(identity) }
    let environment = Environment(
      handle: handle, identity: checked ?? identity, path: path, mode: mode)
    // Somebody may have put another file there between the check and the opening.
    guard environment.identity == identity else { throw .noSuchStore(path: path) }
    Descriptors.closeOnExec(identity)
    try environment.reapStaleReaders()
    return environment
  }

  private static func openHandle(
    at path: String, flags: Int32, configuration: Configuration
  ) throws(LMDBError) -> (Handle, FileIdentity) {
    var code = ENOMEM
    for size in configuration.mapSizes where code == ENOMEM {
      var created: OpaquePointer?
      unsafe try LMDB.check(mdb_env_create(&created))
      guard let pointer = unsafe created else { throw .noAddressSpace }
      unsafe mdb_env_set_mapsize(pointer, size)
      unsafe mdb_env_set_maxreaders(pointer, UInt32(clamping: configuration.maxReaders))
      unsafe mdb_env_set_maxdbs(pointer, UInt32(clamping: configuration.maxDatabases))
      // Without MDB_NOTLS a read transaction would be bound to the thread that began it.
      code = unsafe mdb_env_open(
        pointer, path, UInt32(MDB_NOTLS | flags), mode_t(configuration.fileMode))
      var descriptor: Int32 = -1
      if code == MDB_SUCCESS { code = unsafe mdb_env_get_fd(pointer, &descriptor) }
      if code == MDB_SUCCESS, let identity = try? FileIdentity(of: descriptor) {
        return (unsafe Handle(pointer: pointer), identity)
      }
      // One that failed to open can only be closed.
      unsafe mdb_env_close(pointer)
    }
    throw LMDBError(code: code)
  }
}
