import Foundation
import Testing

@testable import OrgLedger

@Suite("Bytes that were written before")
struct GoldenTests {
  @Test(arguments: goldenRecords)
  func `are read as they were meant, and are written again as they are`(sample: Sample) throws {
    let stored = try #require(
      GoldenTests.stored[sample.name],
      """
      Golden/records.txt has no record of this name. Add to it, and change nothing in it:
      \(GoldenTests.lines(sample.name, RecordCodec.encode(sample.record)))
      """)
    #expect(
      try RecordCodec.decode(stored) == sample.record,
      """
      Stores hold such bytes, and they can no longer be read as what was recorded. The bytes in \
      Golden/records.txt never change: the decoder is wrong.
      """)
    #expect(
      RecordCodec.encode(sample.record) == stored,
      """
      The encoder writes something else than before, so the content of what is recorded again \
      would differ from what is stored. A new field must not change records without it:
      \(GoldenTests.lines(sample.name, RecordCodec.encode(sample.record)))
      """)
  }

  @Test func `are all known by a name`() {
    #expect(Set(GoldenTests.stored.keys) == Set(goldenRecords.map(\.name)))
    #expect(Set(goldenRecords.map(\.record.body.kind)) == Set(Record.Kind.allCases))
  }

  @Test func `are the ones that the documentation takes apart`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/storage-format.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let blocks = text.components(separatedBy: "```")
    let example = try #require(blocks.count == 3 ? blocks[1] : nil)
    // Each line is bytes, then more than one blank, then what they mean.
    let bytes = example.split(separator: "\n").flatMap { line in
      line.components(separatedBy: "  ")[0].split(separator: " ").compactMap {
        UInt8($0, radix: 16)
      }
    }
    #expect(bytes == GoldenTests.stored["coverage"])
  }

  /// The bytes in the file by name: a line `# name`, then lines of hexadecimal digits.
  static let stored: [String: [UInt8]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/records.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
    var stored: [String: [UInt8]] = [:]
    var name = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        name = String(line.dropFirst(2))
      } else {
        let digits = Array(line)
        stored[name, default: []] += stride(from: 0, to: digits.count, by: 2).compactMap {
          UInt8(String(digits[$0..<min($0 + 2, digits.count)]), radix: 16)
        }
      }
    }
    return stored
  }()

  static func lines(_ name: String, _ bytes: [UInt8]) -> String {
    let rows = stride(from: 0, to: bytes.count, by: 40).map { start in
      bytes[start..<min(start + 40, bytes.count)].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
    }
    return "# \(name)\n" + rows.joined(separator: "\n") + "\n"
  }
}
