/// A key that is put together field by field, without memory of its own on the heap.
///
/// ```swift
/// var key = InlineBytes<20>()
/// key.append(bigEndian: unit)
/// key.append(bigEndian: day)
/// ```
public struct InlineBytes<let capacity: Int>: Bytes, Sendable {
  @usableFromInline var storage: InlineArray<capacity, UInt8>
  @usableFromInline var filled: Int

  /// How many bytes were appended.
  @inlinable public var count: Int { filled }

  /// No bytes yet.
  @inlinable
  public init() {
    storage = InlineArray(repeating: 0)
    filled = 0
  }

  /// Appends the bytes of `number`, ordered as in ``BigEndian``.
  ///
  /// - Precondition: They fit.
  @inlinable
  public mutating func append<Number: PlainInteger>(bigEndian number: Number) {
    let (start, size) = (filled, MemoryLayout<Number>.size)
    precondition(size <= capacity - start, "the bytes do not fit")
    var elements = storage.mutableSpan
    var bytes = unsafe elements.mutableBytes
    bytes.storeBytes(of: BigEndian(number).stored, toByteOffset: start, as: Number.self)
    filled = start + size
  }

  /// Appends lent bytes.
  ///
  /// - Precondition: They fit.
  @inlinable
  public mutating func append(_ bytes: RawSpan) {
    let start = filled
    precondition(bytes.byteCount <= capacity - start, "the bytes do not fit")
    var elements = storage.mutableSpan
    var target = unsafe elements.mutableBytes
    unsafe target.withUnsafeMutableBytes { target in
      unsafe bytes.withUnsafeBytes { bytes in
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[start...]).copyMemory(from: bytes)
      }
    }
    filled = start + bytes.byteCount
  }

  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe try body(storage.span.bytes.extracting(first: count))
  }
}
