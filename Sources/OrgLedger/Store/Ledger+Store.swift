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
  /// - Throws: `noSuchStore`, `notAStore`, `newerFormat`, `damaged`, `alreadyOpen`,
  ///   `permissionDenied`.
  public static func open(
    at path: String, readOnly: Bool = false,
    clock: @escaping @Sendable () -> SystemTime = SystemClock.now
  ) throws(StoreError) -> Ledger {
    Ledger(try LMDBStore.open(at: path, readOnly: readOnly, clock: clock))
  }

  /// A ledger that is kept in memory only.
  public static func inMemory(
    offsetMinutes: Int = 0, clock: @escaping @Sendable () -> SystemTime = SystemClock.now
  ) -> Ledger {
    Ledger(MemoryStore(offsetMinutes: offsetMinutes, clock: clock))
  }
}
