extension Ledger {
  /// Makes an empty ledger in a folder that must not exist yet.
  ///
  /// - Throws: `alreadyExists`, `cannotCreate`, `permissionDenied`, `diskFull`.
  public static func create(
    at path: String, origin: String = "orgledger", offsetMinutes: Int = 0,
    clock: @escaping @Sendable () -> SystemTime = SystemClock.now
  ) throws(StoreError) -> Ledger {
    Ledger(
      try LMDBStore.create(at: path, origin: origin, offsetMinutes: offsetMinutes, clock: clock))
  }

  /// Opens the ledger in a folder; never makes one.
  ///
  /// - Parameters:
  ///   - rebuilding: Whether the read model is made again from the records, where the ledger is
  ///     opened for writing.
  ///   - progress: Told now and then while the read model is brought to the end of the log.
  /// - Throws: `noSuchStore`, `notAStore`, `newerFormat`, `damaged`, `alreadyOpen`,
  ///   `permissionDenied`.
  public static func open(
    at path: String, readOnly: Bool = false,
    clock: @escaping @Sendable () -> SystemTime = SystemClock.now, rebuilding: Bool = false,
    catchingUp progress: (RebuildProgress) -> Void = { _ in }
  ) throws(StoreError) -> Ledger {
    Ledger(
      try LMDBStore.open(
        at: path, readOnly: readOnly, clock: clock, rebuilding: rebuilding, catchingUp: progress))
  }

  /// A ledger that is kept in memory only.
  public static func inMemory(
    offsetMinutes: Int = 0, clock: @escaping @Sendable () -> SystemTime = SystemClock.now
  ) -> Ledger {
    Ledger(MemoryStore(offsetMinutes: offsetMinutes, clock: clock))
  }
}
