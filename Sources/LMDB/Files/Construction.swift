import Glibc

/// A folder that is filled out of sight and then stands at its place at once, whole and synced.
///
/// A process killed meanwhile leaves the temporary folder behind, under a name that nobody else
/// uses, and nothing at the place itself. LMDB alone is not that careful: power lost while it
/// writes the first two pages leaves a file that never opens again.
struct Construction {
  /// Where the folder will stand.
  let path: String
  /// Where it is filled.
  let temporary: String
  private let parent: String

  /// Makes the temporary folder next to `path`.
  init(at path: String) throws(LMDBError) {
    (parent, temporary) = Self.names(for: path)
    self.path = path
    guard !Self.exists(path) else { throw .alreadyExists(path: path) }
    guard unsafe mkdir(temporary, 0o777) == 0 else {
      throw errno == ENOENT ? .noSuchFolder(path: parent) : .ofLastSystemCall
    }
  }

  /// Syncs the folder and moves it to its place.
  func place() throws(LMDBError) {
    // Readers of the finished store make their own.
    unsafe unlink("\(temporary)/\(DataFile.lockName)")
    try Descriptors.sync("\(temporary)/\(DataFile.name)")
    try Descriptors.sync(temporary)
    // Replaces nothing but an empty folder, should one have come up meanwhile.
    guard unsafe rename(temporary, path) == 0 else {
      throw Self.exists(path) ? .alreadyExists(path: path) : .ofLastSystemCall
    }
    try Descriptors.sync(parent)
  }

  /// Removes what was built, if it is still where it was built.
  func discard() {
    unsafe unlink("\(temporary)/\(DataFile.lockName)")
    unsafe unlink("\(temporary)/\(DataFile.name)")
    unsafe rmdir(temporary)
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private static func names(for path: String) -> (parent: String, temporary: String) {
    let trimmed = path.reversed().drop { $0 == "/" }.reversed()
    let name = String(trimmed.suffix(while: { $0 != "/" }))
    let parent = String(trimmed.dropLast(name.count))
    let token = String(UInt64.random(in: .min ... .max), radix: 36)
    return (parent.isEmpty ? "." : parent, "\(parent).\(name).new-\(token)")
  }
}

extension BidirectionalCollection {
  /// The longest end whose elements all fulfil the condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
    self[(lastIndex { !condition($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}
