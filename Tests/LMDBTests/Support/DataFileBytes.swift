import Foundation

/// The bytes of a store's data file, to be damaged.
struct DataFileBytes {
  var bytes: [UInt8]
  static let pageSize = 4096

  init(ofStore path: String) throws {
    bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(path)/data.mdb")))
  }

  /// The meta page that names the newest state.
  var newestMeta: Int { self[144 + Self.pageSize] > self[144] ? Self.pageSize : 0 }

  /// The number at an offset in the file.
  subscript(offset: Int) -> UInt64 {
    get { (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << (8 * UInt64($1)) } }
    set { overwrite(offset, with: newValue) }
  }

  mutating func overwrite<Number: FixedWidthInteger>(_ offset: Int, with number: Number) {
    withUnsafeBytes(of: number.littleEndian) { new in
      bytes.replaceSubrange(offset..<offset + new.count, with: new)
    }
  }

  /// Overwrites the same place in both meta pages.
  mutating func overwriteMetas<Number: FixedWidthInteger>(_ offset: Int, with number: Number) {
    for meta in [0, Self.pageSize] { overwrite(meta + offset, with: number) }
  }

  /// Writes them as the data file of a new folder.
  func write(to path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/data.mdb"))
  }
}
