import Testing

@testable import OrgLedger

/// Bytes that are no record, and why not.
struct NonCanonical: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let problem: RecordError.Problem

  init(_ name: String, _ bytes: [UInt8], _ problem: RecordError.Problem) {
    testDescription = name
    self.bytes = bytes
    self.problem = problem
  }
}

@Suite("A record that is not in canonical form")
struct CanonicalFormTests {
  private static let body = record(16)

  static let wire: [NonCanonical] = [
    .init("no bytes", [], .missing(field: 21)),
    .init("a position in two bytes", [0x08, 0x81, 0x00] + body, .notMinimal),
    .init("a tag in two bytes", [0x88, 0x00, 0x01] + body, .notMinimal),
    .init("a length in two bytes", [0x82, 0x01, 0x80, 0x00], .notMinimal),
    .init("65 bits", [0x08] + [UInt8](repeating: 0xFF, count: 9) + [2] + body, .overflow),
    .init("eleven bytes", [0x08] + [UInt8](repeating: 0x80, count: 10) + [1], .overflow),
    .init("a tag below the one before", text(4, "a") + number(1, 1) + body, .order),
    .init("a field behind the body", body + number(1, 1), .order),
    .init("a position twice", number(1, 1) + number(1, 1) + body, .order),
    .init("a body twice", body + body, .order),
    .init("position 0", number(1, 0) + body, .defaultWritten),
    .init("time 0", [0x11] + [UInt8](repeating: 0, count: 8) + body, .defaultWritten),
    .init("nobody as author", text(3, "") + body, .defaultWritten),
    .init("a position as four bytes", [0x0D, 1, 0, 0, 0] + body, .wireType),
    .init("a position as text", text(1, "1") + body, .wireType),
    .init("a time as varint", number(2, 1) + body, .wireType),
    .init("a group", [0x2B, 0x2C] + body, .wireType),
    .init("wire type 7", [0x2F] + body, .wireType),
    .init("field 0", body + [0x00], .wireType),
    .init("field 2²⁹", varint(1 << 32) + body, .wireType),
    .init("no UTF-8", nested(3, [0xC3]) + body, .notUTF8),
    .init("a surrogate", nested(3, [0xED, 0xA0, 0x80]) + body, .notUTF8),
    .init("an overlong slash", nested(3, [0xC0, 0xAF]) + body, .notUTF8),
    .init("text in form D", text(3, "a\u{301}") + body, .notNormalized),
    .init("an Ångström sign", text(3, "\u{212B}") + body, .notNormalized),
    .init("a length beyond the end", [0x82, 0x01, 0x01], .truncated),
    .init("a length of 2⁶⁴−1", [0x82, 0x01] + varint(.max), .truncated),
    .init(
      "a length beyond its message", record(16, [0x0A, 0x05, 0x61]) + [1, 2, 3, 4], .truncated),
    .init("an unknown length beyond the end", [0x2A, 0x05, 0x00], .truncated),
    .init("an unknown varint in two bytes", [0x28, 0x81, 0x00] + body, .notMinimal),
    .init("unknown fields out of order", number(6, 1) + number(5, 1) + body, .order),
  ]

