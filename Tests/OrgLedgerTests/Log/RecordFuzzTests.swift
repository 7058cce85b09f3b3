import Testing

@testable import OrgLedger

@Suite("Damaged bytes")
struct RecordFuzzTests {
  @Test func `never crash the decoder, and what decodes encodes to the same bytes`() throws {
    var random = SeededGenerator(seed: 3)
    var decoded = 0
    for _ in 0..<1_500 {
      let whole = RecordCodec.encode(Record.random(using: &random))
      for _ in 0..<20 {
        let bytes = random.damage(whole)
        let header = try? RecordHeader(bytes)
        guard let record = try? RecordCodec.decode(bytes) else { continue }
        decoded += 1
        try #require(RecordCodec.encode(record) == bytes)
        try #require(header?.position == record.position)
        try #require(header?.retracts == record.retracts)
      }
    }
    // Damage in a text or a number often gives another record; the tree finds that, not the codec.
    #expect(decoded > 1_000)
  }

  @Test func `that are noise never crash the decoder`() {
    var random = SeededGenerator(seed: 4)
    for length in 0..<2_000 {
      let bytes = (0..<length % 64).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      _ = try? RecordHeader(bytes)
      if let record = try? RecordCodec.decode(bytes) {
        #expect(RecordCodec.encode(record) == bytes)
      }
    }
  }
}

extension SeededGenerator {
  /// Bytes with one to three places overwritten, flipped, cut out, doubled or put in.
  mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &self) {
      guard let index = bytes.indices.randomElement(using: &self) else { return bytes }
      let end = min(bytes.count, index + Int.random(in: 1...4, using: &self))
      switch Int.random(in: 0...5, using: &self) {
      case 0: bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &self)
      case 1: bytes[index] = UInt8.random(in: .min ... .max, using: &self)
      case 2: bytes[index] &+= 1
      case 3: bytes.removeSubrange(index..<end)
      case 4: bytes.insert(contentsOf: bytes[index..<end], at: index)
      default: bytes.insert([0x00, 0x80, 0xFF].randomElement(using: &self)!, at: index)
      }
    }
    return bytes
  }
}
