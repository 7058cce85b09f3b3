import Foundation
import LMDB
import Testing

/// LMDB does not write pages that a transaction took from the end of the file and gave back, so the
/// file of a healthy store can be shorter than the number of its pages says.
@Suite("Opening a file that ends before its last page")
struct ShortFileTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.makeStore()
  }

  /// Puts and deletes small and large values, until the file is shorter than its pages.
  private func makeShort() throws -> Int {
    let environment = try Environment.open(at: path)
    let table = try environment.database(named: "table")
    var numbers = SeededNumbers(state: 3)
    for _ in 0..<2000 {
      try environment.write { transaction in
        for _ in 0..<Int.random(in: 1...30, using: &numbers) {
          let key = BigEndian(Int32.random(in: 0..<200, using: &numbers))
          let size = [Int.random(in: 0..<800, using: &numbers), 100_000].randomElement(
            using: &numbers)!
          if Bool.random(using: &numbers) {
            try transaction.put(key, [UInt8](repeating: 1, count: size), in: table)
          } else {
            try transaction.delete(key, in: table)
          }
        }
      }
      let info = try environment.info()
      if try environment.fileSize() < (info.lastPage + 1) * info.pageSize {
        return try environment.count(of: table)
      }
    }
    return 0
  }

  @Test(arguments: [Environment.Mode.readOnly, .readWrite])
  func `succeeds where the missing pages are all free`(mode: Environment.Mode) throws {
    let entries = try makeShort()
    try #require(entries > 0)
    let environment = try Environment.open(at: path, mode: mode)
    #expect(try environment.count(of: environment.database(named: "table")) == entries)
  }

  @Test func `is refused where one of the missing pages is in use`() throws {
    try #require(makeShort() > 0)
    var file = try DataFileBytes(ofStore: path)
    // Free pages at the end can be cut off one by one; sooner or later one in use comes.
    var refusal: LMDBError?
    while refusal == nil, file.bytes.count > 2 * DataFileBytes.pageSize {
      file.bytes.removeLast(DataFileBytes.pageSize)
      try file.write(to: folder("cut"))
      do { try Environment.open(at: folder("cut"), mode: .readOnly).close() } catch {
        refusal = error
      }
    }
    let pages = Int(file[file.newestMeta + 136]) + 1
    #expect(
      refusal == .truncated(expected: pages * DataFileBytes.pageSize, found: file.bytes.count))
  }
}
