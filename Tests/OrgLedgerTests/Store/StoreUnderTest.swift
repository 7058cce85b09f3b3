import FoundationEssentials
import OrgLedger
import OrgLedgerTesting
import Synchronization
import Testing

/// The stores that run the contract suite; the in-memory one is the reference.
enum StoreKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case memory, lmdb

  var testDescription: String { rawValue }

  /// Runs a body with an empty store of this kind and a clock that stands at what is set.
  func withStore(
    startingAt time: Int64 = 1_000, _ body: (any LogStore, StoppedClock) throws -> Void
  ) throws {
    let clock = StoppedClock(time)
    switch self {
    case .memory: try body(MemoryStore(clock: clock.now), clock)
    case .lmdb:
      try withFolder { folder in
        let store = try LMDBStore.create(at: folder + "/store", clock: clock.now)
        defer { store.close() }
        try body(store, clock)
      }
    }
  }
}

/// A clock that only moves when it is told to.
final class StoppedClock: Sendable {
  private let time: Mutex<Int64>

  init(_ time: Int64) { self.time = Mutex(time) }

  var now: @Sendable () -> SystemTime {
    { SystemTime(rawValue: self.time.withLock { $0 }) }
  }

  func set(_ value: Int64) { time.withLock { $0 = value } }
}

/// Runs a body with a new folder, which is removed afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "orgledger-\(UInt64.random(in: .min ... .max))").path()
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

extension LogStore {
  /// Appends submissions and expects that all of them are taken.
  @discardableResult
  func take(_ submissions: Submission..., by author: String = "unstated") throws -> AppendResult {
    let result = try append(AppendRequest(submissions, by: author))
    if let refusal = result.refusal { throw refusal }
    return result
  }

  /// Every record.
  func all() throws -> [Record] { try Ledger(self).records() }
}

/// The text that orders every act of the test kit.
let text = Submission.instrument(Instrument(id: Given.instrument))

/// An act that founds one unit.
func founding(_ id: UnitID, on day: Int32 = 1, act name: ActID? = nil) -> Submission {
  .act(act(name ?? ActID("founding-\(id)"), on: day, .founded(unit(id))))
}

/// A new folder that is removed with the value, for asynchronous tests.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory
      .appending(path: "orgledger-\(UInt64.random(in: .min ... .max))").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Lends a new store on a disk, whose clock stands still.
func withLMDBStore(_ body: (LMDBStore) throws -> Void) throws {
  try withFolder { folder in
    let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1).now)
    defer { store.close() }
    try body(store)
  }
}
