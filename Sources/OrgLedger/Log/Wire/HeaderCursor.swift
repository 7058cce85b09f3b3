/// A place in borrowed bytes, for reading a few fields without copying the rest.
///
/// It has the bounds checks of `WireReader` but none of its canonical rules.
struct HeaderCursor {
  private(set) var offset: Int
  let end: Int

  func error(_ problem: RecordError.Problem) -> RecordError {
    RecordError(offset: offset, problem: problem)
  }

  /// The next field and its type; `nil` at the end.
  mutating func next(_ bytes: Span<UInt8>) throws(RecordError) -> (Int, WireType)? {
    guard offset < end else { return nil }
    let tag = try varint(bytes)
    guard tag >> 3 > 0, tag >> 3 < 1 << 29, let type = WireType(rawValue: UInt8(tag & 7))
    else { throw error(.wireType) }
    return (Int(tag >> 3), type)
  }

  @inline(__always)
  mutating func varint(_ bytes: Span<UInt8>) throws(RecordError) -> UInt64 {
    if offset < end, bytes[offset] < 0x80 {
      defer { offset += 1 }
      return UInt64(bytes[offset])
    }
    return try longVarint(bytes)
  }

  private mutating func longVarint(_ bytes: Span<UInt8>) throws(RecordError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 { throw error(.overflow) }
    }
    throw error(.truncated)
  }

  mutating func fixed64(_ bytes: Span<UInt8>) throws(RecordError) -> UInt64 {
    let start = try step(8)
    var value: UInt64 = 0
    for index in 0..<8 { value |= UInt64(bytes[start + index]) << UInt64(8 * index) }
    return value
  }

  /// The fields of a message, or packed numbers; the cursor itself moves behind them.
  mutating func inner(_ bytes: Span<UInt8>) throws(RecordError) -> HeaderCursor {
    let start = try step(try varint(bytes))
    return HeaderCursor(offset: start, end: offset)
  }

  mutating func skip(_ bytes: Span<UInt8>, _ type: WireType) throws(RecordError) {
    switch type {
    case .varint: _ = try varint(bytes)
    case .fixed64: _ = try step(8)
    case .fixed32: _ = try step(4)
    case .bytes: _ = try inner(bytes)
    }
  }

  mutating func status(_ bytes: Span<UInt8>) throws(RecordError) -> Status {
    let number = try varint(bytes)
    switch number {
    case Status.enacted.wire: return .enacted
    case Status.proposed.wire: return .proposed
    default: throw error(.unsupported(field: 2, number: number))
    }
  }

  mutating func days(_ bytes: Span<UInt8>) throws(RecordError) -> ImpreciseDay {
    var message = try inner(bytes)
    var earliest: Day?
    var latest: Day?
    while let (field, type) = try message.next(bytes) {
      switch (field, type) {
      case (1, .varint): earliest = try message.day(bytes)
      case (2, .varint): latest = try message.day(bytes)
      default: try message.skip(bytes, type)
      }
    }
    guard let days = ImpreciseDay(earliest: earliest, latest: latest) else {
      throw message.error(.invalid(field: 2))
    }
    return days
  }

  private mutating func day(_ bytes: Span<UInt8>) throws(RecordError) -> Day {
    guard let days = Int32(exactly: unzigzag(try varint(bytes))) else { throw error(.overflow) }
    return Day(rawValue: days)
  }

  /// Moves over so many bytes, all of which must lie in the message.
  private mutating func step(_ count: UInt64) throws(RecordError) -> Int {
    guard count <= UInt64(end - offset) else { throw error(.truncated) }
    defer { offset += Int(count) }
    return offset
  }
}
