/// An error that can say "the store beneath failed".
///
/// A transaction throws one type of error only: the one that its closure is said to throw. Code
/// that has an error of its own lets it conform, and then throws it next to those of LMDB:
///
/// ```swift
/// enum LedgerError: LMDBErrorConvertible {
///   case wrongExpectedVersion
///   case storage(LMDBError)
///   init(_ error: LMDBError) { self = .storage(error) }
/// }
///
/// try environment.write { transaction throws(LedgerError) in
///   guard try transaction.count(of: events) == expected else { throw .wrongExpectedVersion }
///   try transaction.put(key, record, in: events)  // throws LedgerError.storage
/// }
/// ```
///
/// Swift 6 takes a closure that does not say what it throws to throw anything. Such a closure is
/// welcome too: ``Environment/read(_:)`` and ``Environment/write(_:)`` then throw `any Error`.
public protocol LMDBErrorConvertible: Error {
  /// Wraps a failure of LMDB.
  init(_ error: LMDBError)
}

extension LMDBError: LMDBErrorConvertible {
  /// The same error.
  public init(_ error: LMDBError) { self = error }
}

extension LMDBErrorConvertible {
  /// Runs `body` and wraps what it throws, for calls that stand outside of a transaction.
  @inlinable
  public static func wrapping<Result>(
    _ body: () throws(LMDBError) -> Result
  ) throws(Self) -> Result {
    do { return try body() } catch { throw Self(error) }
  }
}
