import CLMDB

extension Transaction where Access == WriteAccess {
  /// Puts `value` at `key`, over what was there.
  ///
  /// - Throws: ``LMDBError/keyExists`` or ``LMDBError/keyOutOfOrder`` as `options` demand, after
  ///   which the transaction goes on; ``LMDBError/emptyKey``,
  ///   ``LMDBError/keyTooLong(length:limit:)`` and ``LMDBError/valueTooLong``, likewise;
  ///   ``LMDBError/mapFull`` and others, after which nothing of the transaction can be kept.
  /// - Complexity: O(log *n*).
  @inlinable
  public mutating func put(
    _ key: borrowing some Bytes & ~Copyable & ~Escapable,
    _ value: borrowing some Bytes & ~Copyable & ~Escapable,
    in database: Database, options: PutOptions = []
  ) throws(Failure) {
    let code = write(key, value, handle(of: database), options)
    if code != MDB_SUCCESS { throw Failure(failure(of: code, key: key, options: options)) }
  }

  /// Puts `value` at `key` unless the key exists.
  ///
  /// - Returns: Whether it was put; if not, what was there is unchanged.
  @inlinable
  public mutating func insert(
    _ key: borrowing some Bytes & ~Copyable & ~Escapable,
    _ value: borrowing some Bytes & ~Copyable & ~Escapable,
    in database: Database
  ) throws(Failure) -> Bool {
    let code = write(key, value, handle(of: database), .noOverwrite)
    switch code {
    case MDB_SUCCESS: return true
    case MDB_KEYEXIST: return false
    default: throw Failure(failure(of: code, key: key, options: .noOverwrite))
    }
  }

  /// Deletes the entry at `key`.
  ///
  /// - Returns: Whether there was one.
  @inlinable @discardableResult
  public mutating func delete(
    _ key: borrowing some Bytes & ~Copyable & ~Escapable, in database: Database
  ) throws(Failure) -> Bool {
    let table = handle(of: database)
    let transaction = unsafe handle
    let code = key.withBytes { bytes in
      unsafe bytes.withMDBValue { key in unsafe mdb_del(transaction, table, &key, nil) }
    }
    switch code {
    case MDB_SUCCESS: return true
    case MDB_NOTFOUND, MDB_BAD_VALSIZE: return false
    default: throw Failure(failure(of: code, key: key, options: []))
    }
  }

  /// Deletes all entries of `database`, which stays.
  ///
  /// - Complexity: O(*p*), *p* being the number of pages.
  public mutating func deleteAll(in database: Database) throws(Failure) {
    let code = unsafe mdb_drop(handle, handle(of: database), 0)
    if code != MDB_SUCCESS { throw Failure(failure(of: code, key: [], options: [])) }
  }

  @inlinable
  mutating func write(
    _ key: borrowing some Bytes & ~Copyable & ~Escapable,
    _ value: borrowing some Bytes & ~Copyable & ~Escapable,
    _ table: MDB_dbi, _ options: PutOptions
  ) -> Int32 {
    let transaction = unsafe handle
    return key.withBytes { key in
      value.withBytes { value in
        unsafe key.withMDBValue { key in
          unsafe value.withMDBValue { value in
            unsafe mdb_put(transaction, table, &key, &value, options.rawValue)
          }
        }
      }
    }
  }

  /// Says what a failed change means, and keeps the first failure that spoils the transaction.
  @usableFromInline
  mutating func failure(
    of code: Int32, key: borrowing some Bytes & ~Copyable & ~Escapable, options: PutOptions
  ) -> LMDBError {
    switch code {
    case MDB_BAD_VALSIZE: return sizeError(ofKey: key)
    case MDB_KEYEXIST: return options.contains(.append) ? .keyOutOfOrder : .keyExists
    default:
      let error = LMDBError(operation: code)
      // LMDB answers everything after the first failure with "bad transaction": the first says why.
      if firstFailure == nil { firstFailure = error }
      environment.stop(after: error)
      return error == .badTransaction ? firstFailure ?? error : error
    }
  }

  private borrowing func sizeError(
    ofKey key: borrowing some Bytes & ~Copyable & ~Escapable
  ) -> LMDBError {
    let length = key.withBytes { $0.byteCount }
    let limit = environment.maxKeyLength
    if length == 0 { return .emptyKey }
    return length > limit ? .keyTooLong(length: length, limit: limit) : .valueTooLong
  }
}
