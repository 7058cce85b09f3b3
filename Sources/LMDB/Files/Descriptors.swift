import Glibc

enum Descriptors {
  /// Opens a file or folder for the length of `body`.
  static func withOpen<Result>(
    _ path: String, flags: Int32, _ body: (Int32) throws(LMDBError) -> Result
  ) throws(LMDBError) -> Result {
    let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw .ofLastSystemCall }
    defer { Glibc.close(descriptor) }
    return try body(descriptor)
  }

  /// Makes sure that what was written to a file, or the names in a folder, are on the disk.
  static func sync(_ path: String) throws(LMDBError) {
    try withOpen(path, flags: O_RDONLY) { descriptor throws(LMDBError) in
      guard fsync(descriptor) == 0 else { throw .ofLastSystemCall }
    }
  }

  /// Keeps the descriptors of a file from being inherited by child processes.
  ///
  /// LMDB opens the data file twice without O_CLOEXEC, and tells only one of the descriptors; so
  /// all descriptors of this process are looked at.
  static func closeOnExec(_ identity: FileIdentity) {
    for descriptor in all() where (try? FileIdentity(of: descriptor)) == identity {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
  }

  /// The open descriptors of this process, as Linux lists them.
  private static func all() -> [Int32] {
    guard let folder = unsafe opendir("/proc/self/fd") else { return [] }
    defer { unsafe closedir(folder) }
    var found: [Int32] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      if let descriptor = Int32(name) { found.append(descriptor) }
    }
    return found
  }
}
