import CLMDB
import Glibc

extension LMDBError {
  /// The case for what a function of LMDB returned, where it says the same whatever was called.
  @usableFromInline
  init(code: Int32) {
    self = Self.ofLMDB(code) ?? Self.ofSystem(code) ?? .unexpected(code: code)
  }

  /// The case for what a function of LMDB returned for a database within a transaction.
  @usableFromInline
  init(operation code: Int32) {
    // What LMDB says of a handle that the transaction does not know.
    self = code == EINVAL ? .databaseNotInTransaction : LMDBError(code: code)
  }

  private static func ofLMDB(_ code: Int32) -> LMDBError? {
    switch code {
    case MDB_KEYEXIST: .keyExists
    case MDB_NOTFOUND: .notFound
    case MDB_PAGE_NOTFOUND, MDB_CORRUPTED, MDB_CURSOR_FULL, MDB_PAGE_FULL: .corrupted
    case MDB_PANIC: .stopped(by: .corrupted)
    case MDB_VERSION_MISMATCH: .versionMismatch(found: 0)
    case MDB_INVALID: .notAStore(.foreign)
    case MDB_MAP_FULL: .mapFull
    case MDB_DBS_FULL: .databasesFull
    case MDB_READERS_FULL: .readersFull
    case MDB_TXN_FULL: .transactionFull
    case MDB_MAP_RESIZED: .mapResized
    case MDB_BAD_TXN: .badTransaction
    case MDB_BAD_DBI: .databaseNotInTransaction
    default: nil
    }
  }

  /// The numbers below zero are LMDB's, those above are the operating system's.
  private static func ofSystem(_ code: Int32) -> LMDBError? {
    switch code {
    case ENOSPC, EDQUOT: .diskFull
    case EACCES, EPERM, EROFS: .permissionDenied
    case ENOMEM: .noAddressSpace
    case 1...: .inputOutput(errno: code)
    default: nil
    }
  }

  /// What the last system call of this thread failed with.
  static var ofLastSystemCall: LMDBError { LMDBError(code: errno) }

  /// Whether a write may have reached the disk in part, so that nothing more may be written.
  var isFinal: Bool {
    switch self {
    case .diskFull, .inputOutput, .stopped, .permissionDenied: true
    default: false
    }
  }
}

/// Throws unless `code` is zero.
@inlinable
func check(_ code: Int32) throws(LMDBError) {
  if code != 0 { throw LMDBError(code: code) }
}
