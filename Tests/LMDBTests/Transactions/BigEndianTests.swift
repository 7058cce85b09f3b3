import LMDB
import Testing

@Suite("Numbers as keys")
struct BigEndianTests {
  private func bytes(_ number: some PlainInteger) -> [UInt8] {
    BigEndian(number).withBytes { [UInt8](copying: $0) }
  }

  @Test func `have the most significant byte first, and the sign flipped`() {
    #expect(bytes(UInt32(0x0102_0304)) == [1, 2, 3, 4])
    #expect(bytes(Int32(0)) == [0x80, 0, 0, 0])
    #expect(bytes(Int32(-1)) == [0x7F, 0xFF, 0xFF, 0xFF])
  }

  @Test func `sort as the numbers do`() {
    let signed: [Int32] = [.min, -70_000, -256, -255, -1, 0, 1, 255, 256, 70_000, .max]
    let unsigned: [UInt64] = [0, 1, 255, 256, 1 << 32, .max]
    for (one, next) in zip(signed, signed.dropFirst()) {
      #expect(bytes(one).lexicographicallyPrecedes(bytes(next)))
    }
    for (one, next) in zip(unsigned, unsigned.dropFirst()) {
      #expect(bytes(one).lexicographicallyPrecedes(bytes(next)))
    }
  }

  @Test(arguments: [Int32.min, -1, 0, 1, 20_270, .max])
  func `come back as they were, one after the other`(number: Int32) {
    var key: [UInt8] = []
    key.append(bigEndian: UInt64(7))
    key.append(bigEndian: number)
    #expect(key.count == 12)
    key.withBytes { bytes in
      #expect(bytes.bigEndian(at: 0) == UInt64(7))
      #expect(bytes.bigEndian(at: 8) == number)
    }
  }

  @Test(arguments: [-1, 1, 5, Int.max])
  func `are nothing where the bytes end before they do`(offset: Int) {
    [1, 2, 3, 4].withBytes { bytes in
      #expect(bytes.bigEndian(at: offset, as: UInt32.self) == nil)
    }
  }

  @Test func `are put together inline to the same bytes as in an array`() {
    var inline = InlineBytes<32>()
    var array: [UInt8] = []
    inline.append(bigEndian: UInt64(7))
    array.append(bigEndian: UInt64(7))
    inline.append(bigEndian: Int32(-7))
    array.append(bigEndian: Int32(-7))
    [1, 2, 3].withBytes { inline.append($0) }
    array += [1, 2, 3]
    #expect(inline.count == 15)
    #expect(inline.withBytes { [UInt8](copying: $0) } == array)
  }
}
