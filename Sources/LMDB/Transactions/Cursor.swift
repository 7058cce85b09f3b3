import CLMDB

/// A place in a database, from which one can move in key order.
///
/// It is lent by ``Transaction/withCursor(in:_:)`` and is on an entry or on none. Every movement
/// says whether it found an entry; where it did not, the cursor is on none.
@safe
public struct Cursor<Failure: LMDBErrorConvertible>: ~Copyable {
  @usableFromInline let handle: OpaquePointer
  @usableFromInline var key = unsafe MDB_val()
  @usableFromInline var value = unsafe MDB_val()
  /// Whether the cursor is on an entry.
  @inlinable public var isOnEntry: Bool { isPositioned }
  @usableFromInline var isPositioned = false

  @usableFromInline
  init(handle: OpaquePointer) { unsafe self.handle = handle }
}

extension Cursor {
  /// Moves to the first entry.
  @inlinable
  public mutating func first() throws(Failure) -> Bool { try move(MDB_FIRST) }

  /// Moves to the last entry.
  @inlinable
  public mutating func last() throws(Failure) -> Bool { try move(MDB_LAST) }

  /// Moves to the next entry; from none, to the first.
  @inlinable
  public mutating func next() throws(Failure) -> Bool { try move(isOnEntry ? MDB_NEXT : MDB_FIRST) }

  /// Moves to the previous entry; from none, to the last.
  @inlinable
  public mutating func previous() throws(Failure) -> Bool {
    try move(isOnEntry ? MDB_PREV : MDB_LAST)
  }

  /// Moves to the entry at `target`.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  public mutating func seek(
    exactly target: borrowing some Bytes & ~Copyable & ~Escapable
  ) throws(Failure) -> Bool {
    try target.withBytes { bytes throws(Failure) in try move(MDB_SET_KEY, bytes) }
  }

  /// Moves to the entry with the smallest key that is not below `target`.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  public mutating func seek(
    atLeast target: borrowing some Bytes & ~Copyable & ~Escapable
  ) throws(Failure) -> Bool {
    try target.withBytes { bytes throws(Failure) in
      bytes.isEmpty ? try first() : try move(MDB_SET_RANGE, bytes)
    }
  }

  /// Moves to the entry with the greatest key that is not above `target`: the floor.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  public mutating func seek(
    atMost target: borrowing some Bytes & ~Copyable & ~Escapable
  ) throws(Failure) -> Bool {
    try target.withBytes { bytes throws(Failure) in
      guard try seek(atLeast: bytes) else { return try last() }
      return unsafe key.lend { $0.isEqual(to: bytes) } ? true : try move(MDB_PREV)
    }
  }

  /// Moves to the entry with the greatest key that is below `target`.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  public mutating func seek(
    below target: borrowing some Bytes & ~Copyable & ~Escapable
  ) throws(Failure) -> Bool {
    try seek(atLeast: target) ? try move(MDB_PREV) : try last()
  }

  /// Lends the key and the value of the entry that the cursor is on.
  ///
  /// - Precondition: The cursor is on an entry.
  @inlinable
  public borrowing func withEntry<Result, Thrown: Error>(
    _ body: (_ key: RawSpan, _ value: RawSpan) throws(Thrown) -> Result
  ) throws(Thrown) -> Result {
    precondition(isOnEntry, "the cursor is on no entry")
    return try lendEntry(body)
  }

  /// Lends the entry to a caller who knows that there is one.
  @inlinable
  borrowing func lendEntry<Result, Thrown: Error>(
    _ body: (RawSpan, RawSpan) throws(Thrown) -> Result
  ) throws(Thrown) -> Result {
    unsafe try key.lend { key throws(Thrown) in
      unsafe try value.lend { value throws(Thrown) in try body(key, value) }
    }
  }

  @inlinable
  mutating func move(_ operation: MDB_cursor_op) throws(Failure) -> Bool {
    let code = unsafe mdb_cursor_get(handle, &key, &value, operation)
    isPositioned = code == MDB_SUCCESS
    if code == MDB_SUCCESS || code == MDB_NOTFOUND { return isPositioned }
    throw Failure(LMDBError(operation: code))
  }

  /// Seeks by a key; LMDB then points to its own copy of it, which outlives the one given.
  @inlinable
  mutating func move(_ operation: MDB_cursor_op, _ target: RawSpan) throws(Failure) -> Bool {
    if target.isEmpty {
      isPositioned = false
      return false
    }
    unsafe key = unsafe target.withMDBValue { unsafe $0 }
    return try move(operation)
  }
}
