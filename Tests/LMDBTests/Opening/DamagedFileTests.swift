import Foundation
import LMDB
import Testing

@Suite("Opening a file that is no healthy store")
struct DamagedFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What else can stand in the place of a store.
  enum Foreign: CaseIterable {
    case shortText, hundredBytes, longText, database, zeros, onePageOfZeros, ones

    var file: (bytes: [UInt8], error: LMDBError) {
      let text = [UInt8]("A text, not a store.\n".utf8)
      switch self {
      case .shortText: return (text, .notAStore(.tooShort(bytes: 21)))
      case .hundredBytes: return (repeated(0xA5, 100), .notAStore(.tooShort(bytes: 100)))
      case .longText: return (Array(repeatElement(text, count: 999).joined()), .notAStore(.foreign))
      case .database:
        return ([UInt8]("SQLite format 3\0".utf8) + repeated(1, 8176), .notAStore(.foreign))
      case .zeros: return (repeated(0, 65536), .notAStore(.foreign))
      case .onePageOfZeros: return (repeated(0, 4096), .notAStore(.foreign))
      case .ones: return (repeated(0xFF, 65536), .notAStore(.foreign))
      }
    }

    private func repeated(_ byte: UInt8, _ count: Int) -> [UInt8] {
      [UInt8](repeating: byte, count: count)
    }
  }

  @Test(arguments: Foreign.allCases, [Environment.Mode.readOnly, .readWrite])
  func `names what is foreign`(foreign: Foreign, mode: Environment.Mode) throws {
    try Data(foreign.file.bytes).write(to: URL(fileURLWithPath: folder("data.mdb")))
    #expect(throws: foreign.file.error) { try Environment.open(at: folder.path, mode: mode) }
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
