/// The pages that a data file holds in reserve.
///
/// LMDB keeps them in a tree of its own: each value is a count followed by that many page numbers.
struct FreeList {
  let file: PageFile
  /// The size of the file.
  private let size: Int
  /// How many pages may still be read; a damaged tree could go round in circles.
  private var budget: Int

  init(of file: PageFile, size: Int) {
    self.file = file
    self.size = size
    budget = size / file.pageSize
  }

  /// How many of the pages from `first` on are free, or nothing where the tree is damaged.
  mutating func count(in tree: Tree, from first: UInt64) throws(LMDBError) -> UInt64? {
    if tree.isEmpty { return 0 }
    return try count(below: tree.root, levels: Int(tree.depth), from: first)
  }

  private mutating func count(
    below number: UInt64, levels: Int, from first: UInt64
  ) throws(LMDBError) -> UInt64? {
    budget -= 1
    guard
      budget >= 0, levels > 0, let number = Int(exactly: number),
      number < Int.max / (2 * file.pageSize),
      let page = try TreePage(file.page(number), number: UInt64(number), size: file.pageSize),
      page.isLeaf == (levels == 1)
    else { return nil }
    var total: UInt64 = 0
    for index in 0..<page.count {
      guard
        let node = page.node(index),
        let found = page.isLeaf
          ? try count(in: node, of: page.page, from: first)
          : try count(below: node.child, levels: levels - 1, from: first)
      else { return nil }
      total += found
    }
    return total
  }

  private func count(
    in node: TreePage.Node, of page: Page, from first: UInt64
  ) throws(LMDBError) -> UInt64? {
    var list = Page(bytes: Array(page.bytes.dropFirst(node.valueOffset).prefix(node.valueSize)))
    if node.isOnOverflowPages {
      guard
        let number = page.number(at: node.valueOffset, as: UInt64.self).flatMap(Int.init(exactly:)),
        // Beyond this, the offset of the page would overflow.
        number < Int.max / (2 * file.pageSize), node.valueSize <= size
      else { return nil }
      let start = number * file.pageSize + 16
      list = try Page(bytes: file.bytes(at: start, count: node.valueSize))
    }
    guard
      let count = list.number(at: 0, as: UInt64.self), count < list.bytes.count / 8
    else { return nil }
    let numbers = (0..<Int(count)).map { list.number(at: 8 + 8 * $0, as: UInt64.self) ?? 0 }
    return UInt64(numbers.count { $0 >= first })
  }
}
