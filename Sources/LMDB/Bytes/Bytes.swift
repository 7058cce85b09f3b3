/// Bytes that can be lent for the length of a call: what every key and every value is given as.
///
/// Arrays, inline arrays, spans and ``BigEndian`` numbers conform, so that no key needs to be
/// copied into an array first.
public protocol Bytes: ~Copyable, ~Escapable {
  /// Lends the bytes to `body`.
  func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result
}

extension RawSpan: Bytes {
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result { try body(self) }
}

extension Span: Bytes where Element == UInt8 {
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result { unsafe try body(bytes) }
}

extension Array: Bytes where Element == UInt8 {
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result { unsafe try body(span.bytes) }
}

extension ArraySlice: Bytes where Element == UInt8 {
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result { unsafe try body(span.bytes) }
}

extension InlineArray: Bytes where Element == UInt8 {
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result { unsafe try body(span.bytes) }
}
