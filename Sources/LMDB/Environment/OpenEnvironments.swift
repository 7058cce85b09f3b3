import Synchronization

/// Which data file it is, whatever the path that led to it.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

/// The data files that this process has open as environments.
///
/// Opening a file a second time would break the locks of the first: POSIX drops all locks of a
/// process on a file as soon as the process closes any descriptor of it. Paths cannot tell, since
/// symbolic and hard links lead to the same file.
enum OpenEnvironments {
  private static let identities = Mutex<Set<FileIdentity>>([])

  /// Whether the file was free, and is taken from now on.
  static func claim(_ identity: FileIdentity) -> Bool {
    identities.withLock { $0.insert(identity).inserted }
  }

  /// Gives the file back.
  static func release(_ identity: FileIdentity) {
    identities.withLock { _ = $0.remove(identity) }
  }
}
