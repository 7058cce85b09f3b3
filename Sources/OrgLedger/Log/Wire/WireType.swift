/// How the value of a field is laid out: the wire types of protobuf, without its groups.
///
/// - Source: protobuf.dev/programming-guides/encoding, "Message Structure".
enum WireType: UInt8 {
  case varint = 0
  /// Eight bytes, the lowest first.
  case fixed64 = 1
  /// A length and so many bytes: text, a message, packed numbers.
  case bytes = 2
  /// Four bytes; no field of ours has it, a later one may.
  case fixed32 = 5
}

/// How many messages may stand in one another. A replaced act's birth lies eight deep; the limit
/// keeps bytes that were made to harm from exhausting the stack.
let deepestMessage = 64

/// A number with its sign in the lowest bit, so that small negative numbers stay short.
func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: (value << 1) ^ (value >> 63)) }

/// The number that `zigzag` made.
func unzigzag(_ value: UInt64) -> Int64 { Int64(bitPattern: value >> 1) ^ -Int64(value & 1) }

/// A value with a message of its own on the wire.
protocol WireMessage {
  /// Reads its fields, in the order of their numbers.
  init(from reader: inout WireReader) throws(RecordError)
  /// Writes its fields, in the order of their numbers.
  func write(to writer: inout WireWriter)
}

/// A closed list with fixed numbers on the wire.
protocol WireNumber: CaseIterable, Equatable {
  /// Published, it never changes. 0 is the default and never written; a list without a default
  /// starts at 1.
  var wire: UInt64 { get }
  /// The member with number 0, if there is one: what an absent field means.
  static var usual: Self? { get }
  /// The member with a number on the wire, if there is one.
  init?(wire number: UInt64)
}

extension WireNumber {
  static var usual: Self? { nil }

  init?(wire number: UInt64) {
    guard let member = Self.allCases.first(where: { $0.wire == number }) else { return nil }
    self = member
  }
}
