import Foundation
import LMDB
import Testing

@Suite("Opening a file that is no healthy store")
struct DamagedFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Other programs' files, and none at all.
  static let foreign: [(bytes: [UInt8], error: LMDBError)] = [
    ([UInt8]("A text, not a store.\n".utf8), .notAStore(.tooShort(bytes: 21))),
    ([UInt8](repeating: 0xA5, count: 100), .notAStore(.tooShort(bytes: 100))),
    ([UInt8](String(repeating: "A text, not a store.\n", count: 1000).utf8), .notAStore(.foreign)),
    ([UInt8]("SQLite format 3\0".utf8) + [UInt8](repeating: 1, count: 8176), .notAStore(.foreign)),
    ([UInt8](repeating: 0, count: 65536), .notAStore(.foreign)),
    ([UInt8](repeating: 0, count: 4096), .notAStore(.foreign)),
    ([UInt8](repeating: 0xFF, count: 65536), .notAStore(.foreign)),
  ]

  @Test(arguments: foreign, [Environment.Mode.readOnly, .readWrite])
  func `names what is foreign`(
    file: (bytes: [UInt8], error: LMDBError), mode: Environment.Mode
  ) throws {
    try Data(file.bytes).write(to: URL(fileURLWithPath: folder("data.mdb")))
    #expect(throws: file.error) { try Environment.open(at: folder.path, mode: mode) }
  }

  @Test(arguments: Damage.allCases, [Environment.Mode.readOnly, .readWrite])
  func `names what is damaged`(damage: Damage, mode: Environment.Mode) throws {
    var file = try DataFileBytes(ofStore: folder.makeStore(entries: 2000))
    let error = damage.apply(to: &file)
    try file.write(to: folder("damaged"))
    #expect(throws: error) { try Environment.open(at: folder("damaged"), mode: mode) }
  }

  @Test(arguments: [Environment.Mode.readOnly, .readWrite])
  func `ends the process in no way, wherever a meta page or a root is overwritten`(
    mode: Environment.Mode
  ) throws {
    let intact = try DataFileBytes(ofStore: folder.makeStore(entries: 2000))
    let root = Int(intact[intact.newestMeta + 88 + 40]) * DataFileBytes.pageSize
    var numbers = SeededNumbers(state: 1)
    for place in [0, DataFileBytes.pageSize, root] {
      for offset in stride(from: 0, to: 160, by: 2) {
        var file = intact
        file.overwrite(place + offset, with: UInt16.random(in: 0...UInt16.max, using: &numbers))
        try file.write(to: folder("damaged"))
        // Opened or refused; a signal would end the test.
        try? Environment.open(at: folder("damaged"), mode: mode).close()
      }
    }
  }
}
