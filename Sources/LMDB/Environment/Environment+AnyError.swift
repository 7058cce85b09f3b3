import CLMDB

/// Transactions whose closures throw errors of any type, LMDB's unwrapped among them.
///
/// Swift takes a closure that does not say what it throws to be of this kind.
extension Environment {
  /// Reads as the ``read(_:)`` of typed errors does.
  @_disfavoredOverload
  public func read<Result>(
    _ body: (borrowing ReadTransaction<LMDBError>) throws -> Result
  ) throws -> Result {
    try read(wrap: { $0 }, body)
  }

  /// Writes as the ``write(_:)`` of typed errors does.
  @available(*, noasync, message: "a write transaction belongs to one thread")
  @_disfavoredOverload
  public func write<Result>(
    _ body: (inout WriteTransaction<LMDBError>) throws -> Result
  ) throws -> Result {
    try write(wrap: { $0 }, body)
  }

  /// Makes a store as the ``create(at:configuration:populate:)`` of typed errors does.
  @_disfavoredOverload
  public static func create(
    at path: String, configuration: Configuration = Configuration(),
    populate: (inout WriteTransaction<LMDBError>) throws -> Void
  ) throws {
    let fill = { (environment: Environment) in try environment.write(populate) }
    try build(at: path, configuration, flags: 0, wrap: { $0 }, fill)
  }

  /// Makes a store as the ``createInBulk(at:configuration:fill:)`` of typed errors does.
  @_disfavoredOverload
  public static func createInBulk(
    at path: String, configuration: Configuration = Configuration(),
    fill: (Environment) throws -> Void
  ) throws {
    try build(at: path, configuration, flags: MDB_NOSYNC, wrap: { $0 }, fill)
  }
}
