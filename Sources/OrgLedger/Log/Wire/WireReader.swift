/// Reads the fields of messages in the order of their numbers and refuses every other order.
///
/// A message asks for its fields one by one, ascending. Since the tags must ascend too, a tag
/// below the one that is asked for is either unknown, and kept, or out of order, and refused.
struct WireReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var end: Int
  /// The tag ahead, already read; field 0: the message is at its end.
  private var field = 0
  private var type = WireType.varint
  private var start = 0
  /// The field before it, and whether that was unknown: only such may repeat without being asked.
  private var last = 0
  private var lastIsUnknown = false
  private var depth = 0
  /// The message being read and how many have begun, counted as `UnknownFields` counts.
  private var message = 0
  private var begun = 0
  private(set) var unknown = UnknownFields()

  init(_ bytes: [UInt8]) throws(RecordError) {
    self.bytes = bytes
    end = bytes.count
    try advance()
  }

  /// Whether no field of the message is ahead.
  var isAtEnd: Bool { field == 0 }

  /// An error at the field just found.
  func error(_ problem: RecordError.Problem) -> RecordError {
    RecordError(offset: start, problem: problem)
  }

  /// Whether a field comes next; its value is then to be read.
  mutating func finds(_ number: Int, _ expected: WireType) throws(RecordError) -> Bool {
    while field < number, field != 0 { try keep() }
    guard field == number else { return false }
    guard type == expected else { throw error(.wireType) }
    last = number
    lastIsUnknown = false
    return true
  }

  /// Reads the next tag, after the value of the field before it.
  mutating func advance() throws(RecordError) {
    start = offset
    guard offset < end else {
      field = 0
      return
    }
    let tag = try varint()
    guard tag >> 3 > 0, tag >> 3 < 1 << 29, let type = WireType(rawValue: UInt8(tag & 7))
    else { throw error(.wireType) }
    guard tag >> 3 >= last else { throw error(.order) }
    field = Int(tag >> 3)
    self.type = type
  }

  /// Keeps the field ahead, which nothing asked for.
  private mutating func keep() throws(RecordError) {
    guard field > last || lastIsUnknown else { throw error(.order) }
    switch type {
    case .varint: _ = try varint()
    case .fixed64: offset = try within(8)
    case .fixed32: offset = try within(4)
    case .bytes: offset = try delimited().upperBound
    }
    unknown.entries.append(
      .init(message: message, field: field, bytes: [UInt8](bytes[start..<offset])))
    last = field
    lastIsUnknown = true
    try advance()
  }

  /// Ends the message: what is still ahead is unknown or out of order.
  mutating func finish() throws(RecordError) { while field != 0 { try keep() } }

  /// The value of a field with a message in it; the tag after it is read too.
  mutating func messageValue<Value>(
    _ read: (inout WireReader) throws(RecordError) -> Value
  ) throws(RecordError) -> Value {
    guard depth < deepestMessage else { throw error(.tooDeep) }
    let inner = try delimited()
    let (outerEnd, outerLast, outerMessage) = (end, last, message)
    begun += 1
    (end, last, message, depth) = (inner.upperBound, 0, begun, depth + 1)
    try advance()
    let value = try read(&self)
    try finish()
    (end, last, message, depth) = (outerEnd, outerLast, outerMessage, depth - 1)
    lastIsUnknown = false
    try advance()
    return value
  }
}

extension WireReader {
  /// The end of so many bytes from here, all of which must lie in the message.
  private func within(_ count: UInt64) throws(RecordError) -> Int {
    guard count <= UInt64(end - offset) else {
      throw RecordError(offset: offset, problem: .truncated)
    }
    return offset + Int(count)
  }

  /// Reads a length; the bytes that it spans, which are not read yet.
  mutating func delimited() throws(RecordError) -> Range<Int> {
    let count = try varint()
    return offset..<(try within(count))
  }

  /// Seven bits a byte, the lowest first, in no more bytes than needed.
  @inline(__always)
  mutating func varint() throws(RecordError) -> UInt64 {
    // Most tags and lengths are one byte.
    if offset < end, bytes[offset] < 0x80 {
      defer { offset += 1 }
      return UInt64(bytes[offset])
    }
    return try longVarint()
  }

  private mutating func longVarint() throws(RecordError) -> UInt64 {
    let begin = offset
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if byte < 0x80 {
        if byte == 0, shift > 0 { throw RecordError(offset: begin, problem: .notMinimal) }
        // The tenth byte holds the last bit of 64.
        if shift == 63, byte > 1 { throw RecordError(offset: begin, problem: .overflow) }
        return value | UInt64(byte) << shift
      }
      if shift == 63 { throw RecordError(offset: begin, problem: .overflow) }
      value |= UInt64(byte & 0x7F) << shift
      shift += 7
    }
    throw RecordError(offset: begin, problem: .truncated)
  }

  /// Eight bytes, the lowest first.
  mutating func fixed64() throws(RecordError) -> UInt64 {
    let upper = try within(8)
    var value: UInt64 = 0
    for byte in bytes[offset..<upper].reversed() { value = value << 8 | UInt64(byte) }
    offset = upper
    return value
  }

  /// Packed numbers, at least one.
  mutating func packedValue() throws(RecordError) -> [UInt64] {
    let range = try delimited()
    guard !range.isEmpty else { throw error(.defaultWritten) }
    let outer = end
    end = range.upperBound
    var values: [UInt64] = []
    while offset < end { values.append(try varint()) }
    end = outer
    return values
  }

  /// Text that is UTF-8 in normalization form C.
  mutating func textValue() throws(RecordError) -> String {
    let range = try delimited()
    offset = range.upperBound
    let units = bytes.span.extracting(range)
    let text: UTF8Span
    do { text = try UTF8Span(validating: units) } catch {
      throw RecordError(offset: range.lowerBound, problem: .notUTF8)
    }
    guard text.isKnownNFC || isEvidentlyNormalized(units) || isNormalizedByTables(text) else {
      throw RecordError(offset: range.lowerBound, problem: .notNormalized)
    }
    return String(copying: text)
  }
}
