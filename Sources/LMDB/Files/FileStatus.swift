import Glibc

/// What the file system knows about an open file.
struct FileStatus {
  let identity: FileIdentity
  let size: Int
  let isFolder: Bool

  init(of descriptor: Int32) throws(LMDBError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .ofLastSystemCall }
    identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    size = status.st_size
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }
}

extension FileIdentity {
  init(of descriptor: Int32) throws(LMDBError) { self = try FileStatus(of: descriptor).identity }
}
