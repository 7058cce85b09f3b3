import Testing

@testable import OrgLedger

@Suite("Fields of a later version")
struct UnknownFieldsTests {
  @Test func `are kept where they stood, in front of known ones, between and behind`() throws {
    let source = nested(8, text(1, "a.txt"), number(4, 300), number(4, 1))
    let instrument = nested(
      16, text(1, "4"), source, [0x51, 1, 2, 3, 4, 5, 6, 7, 8], text(12, "x"))
    let bytes =
      number(1, 9) + text(4, "vn/1") + [0x2D, 1, 2, 3, 4] + nested(7, [0xFF]) + instrument
      + nested(22)
    let decoded = try RecordCodec.decode(bytes)
    #expect(
      decoded.body == .instrument(Instrument(id: "vn/1", number: "4", source: .init(file: "a.txt")))
    )
    #expect(decoded.unknown.entries.map(\.field) == [5, 7, 4, 4, 10, 12, 22])
    #expect(decoded.unknown.entries.map(\.message) == [0, 0, 2, 2, 1, 1, 0])
    #expect(RecordCodec.encode(decoded) == bytes)
    #expect(try RecordHeader(bytes).position == 9)
  }

  @Test(arguments: Samples.all)
  func `are kept in every message of every kind`(sample: Sample) throws {
    let plain = RecordCodec.encode(sample.record)
    var message = 0
    while true {
      var later = sample.record
      later.unknown.entries = [.init(message: message, field: 1_000, bytes: text(1_000, "later"))]
      let bytes = RecordCodec.encode(later)
      if bytes == plain { break }
      let decoded = try RecordCodec.decode(bytes)
      try #require(decoded == later)
      try #require(RecordCodec.encode(decoded) == bytes)
      message += 1
    }
    #expect(message >= 2)
  }

  @Test func `leave the header as it is`() throws {
    let days = nested(4, signed(1, 5), number(3, 1))
    let bytes =
      number(1, 9) + number(5, 1)
      + nested(18, number(1, 8), days, number(7, 27), number(41, 1)) + number(30, 1)
    let header = try RecordHeader(bytes)
    #expect(header.act == 8)
    #expect(header.effectiveOn == ImpreciseDay(earliest: Day(rawValue: 5), latest: nil))
    #expect(try RecordCodec.decode(bytes).unknown.entries.count == 4)
  }
}
