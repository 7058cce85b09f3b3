import LMDB

/// What can be wrong with a data file, and how it is then refused.
enum Damage: CaseIterable {
  case firstMagic, secondMagic, newerVersion, otherPageNumber
  case noPageSize, oddPageSize, hugePageSize, differingPageSizes
  case noMap, hugeMap, farLastPage, absurdLastPage
  case metaPageAsRoot, farRoot, deepTree, zeroedRoot, metaPageAsTableRoot
  case fixedAddress, duplicateKeys
  case half, metasOnly, lessThanMetas, oneUsedPage

  /// Offsets are those of `MDB_page` and `MDB_meta` in LMDB 0.9.24.
  func apply(to file: inout DataFileBytes) -> LMDBError {
    let (page, meta, size) = (DataFileBytes.pageSize, file.newestMeta, file.bytes.count)
    let root = file[meta + 128]
    switch self {
    case .firstMagic:
      file.overwrite(16, with: UInt32(0))
      return .notAStore(.metaPage(0))
    case .secondMagic:
      file.overwrite(page + 16, with: UInt32(0))
      return .notAStore(.metaPage(1))
    case .newerVersion:
      file.overwriteMetas(20, with: UInt32(2))
      return .versionMismatch(found: 2)
    case .otherPageNumber:
      file.overwrite(page, with: UInt64(7))
      return .notAStore(.metaPage(1))
    case .noPageSize:
      file.overwriteMetas(40, with: UInt32(0))
      return .notAStore(.pageSize(0))
    case .oddPageSize:
      file.overwriteMetas(40, with: UInt32(3000))
      return .notAStore(.pageSize(3000))
    case .hugePageSize:
      file.overwriteMetas(40, with: UInt32(1 << 20))
      return .notAStore(.pageSize(1 << 20))
    case .differingPageSizes:
      file.overwrite(page + 40, with: UInt32(8192))
      return .notAStore(.metaPage(1))
    case .noMap:
      file.overwriteMetas(32, with: UInt64(0))
      return .notAStore(.mapSize(0))
    case .hugeMap:
      file.overwriteMetas(32, with: UInt64(1) << 63)
      return .notAStore(.mapSize(1 << 63))
    case .farLastPage:
      file.overwriteMetas(136, with: UInt64(1) << 40)
      return .notAStore(.lastPage(1 << 40))
    case .absurdLastPage:
      file.overwriteMetas(136, with: UInt64(1) << 60)
      return .notAStore(.lastPage(1 << 60))
    case .metaPageAsRoot:
      file[meta + 128] = 1
      return .notAStore(.root(page: 1))
    case .farRoot:
      file[meta + 128] = 1 << 30
      return .notAStore(.root(page: 1 << 30))
    case .deepTree:
      file.overwrite(meta + 94, with: UInt16(33))
      return .notAStore(.root(page: root))
    case .zeroedRoot:
      file.bytes.replaceSubrange(Int(root) * page..<(Int(root) + 1) * page, with: zeros(page))
      return .notAStore(.root(page: root))
    case .metaPageAsTableRoot:
      // One entry: an 8-byte head, the name "table", and the tree, whose root comes last.
      let node = Int(root) * page + Int(file[Int(root) * page + 16] & 0xFFFF)
      file[node + 8 + 5 + 40] = 0
      return .notAStore(.root(page: root))
    case .fixedAddress:
      file.overwriteMetas(44, with: UInt16(0x09))
      return .notAStore(.options(0x09))
    case .duplicateKeys:
      file.overwriteMetas(92, with: UInt16(0x04))
      return .notAStore(.options(0x04))
    case .half: return cut(&file, to: size / 2, of: size)
    case .metasOnly: return cut(&file, to: 2 * page, of: size)
    case .lessThanMetas: return cut(&file, to: page + 1000, of: 2 * page)
    case .oneUsedPage: return cut(&file, to: size - 1, of: size)
    }
  }

  private func cut(_ file: inout DataFileBytes, to found: Int, of expected: Int) -> LMDBError {
    file.bytes.removeLast(file.bytes.count - found)
    return .truncated(expected: expected, found: found)
  }

  private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
