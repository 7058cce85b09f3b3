/// An integer that is nothing but its bytes, such as `UInt64`.
public typealias PlainInteger = FixedWidthInteger & BitwiseCopyable & Sendable

/// A number as bytes whose order, compared byte by byte, is the order of the numbers.
///
/// Big-endian, and for signed numbers with the sign bit flipped, so that −1 comes before 0. It is a
/// key by itself and needs no memory of its own:
///
/// ```swift
/// try transaction.get(BigEndian(position), in: events) { … }
/// ```
public struct BigEndian<Number: PlainInteger>: Bytes, Hashable, Sendable {
  @usableFromInline let stored: Number

  /// The ordered bytes of `number`.
  @inlinable
  public init(_ number: Number) {
    stored = Number.isSigned ? (number ^ Number.min).bigEndian : number.bigEndian
  }

  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe withUnsafeBytes(of: stored) { bytes throws(Failure) in
      try body(unsafe RawSpan(_unsafeBytes: bytes))
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends the bytes of `number`, ordered as in ``BigEndian``.
  @inlinable
  public mutating func append(bigEndian number: some PlainInteger) {
    BigEndian(number).withBytes { bytes in
      for offset in bytes.byteOffsets { append(bytes.byte(at: offset)) }
    }
  }

  /// Appends a copy of lent bytes.
  @inlinable
  public mutating func append(copying bytes: RawSpan) {
    // One that is made at once fits, where one that grows makes room for more.
    if isEmpty {
      self = [UInt8](copying: bytes)
    } else {
      unsafe bytes.withUnsafeBytes { unsafe append(contentsOf: $0) }
    }
  }

  /// A copy of lent bytes.
  @inlinable
  public init(copying bytes: RawSpan) {
    self = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
  }
}

extension RawSpan {
  /// The number that ``BigEndian`` wrote at `offset`, or nothing if the bytes end before it does.
  @inlinable
  public func bigEndian<Number: PlainInteger>(
    at offset: Int, as type: Number.Type = Number.self
  ) -> Number? {
    guard offset >= 0, byteCount - offset >= MemoryLayout<Number>.size else { return nil }
    let number = Number(
      bigEndian: unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Number.self))
    return Number.isSigned ? number ^ Number.min : number
  }

  /// The byte at `offset`.
  ///
  /// - Precondition: `offset` lies within the bytes.
  @inlinable
  public func byte(at offset: Int) -> UInt8 {
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// Whether the bytes begin with those of `prefix`.
  ///
  /// - Complexity: O(*n*), *n* being the length of `prefix`.
  @inlinable
  public func starts(with prefix: RawSpan) -> Bool {
    byteCount >= prefix.byteCount && extracting(first: prefix.byteCount).isEqual(to: prefix)
  }

  /// Whether the bytes are the same as those of `other`.
  ///
  /// - Complexity: O(*n*), *n* being the shorter length.
  @inlinable
  public func isEqual(to other: RawSpan) -> Bool { order(against: other) == 0 }

  /// Below, at or above zero, as these bytes sort before, with or after `other` in a database.
  ///
  /// - Complexity: O(*n*), *n* being the shorter length.
  @inlinable
  public func order(against other: RawSpan) -> Int {
    let shared = min(byteCount, other.byteCount)
    let difference = unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { theirs in
        shared == 0 ? 0 : unsafe compareMemory(mine.baseAddress!, theirs.baseAddress!, shared)
      }
    }
    return difference != 0 ? difference : byteCount - other.byteCount
  }
}
