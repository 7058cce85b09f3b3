/// One of the two first pages of a data file; they take turns in saying where the newest state is.
///
/// Source: `MDB_page`, `MDB_meta` and `MDB_db` in `mdb.c` of LMDB 0.9.24, on a 64-bit system.
struct MetaPage: Hashable {
  let pageNumber: UInt64
  let pageFlags: UInt16
  let magic: UInt32
  let version: UInt32
  let mapSize: UInt64
  let pageSize: UInt32
  let free: Tree
  let main: Tree
  let lastPage: UInt64
  let transaction: UInt64

  /// The number of bytes that are read of it.
  static let size = 152

  init?(_ bytes: [UInt8]) {
    let page = Page(bytes: bytes)
    guard
      let pageNumber = page.number(at: 0, as: UInt64.self),
      let pageFlags = page.number(at: 10, as: UInt16.self),
      let magic = page.number(at: 16, as: UInt32.self),
      let version = page.number(at: 20, as: UInt32.self),
      let mapSize = page.number(at: 32, as: UInt64.self),
      let pageSize = page.number(at: 40, as: UInt32.self),
      let free = Tree(page, at: 40), let main = Tree(page, at: 88),
      let lastPage = page.number(at: 136, as: UInt64.self),
      let transaction = page.number(at: 144, as: UInt64.self)
    else { return nil }
    self.pageNumber = pageNumber
    self.pageFlags = pageFlags
    self.magic = magic
    self.version = version
    self.mapSize = mapSize
    self.pageSize = pageSize
    self.free = free
    self.main = main
    self.lastPage = lastPage
    self.transaction = transaction
  }

  var isMeta: Bool { magic == 0xBEEF_C0DE && pageFlags & 0x08 != 0 }
}

/// Where a tree of pages begins and what it should hold.
struct Tree: Hashable {
  let flags: UInt16
  let depth: UInt16
  let entries: UInt64
  let root: UInt64

  /// The number of bytes that it takes in a meta page or in the entry of a named database.
  static let size = 48

  init?(_ page: Page, at offset: Int) {
    guard
      let flags = page.number(at: offset + 4, as: UInt16.self),
      let depth = page.number(at: offset + 6, as: UInt16.self),
      let entries = page.number(at: offset + 32, as: UInt64.self),
      let root = page.number(at: offset + 40, as: UInt64.self)
    else { return nil }
    self.flags = flags
    self.depth = depth
    self.entries = entries
    self.root = root
  }

  /// An empty tree has no page.
  var isEmpty: Bool { root == .max && depth == 0 && entries == 0 }

  /// Whether the root can be one: LMDB ends the process if it is a meta page, and has no room for
  /// trees of more than 32 levels.
  func isPlausible(lastPage: UInt64) -> Bool {
    isEmpty || root >= 2 && root <= lastPage && (1...32).contains(depth)
  }
}
