import LMDB
import Synchronization

/// A log on LMDB, in a folder.
///
/// One process writes at a time, and its threads share commits; any number reads meanwhile. A
/// damaged page that a question meets may end the process, since LMDB trusts its file; opening one
/// never does.
public final class LMDBStore: LogStore {
  public let identity: StoreIdentity
  let environment: Environment
  let tables: Tables
  let group: GroupCommit<AppendRequest, Result<AppendResult, StoreError>>

  /// How many appends may pass before the slots of killed readers are looked for.
  static let appendsBetweenReapings = 64
  private let appends = Atomic<Int>(0)
  /// What need not be read again to ask the read model.
  let asked = AskedBefore()

  private init(
    _ environment: Environment, _ tables: Tables, _ identity: StoreIdentity,
    _ clock: @escaping @Sendable () -> SystemTime
  ) {
    self.identity = identity
    self.environment = environment
    self.tables = tables
    let writer = LMDBWriter(environment, tables, clock)
    group = GroupCommit { requests in writer.append(requests) }
  }

  /// Makes an empty store in a folder that must not exist yet.
  ///
  /// It is made beside its place, brought to the disk and then renamed: a crash leaves all or
  /// nothing.
  ///
  /// - Throws: `alreadyExists`, `cannotCreate`, `permissionDenied`, `diskFull`.
  public static func create(
    at path: String, origin: String = "orgledger", offsetMinutes: Int = 0,
    clock: @escaping @Sendable () -> SystemTime = SystemClock.now
  ) throws(StoreError) -> LMDBStore {
    let identity = StoreIdentity(
      origin: origin, id: StoreIdentity.randomID(), offsetMinutes: offsetMinutes,
      format: StoreFormat.current)
    try StoreError.wrapping { () throws(LMDBError) in
      try Environment.create(at: path) { transaction throws(LMDBError) in
        let tables = try Tables { name throws(LMDBError) in
          try transaction.createDatabase(named: name)
        }
        try transaction.put(
          ReadModelState.key, ReadModelState(position: 0).bytes, in: tables.meta)
        for (name, value) in identity.entries {
          try transaction.put(Array(name.utf8), Array(value.utf8), in: tables.meta)
        }
      }
    }
    return try open(at: path, clock: clock)
  }

  /// Opens the store in a folder; never makes one.
  ///
  /// - Throws: `noSuchStore`, `notAStore`, `newerFormat`, `damaged`, `alreadyOpen`,
  ///   `permissionDenied`.
  /// - Parameters:
  ///   - rebuilding: Whether the read model is made again from the records, where the store is
  ///     opened for writing.
  ///   - progress: Told now and then where that is done, or where what an older program wrote lacks
  ///     the read model of this one or a part of it.
  /// - Complexity: O(1); it does not depend on the length of the log, where the read model is up to
  ///   date.
  public static func open(
    at path: String, readOnly: Bool = false,
    clock: @escaping @Sendable () -> SystemTime = SystemClock.now, rebuilding: Bool = false,
    catchingUp progress: (RebuildProgress) -> Void = { _ in }
  ) throws(StoreError) -> LMDBStore {
    try open(
      at: path, readOnly: readOnly, configuration: Configuration(), clock: clock,
      rebuilding: rebuilding, catchingUp: progress)
  }

  /// Opens the store in a folder with other limits than its users need.
  static func open(
    at path: String, readOnly: Bool = false, configuration: Configuration,
    clock: @escaping @Sendable () -> SystemTime = SystemClock.now, rebuilding: Bool = false,
    catchingUp progress: (RebuildProgress) -> Void = { _ in }
  ) throws(StoreError) -> LMDBStore {
    let environment: Environment
    do {
      environment = try Environment.open(
        at: path, mode: readOnly ? .readOnly : .readWrite, configuration: configuration)
    } catch { throw StoreError(error).at(path) }
    do {
      func table(_ name: String) throws(StoreError) -> Database {
        do { return try environment.database(named: name) } catch {
          throw .notAStore(path: path, reason: "no table \(name)")
        }
      }
      // First of all: a newer format may have other tables.
      var identity = try StoreIdentity(from: environment, table("meta"), path)
      var tables = try Tables(table)
      if !readOnly {
        if identity.format < StoreFormat.current {
          tables.lines = try LineTables.create(in: environment, tables.meta)
          identity.format = StoreFormat.current
        }
        try catchUp(environment, tables, fromTheStart: rebuilding, progress)
      }
      return LMDBStore(environment, tables, identity, clock)
    } catch {
      environment.close()
      throw error
    }
  }

  /// Closes the store; every later call throws `closed`.
  public func close() { environment.close() }

  public func head() throws(StoreError) -> Head {
    try environment.read { transaction throws(StoreError) in try transaction.head(tables) }
  }

  public func head(at known: Known) throws(StoreError) -> Head {
    try environment.read { transaction throws(StoreError) in
      try transaction.head(at: known, tables)
    }
  }

  public func append(_ request: AppendRequest) throws(StoreError) -> AppendResult {
    defer { reapNowAndThen() }
    return try group.run(request).get()
  }

  /// Frees the slots of readers that were killed, since a store that keeps their pages grows.
  private func reapNowAndThen() {
    let count = appends.add(1, ordering: .relaxed).newValue
    // Whatever is wrong with the store, the next append says it.
    if count % Self.appendsBetweenReapings == 0 { _ = try? environment.reapStaleReaders() }
  }

  public func forEachRecord(
    from first: UInt64, through last: UInt64, _ body: (Record) throws(StoreError) -> Bool
  ) throws(StoreError) {
    guard first <= last else { return }
    try environment.read { transaction throws(StoreError) in
      var next = max(first, 1)
      try transaction.forEach(
        in: tables.log, from: BigEndian(next), upTo: BigEndian(last == .max ? last : last + 1)
      ) { key, bytes throws(StoreError) in
        guard key.bigEndian(at: 0, as: UInt64.self) == next else {
          throw StoreError.damaged("log: no record at \(next)")
        }
        defer { next += 1 }
        return try body(Record(stored: bytes, at: next)) ? .continue : .stop
      }
    }
  }

  public func storedBytes(at position: UInt64) throws(StoreError) -> [UInt8]? {
    try environment.read { transaction throws(StoreError) in
      try transaction.bytes(at: BigEndian(position), in: tables.log)
    }
  }

  public func leaf(at position: UInt64) throws(StoreError) -> [UInt8]? {
    try storedBytes(at: position).map(Digest.leaf)
  }

  public func position(of kind: Record.Kind, id: String) throws(StoreError) -> UInt64? {
    guard !id.isEmpty, id.utf8.count <= longestID else { return nil }
    return try environment.read { transaction throws(StoreError) in
      try transaction.entry(kind, id, [], tables)?.position
    }
  }

  public func positions(mentioning unit: UnitID) throws(StoreError) -> [UInt64] {
    guard unit.isWellFormed else { return [] }
    return try environment.read { transaction throws(StoreError) in
      let own = try transaction.positions(mentioning: .unit(unit), tables)
      let above = try transaction.positions(mentioning: .parent(unit), tables)
      return Set(own + above).sorted()
    }
  }

  public func positions(from first: Day, through last: Day) throws(StoreError) -> [UInt64] {
    guard first <= last else { return [] }
    return try environment.read { transaction throws(StoreError) in
      try transaction.positions(from: first, through: last, tables)
    }
  }
}
