import CLMDB

extension Environment {
  /// Makes a store in a new folder, filled by `populate`.
  ///
  /// It is built in a temporary folder beside `path`, synced and then renamed: at any moment there
  /// is either no store or the whole one, also after a kill or a power cut.
  ///
  /// - Throws: What `populate` throws; ``LMDBError/alreadyExists(path:)``, also for an empty
  ///   folder; ``LMDBError/noSuchFolder(path:)``, ``LMDBError/permissionDenied``,
  ///   ``LMDBError/diskFull``, ``LMDBError/inputOutput(errno:)``. Nothing is left behind then.
  public static func create<Failure: LMDBErrorConvertible>(
    at path: String, configuration: Configuration = Configuration(),
    populate: (inout WriteTransaction<Failure>) throws(Failure) -> Void
  ) throws(Failure) {
    let fill = { (environment: Environment) throws(Failure) in try environment.write(populate) }
    try build(at: path, configuration, flags: 0, wrap: { Failure($0) }, fill)
  }

  /// Makes a store in a new folder, filled by as many transactions as `fill` wants.
  ///
  /// Commits do not wait for the disk, which is harmless while nobody can see the store; the whole
  /// is synced before it is renamed into place. Otherwise as
  /// ``create(at:configuration:populate:)``.
  ///
  /// - Throws: In addition ``LMDBError/inUse`` where transactions still run when `fill` returns.
  public static func createInBulk<Failure: LMDBErrorConvertible>(
    at path: String, configuration: Configuration = Configuration(),
    fill: (Environment) throws(Failure) -> Void
  ) throws(Failure) {
    try build(at: path, configuration, flags: MDB_NOSYNC, wrap: { Failure($0) }, fill)
  }

  /// Makes a store; `wrap` says how LMDB's own errors are thrown.
  static func build<Thrown: Error>(
    at path: String, _ configuration: Configuration, flags: Int32, wrap: (LMDBError) -> Thrown,
    _ fill: (Environment) throws(Thrown) -> Void
  ) throws(Thrown) {
    let construction: Construction
    do { construction = try Construction(at: path) } catch { throw wrap(error) }
    // Once renamed, there is nothing left under the temporary name to remove.
    defer { construction.discard() }
    let environment: Environment
    do {
      environment = try open(
        at: construction.temporary, claiming: nil, mode: .readWrite, flags: flags,
        configuration: configuration)
    } catch { throw wrap(error) }
    defer { environment.close() }
    try fill(environment)
    do {
      try environment.finish()
      try construction.place()
    } catch { throw wrap(error) }
  }

  /// Writes everything to the disk and closes the files, now.
  private func finish() throws(LMDBError) {
    if let failure = gate.withLock({ $0.failure }) { throw .stopped(by: failure) }
    try enter()
    let code = unsafe mdb_env_sync(handle.pointer, 1)
    leave()
    try LMDB.check(code)
    close()
    if gate.withLock({ !$0.isClosed }) { throw .inUse }
  }
}
