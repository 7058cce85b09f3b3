import Glibc

/// The file that holds a store.
enum DataFile {
  /// The name that LMDB gives it.
  static let name = "data.mdb"
  /// The name that LMDB gives the file with the reader slots.
  static let lockName = "lock.mdb"

  /// Checks the data file in a folder before LMDB sees it.
  static func check(inFolder folder: String) throws(LMDBError) -> FileIdentity {
    do {
      return try Descriptors.withOpen("\(folder)/\(name)", flags: O_RDONLY) {
        descriptor throws(LMDBError) in
        let status = try FileStatus(of: descriptor)
        if status.isFolder { throw .noSuchStore(path: folder) }
        try Preflight.check(descriptor)
        return status.identity
      }
    } catch .inputOutput(ENOENT), .inputOutput(ENOTDIR) {
      throw .noSuchStore(path: folder)
    }
  }
}
