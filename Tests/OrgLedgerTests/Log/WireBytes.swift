@testable import OrgLedger

// Bytes put together by hand, right or wrong, without the writer under test.

/// A field with a number in as few bytes as it needs.
func number(_ field: UInt64, _ value: UInt64) -> [UInt8] { varint(field << 3) + varint(value) }

/// A field with a signed number.
func signed(_ field: UInt64, _ value: Int64) -> [UInt8] { number(field, zigzag(value)) }

/// A field with a length and so many bytes.
func nested(_ field: UInt64, _ bytes: [UInt8]...) -> [UInt8] {
  let content = bytes.flatMap { $0 }
  return varint(field << 3 | 2) + varint(UInt64(content.count)) + content
}

/// A field with text.
func text(_ field: UInt64, _ text: String) -> [UInt8] { nested(field, Array(text.utf8)) }

/// A record with one body and nothing else.
func record(_ body: UInt64, _ bytes: [UInt8]...) -> [UInt8] { nested(body, bytes.flatMap { $0 }) }

/// A record of an event of type `noted` with further fields behind its type.
func noted(_ bytes: [UInt8]...) -> [UInt8] { record(18, number(7, 27), bytes.flatMap { $0 }) }

func varint(_ value: UInt64) -> [UInt8] {
  value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + varint(value >> 7)
}