  static let messages: [NonCanonical] = [
    .init("no body", number(1, 1) + text(4, "a"), .missing(field: 21)),
    .init("two bodies", record(16) + record(20), .invalid(field: 20)),
    .init("coverage with an id", text(4, "a") + record(21), .invalid(field: 4)),
    .init(
      "an act's record with events",
      record(17, nested(9, text(4, "e"), nested(18, number(7, 27)))), .invalid(field: 9)),
    .init("an event without a type", record(18), .missing(field: 7)),
    .init("an event of type 0", record(18, number(7, 0)), .defaultWritten),
    .init("an event of type 99", record(18, number(7, 99)), .unsupported(field: 7, number: 99)),
    .init("status 0", record(17, number(1, 0)), .defaultWritten),
    .init("status 2", record(17, number(1, 2)), .unsupported(field: 1, number: 2)),
    .init("certainty 3", noted(number(13, 3)), .unsupported(field: 13, number: 3)),
    .init("a relation of no kind", record(16, nested(7, text(2, "a"))), .missing(field: 1)),
    .init(
      "an interval that ends before it begins",
      record(17, nested(3, signed(1, 2), signed(2, 1))), .invalid(field: 2)),
    .init("a day beyond 32 bits", record(17, nested(3, signed(1, 1 << 31))), .overflow),
    .init(
      "no retractions, written", record(18, nested(6), number(7, 27)), .defaultWritten),
    .init(
      "retractions out of order", record(18, nested(6, [2, 1]), number(7, 27)),
      .invalid(field: 6)),
    .init(
      "a retraction that ends outside", record(18, nested(6, [0x80]), number(7, 27)), .truncated),
    .init("unpacked retractions", record(18, number(6, 1), number(7, 27)), .wireType),
    .init("a place that is none", noted(nested(19)), .missing(field: 3)),
    .init("two places", noted(nested(19, text(1, "a"), number(2, 1))), .invalid(field: 2)),
    .init("a top that is false", noted(nested(19, number(2, 0))), .overflow),
    .init(
      "a birth's place, not stated", record(18, number(7, 2), nested(10, nested(5, number(3, 1)))),
      .defaultWritten),
    .init(
      "codes out of order",
      record(18, number(7, 2), nested(10, nested(6, text(1, "b")), nested(6, text(1, "a")))),
      .invalid(field: 6)),
    .init("a flag of 2", record(18, number(7, 2), nested(10, number(9, 2))), .overflow),
    .init("a flag of 0", record(18, number(7, 2), nested(10, number(9, 0))), .defaultWritten),
    .init(
      "a policy that follows and has entries",
      noted(nested(34, number(1, 1), nested(2, text(1, "a"), number(3, 1)))), .invalid(field: 2)),
    .init(
      "a policy out of order",
      noted(
        nested(
          34, nested(2, text(1, "b"), number(3, 1)), nested(2, text(1, "a"), number(3, 1)))),
      .invalid(field: 2)),
    .init(
      "an entry that goes nowhere", noted(nested(34, nested(2, text(1, "a")))), .missing(field: 4)),
    .init("a replacement that is none", noted(nested(38, text(4, "a"))), .missing(field: 19)),
    .init(
      "a replacement with a place in the log",
      noted(nested(38, nested(18, number(1, 1), number(7, 27)))), .invalid(field: 18)),
    .init("a claim without a measure", record(19), .missing(field: 6)),
    .init("a claim with two", record(19, nested(5), nested(6)), .invalid(field: 6)),
    .init("a count of no level", record(19, nested(3)), .missing(field: 3)),
    .init("a change without days", record(19, nested(4)), .missing(field: 3)),
    .init(
      "a decimal with a trailing zero",
      record(19, nested(5), nested(7, signed(1, 10), number(2, 1))), .notMinimal),
    .init(
      "a decimal with 19 digits",
      record(19, nested(5), nested(7, signed(1, 1_000_000_000_000_000_000))), .overflow),
    .init(
      "a decimal with 19 places", record(19, nested(5), nested(7, signed(1, 1), number(2, 19))),
      .overflow),
  ]

  @Test(arguments: wire + messages)
  func `is refused, and why`(case wrong: NonCanonical) {
    let error = #expect(throws: RecordError.self) { try RecordCodec.decode(wrong.bytes) }
    #expect(error?.problem == wrong.problem)
    #expect((0...wrong.bytes.count).contains(error?.offset ?? -1))
  }

  @Test(arguments: Samples.all)
  func `is refused wherever it is cut off`(sample: Sample) {
    let bytes = RecordCodec.encode(sample.record)
    for length in 0..<bytes.count {
      guard (try? RecordCodec.decode([UInt8](bytes[..<length]))) == nil else {
        Issue.record("\(length) of \(bytes.count) bytes are a record")
        return
      }
    }
  }

  @Test(arguments: Samples.all)
  func `is refused with anything behind it`(sample: Sample) {
    let bytes = RecordCodec.encode(sample.record)
    for byte in [0x00, 0x01, 0x08, 0x2A, 0x80, 0xFF] as [UInt8] {
      #expect(throws: RecordError.self) { try RecordCodec.decode(bytes + [byte]) }
    }
  }

  @Test func `is refused where replacements are nested beyond reason, without a crash`() {
    var event = number(7, 27)
    for _ in 0..<100_000 / 16 { event = number(7, 28) + nested(38, nested(18, event)) }
    let error = #expect(throws: RecordError.self) { try RecordCodec.decode(record(18, event)) }
    #expect(error?.problem == .tooDeep)
  }

  @Test func `is told before it is written`() {
    let instrument = Instrument(id: "a", title: "Sở Ta\u{300}i chi\u{301}nh")
    let record = Samples.record(.instrument(instrument))
    let error = #expect(throws: RecordError.self) { try RecordCodec.checkedEncode(record) }
    #expect(error?.problem == .notNormalized)
  }
}

@Suite("Normalization form C")
struct NormalFormTests {
  @Test func `is seen in the bytes only where the tables agree`() throws {
    var seen = 0
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Behind a letter, so that what combines shows.
      for text in ["\(Character(scalar))", "a\(Character(scalar))", "\(Character(scalar))a"]
      where isEvidentlyNormalized(text.utf8Span.span) {
        seen += 1
        let agree = isNormalizedByTables(text.utf8Span)
        try #require(agree, "U+\(String(value, radix: 16))")
      }
    }
    #expect(seen == 3 * (0x300 + 0x100))
  }

  @Test(arguments: [("Sở Tài chính", true), ("Sở Ta\u{300}i", false), ("", true), ("🏛️ ①", true)])
  func `is known of a text`(text: String, normalized: Bool) {
    #expect(text.isNormalized == normalized)
  }
}
