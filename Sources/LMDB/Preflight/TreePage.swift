/// A page that holds entries, or leads to the pages that do, with every offset checked.
///
/// Source: `MDB_page` and `MDB_node` in `mdb.c` of LMDB 0.9.24.
struct TreePage {
  let page: Page
  let isLeaf: Bool
  let count: Int

  private static let headerSize = 16
  private static let nodeHeaderSize = 8

  /// Nothing, unless the page has the number and the kind that are expected of it and its entries
  /// lie within it.
  init?(_ page: Page, number: UInt64, size: Int) {
    guard
      page.bytes.count == size, page.number(at: 0, as: UInt64.self) == number,
      let flags = page.number(at: 10, as: UInt16.self), flags == 0x01 || flags == 0x02,
      let lower = page.number(at: 12, as: UInt16.self),
      let upper = page.number(at: 14, as: UInt16.self),
      lower >= Self.headerSize, lower % 2 == 0, lower <= upper, upper <= size
    else { return nil }
    self.page = page
    isLeaf = flags == 0x02
    count = (Int(lower) - Self.headerSize) / 2
    for index in 0..<count where node(index) == nil { return nil }
  }

  /// An entry of the page.
  struct Node {
    /// Of a branch: the page below.
    let child: UInt64
    /// Of a leaf: whether the value lies on pages of its own, and only their number here.
    let isOnOverflowPages: Bool
    /// Of a leaf: whether the value describes a named database.
    let isDatabase: Bool
    /// Of a leaf: where in the page the value begins.
    let valueOffset: Int
    /// Of a leaf: the length of the value.
    let valueSize: Int
  }

  /// An entry, or nothing where it does not lie within the page.
  func node(_ index: Int) -> Node? {
    guard
      let start = page.number(at: Self.headerSize + 2 * index, as: UInt16.self).map(Int.init),
      start >= Self.headerSize,
      let low = page.number(at: start, as: UInt16.self).map(UInt64.init),
      let high = page.number(at: start + 2, as: UInt16.self).map(UInt64.init),
      let flags = page.number(at: start + 4, as: UInt16.self).map(UInt64.init),
      let keySize = page.number(at: start + 6, as: UInt16.self).map(Int.init)
    else { return nil }
    let (size, valueOffset) = (Int(low | high << 16), start + Self.nodeHeaderSize + keySize)
    let isOverflow = isLeaf && flags & 0x01 != 0
    let stored = isLeaf ? (isOverflow ? 8 : size) : 0
    guard valueOffset + stored <= page.bytes.count else { return nil }
    return Node(
      child: low | high << 16 | flags << 32, isOnOverflowPages: isOverflow,
      isDatabase: isLeaf && flags & 0x02 != 0, valueOffset: valueOffset, valueSize: size)
  }
}
