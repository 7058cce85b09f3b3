import Glibc

/// The check of a data file before LMDB opens it.
///
/// LMDB ends the process on files that are cut off or whose meta pages are damaged, and gives
/// misleading errors on others. This looks at both meta pages and at the roots of the two trees
/// they name, so it costs the same for stores of any size. It does not look at what lies below.
struct Preflight {
  private var file: PageFile

  /// Checks the file that is open at `descriptor`.
  ///
  /// While another process commits, the pages read here may be of different states. What looks like
  /// damage is believed only if the meta pages have not changed meanwhile.
  static func check(_ descriptor: Int32) throws(LMDBError) {
    var preflight = Preflight(file: PageFile(descriptor: descriptor))
    for _ in 0..<16 {
      let before = try preflight.metaBytes()
      do {
        return try preflight.check()
      } catch {
        if try preflight.metaBytes() == before { throw error }
      }
    }
    try preflight.check()
  }

  private func metaBytes() throws(LMDBError) -> [UInt8] {
    try file.bytes(at: 0, count: MetaPage.size)
      + file.bytes(at: max(file.pageSize, 4096), count: MetaPage.size)
  }

  private mutating func check() throws(LMDBError) {
    let metas = try readMetas()
    for (number, meta) in metas.enumerated() { try check(meta, number: number) }
    let newest = metas[1].transaction > metas[0].transaction ? metas[1] : metas[0]
    // The file grows before the meta page that counts the new pages is written.
    let size = try FileStatus(of: file.descriptor).size
    try checkLength(newest, size: size)
    try checkRoots(newest)
  }

  private mutating func readMetas() throws(LMDBError) -> [MetaPage] {
    let size = try FileStatus(of: file.descriptor).size
    guard size > 0 else { throw .notAStore(.empty) }
    guard let first = try MetaPage(file.bytes(at: 0, count: MetaPage.size)) else {
      throw .notAStore(.tooShort(bytes: size))
    }
    guard first.isMeta else {
      throw try .notAStore(isMeta(at: 4096) ? .metaPage(0) : .foreign)
    }
    guard first.version == 1 else { throw .versionMismatch(found: first.version) }
    // LMDB divides by it.
    guard first.pageSize.nonzeroBitCount == 1, (256...65536).contains(first.pageSize) else {
      throw .notAStore(.pageSize(first.pageSize))
    }
    file.pageSize = Int(first.pageSize)
    let second = try MetaPage(file.bytes(at: file.pageSize, count: MetaPage.size))
    guard let second, size >= 2 * file.pageSize else {
      throw .truncated(expected: 2 * file.pageSize, found: size)
    }
    return [first, second]
  }

  private func isMeta(at offset: Int) throws(LMDBError) -> Bool {
    try MetaPage(file.bytes(at: offset, count: MetaPage.size))?.isMeta ?? false
  }

  private func check(_ meta: MetaPage, number: Int) throws(LMDBError) {
    guard
      meta.isMeta, meta.version == 1, meta.pageNumber == number, meta.pageSize == file.pageSize
    else { throw .notAStore(.metaPage(number)) }
    // 0x08 marks the free list's integer keys; anything else is an option that we do not use.
    guard meta.free.flags == 0x08 else { throw .notAStore(.options(meta.free.flags)) }
    guard meta.main.flags == 0 else { throw .notAStore(.options(meta.main.flags)) }
    let largest: UInt64 = 1 << 47
    guard meta.lastPage >= 1, meta.lastPage < largest / UInt64(file.pageSize) else {
      throw .notAStore(.lastPage(meta.lastPage))
    }
    let used = (meta.lastPage + 1) * UInt64(file.pageSize)
    guard (used...largest).contains(meta.mapSize) else { throw .notAStore(.mapSize(meta.mapSize)) }
    for tree in [meta.free, meta.main] where !tree.isPlausible(lastPage: meta.lastPage) {
      throw .notAStore(.root(page: tree.root))
    }
  }

  /// A file may be shorter than its pages: LMDB does not write pages that a transaction took from
  /// the end and gave back. Then all that are missing must be free, else the file was cut off.
  private func checkLength(_ meta: MetaPage, size: Int) throws(LMDBError) {
    let expected = (Int(meta.lastPage) + 1) * file.pageSize
    guard size < expected else { return }
    let first = UInt64(size / file.pageSize)
    var free = FreeList(of: file, size: size)
    guard try free.count(in: meta.free, from: first) == meta.lastPage + 1 - first else {
      throw .truncated(expected: expected, found: size)
    }
  }

  private func checkRoots(_ meta: MetaPage) throws(LMDBError) {
    for tree in [meta.free, meta.main] where !tree.isEmpty { file.willRead(tree.root) }
    for tree in [meta.free, meta.main] where !tree.isEmpty {
      guard
        let page = try TreePage(
          file.page(Int(tree.root)), number: tree.root, size: file.pageSize),
        page.isLeaf == (tree.depth == 1)
      else { throw .notAStore(.root(page: tree.root)) }
      try checkDatabases(in: page, of: meta)
    }
  }

  /// The named databases have their roots in the leaves of the main tree.
  private func checkDatabases(in page: TreePage, of meta: MetaPage) throws(LMDBError) {
    for index in 0..<page.count {
      guard let node = page.node(index), node.isDatabase else { continue }
      guard
        node.valueSize == Tree.size, let tree = Tree(page.page, at: node.valueOffset),
        tree.isPlausible(lastPage: meta.lastPage)
      else { throw .notAStore(.root(page: meta.main.root)) }
      // LMDB goes down from there next.
      if !tree.isEmpty { file.willRead(tree.root) }
    }
  }
}
