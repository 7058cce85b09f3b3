import CLMDB

/// What a transaction may do.
public protocol TransactionAccess {}

/// A transaction that only reads.
public enum ReadAccess: TransactionAccess {}

/// A transaction that reads and writes.
public enum WriteAccess: TransactionAccess {}

/// A transaction that sees one unchanging state of the store.
public typealias ReadTransaction<Failure: LMDBErrorConvertible> = Transaction<ReadAccess, Failure>

/// A transaction that sees the newest state and its own changes to it, the only one of its kind at
/// a time in all processes.
public typealias WriteTransaction<Failure: LMDBErrorConvertible> = Transaction<WriteAccess, Failure>

/// A view of the store, lent to the closure of ``Environment/read(_:)`` or
/// ``Environment/write(_:)``.
///
/// It cannot be copied, kept or ended twice. Everything it throws is of the type `Failure`; what a
/// closure passed to it throws comes out unchanged.
///
/// Bytes lent to a closure are those of the store itself: they cost no copy and cannot leave the
/// closure.
@safe
public struct Transaction<Access: TransactionAccess, Failure: LMDBErrorConvertible>: ~Copyable {
  @usableFromInline let handle: OpaquePointer
  @usableFromInline let environment: Environment
  @usableFromInline let environmentSerial: UInt64
  /// The first failure that LMDB answers with "bad transaction" from then on.
  @usableFromInline var firstFailure: LMDBError?
  /// Databases opened within this transaction, not known to others before it commits.
  var opened: [String: Database] = [:]

  @usableFromInline
  init(handle: OpaquePointer, environment: Environment) {
    unsafe self.handle = handle
    self.environment = environment
    environmentSerial = environment.serial
  }

  /// The handle of `database` for this transaction.
  ///
  /// - Precondition: The database belongs to the environment of this transaction.
  @inlinable
  func handle(of database: Database) -> MDB_dbi {
    precondition(
      database.environment == environmentSerial, "the database belongs to another environment")
    return database.handle
  }
}
