import CLMDB

/// Whether to go on to the next entry.
public enum ScanStep: Hashable, Sendable {
  /// Go on.
  case `continue`
  /// Enough: end the scan.
  case stop
}

// Inlined even where the compiler would rather not: an entry costs some 60 ns, so that calling the
// closure through a pointer for each was measured as 6 %.
extension Transaction {
  /// Lends `body` all entries, in key order or the reverse, until it stops.
  @inlinable @inline(__always)
  public borrowing func forEach(
    in database: Database, reversed: Bool = false,
    _ body: (_ key: RawSpan, _ value: RawSpan) throws(Failure) -> ScanStep
  ) throws(Failure) {
    try withCursor(in: database) { cursor throws(Failure) in
      try cursor.scan(reversed: reversed, body)
    }
  }

  /// Lends `body` the entries whose keys begin with `prefix`, in key order or the reverse, until it
  /// stops.
  ///
  /// - Complexity: O(log *n*) for the first entry, O(1) for each further one.
  @inlinable @inline(__always)
  public borrowing func forEach(
    in database: Database, withPrefix prefix: borrowing some Bytes & ~Copyable & ~Escapable,
    reversed: Bool = false,
    _ body: (_ key: RawSpan, _ value: RawSpan) throws(Failure) -> ScanStep
  ) throws(Failure) {
    try withCursor(in: database) { cursor throws(Failure) in
      try prefix.withBytes { prefix throws(Failure) in
        let found =
          reversed ? try cursor.last(withPrefix: prefix) : try cursor.seek(atLeast: prefix)
        guard found else { return }
        try cursor.scanFromHere(reversed: reversed) { key, value throws(Failure) in
          key.starts(with: prefix) ? try body(key, value) : .stop
        }
      }
    }
  }

  /// Lends `body` the entries whose keys are not below `lower` and below `upper`, in key order or
  /// the reverse, until it stops.
  ///
  /// - Complexity: O(log *n*) for the first entry, O(1) for each further one.
  @inlinable @inline(__always)
  public borrowing func forEach(
    in database: Database, from lower: borrowing some Bytes & ~Copyable & ~Escapable,
    upTo upper: borrowing some Bytes & ~Copyable & ~Escapable, reversed: Bool = false,
    _ body: (_ key: RawSpan, _ value: RawSpan) throws(Failure) -> ScanStep
  ) throws(Failure) {
    try withCursor(in: database) { cursor throws(Failure) in
      try lower.withBytes { lower throws(Failure) in
        try upper.withBytes { upper throws(Failure) in
          let found = reversed ? try cursor.seek(below: upper) : try cursor.seek(atLeast: lower)
          guard found else { return }
          try cursor.scanFromHere(reversed: reversed) { key, value throws(Failure) in
            let isInside =
              reversed ? key.order(against: lower) >= 0 : key.order(against: upper) < 0
            return isInside ? try body(key, value) : .stop
          }
        }
      }
    }
  }
}

extension Cursor {
  /// Moves to the entry with the greatest key that begins with `prefix`, or to the one before where
  /// there is none.
  @inlinable
  mutating func last(withPrefix prefix: RawSpan) throws(Failure) -> Bool {
    // The first key after all that begin with the prefix: its last byte that can be counted up is.
    var end = [UInt8](copying: prefix)
    while end.last == 0xFF { end.removeLast() }
    guard let byte = end.popLast() else { return try last() }
    end.append(byte + 1)
    return try seek(below: end)
  }

  @inlinable @inline(__always)
  mutating func scan(
    reversed: Bool, _ body: (RawSpan, RawSpan) throws(Failure) -> ScanStep
  ) throws(Failure) {
    guard reversed ? try last() : try first() else { return }
    try scanFromHere(reversed: reversed, body)
  }

  @inlinable @inline(__always)
  mutating func scanFromHere(
    reversed: Bool, _ body: (RawSpan, RawSpan) throws(Failure) -> ScanStep
  ) throws(Failure) {
    let operation = reversed ? MDB_PREV : MDB_NEXT
    repeat {
      guard try lendEntry(body) == .continue else { return }
    } while try move(operation)
  }
}
