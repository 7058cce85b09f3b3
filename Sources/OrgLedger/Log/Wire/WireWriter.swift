/// Writes the fields of messages: ascending tags, minimal varints, lengths filled in afterwards.
struct WireWriter {
  private(set) var bytes: [UInt8] = []
  /// What a later version added, to be put back; and how many of them are back.
  private let unknown: [UnknownFields.Entry]
  private var restored = 0
  /// The message being written and how many have begun, counted as `UnknownFields` counts.
  private var message = 0
  private var begun = 0

  init(unknown: UnknownFields = UnknownFields()) {
    self.unknown = unknown.entries
    bytes.reserveCapacity(256)
  }

  /// The tag of a field.
  mutating func tag(_ field: Int, _ type: WireType) {
    if restored < unknown.count { restore(below: field) }
    varint(UInt64(field) << 3 | UInt64(type.rawValue))
  }

  /// Seven bits a byte, the lowest first; the high bit says that more follow.
  mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Eight bytes, the lowest first.
  mutating func fixed64(_ value: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }

  /// A length and the bytes of a text.
  mutating func textValue(_ text: String) {
    varint(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// A field with a message in it, or packed numbers.
  mutating func delimited(_ field: Int, _ body: (inout WireWriter) -> Void) {
    tag(field, .bytes)
    let start = bytes.count
    bytes.append(0)
    body(&self)
    // Most messages are shorter than 128 bytes; the rest move up to make room for their length.
    let length = bytes.count - start - 1
    let more = (Int.bitWidth - length.leadingZeroBitCount - 1) / 7
    if more > 0 { bytes.insert(contentsOf: repeatElement(0, count: more), at: start) }
    for index in 0..<more { bytes[start + index] = UInt8(length >> (7 * index) & 0x7F) | 0x80 }
    bytes[start + more] = UInt8(length >> (7 * more))
  }

  /// A field with a message, which is written also where it is empty.
  mutating func message(_ field: Int, _ body: (inout WireWriter) -> Void) {
    delimited(field) { writer in
      let outer = writer.message
      writer.begun += 1
      writer.message = writer.begun
      body(&writer)
      writer.finish()
      writer.message = outer
    }
  }

  /// Puts back what stood behind the last known field of the message being written.
  mutating func finish() { if restored < unknown.count { restore(below: .max) } }

  private mutating func restore(below field: Int) {
    while restored < unknown.count, unknown[restored].message == message,
      unknown[restored].field < field
    {
      bytes.append(contentsOf: unknown[restored].bytes)
      restored += 1
    }
  }
}
