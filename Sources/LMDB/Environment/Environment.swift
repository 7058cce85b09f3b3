import CLMDB
import Synchronization

/// A store: one folder with a `data.mdb` and a `lock.mdb`, open in this process.
///
/// Any number of threads and processes may read at once; write transactions take turns. Readers
/// never wait for the writer, nor it for them. A store is made by
/// ``create(at:configuration:populate:)`` and opened by ``open(at:mode:configuration:)``, once per
/// process. It must lie on a local disk, and a process that forks must not use it in the child.
///
/// - Important: LMDB has no page checksums. A damaged file that passes the check at opening can
///   give wrong answers or end the process when the damage is met.
public final class Environment: Sendable {
  /// The folder it was opened at.
  public let path: String
  /// Whether it may be written.
  public let mode: Mode
  /// The longest key that can be put, in bytes.
  public let maxKeyLength: Int

  /// What an environment is opened for.
  public enum Mode: Hashable, Sendable {
    /// Reading only; still takes a reader slot in `lock.mdb`, where that file can be written.
    case readOnly
    /// Reading and writing.
    case readWrite
  }

  /// Freed only after the last transaction ended, which `gate` keeps count of.
  let handle: Handle
  let identity: FileIdentity
  @usableFromInline let serial: UInt64
  let gate = Mutex(Gate())
  let databases = Mutex<[String: Database]>([:])
  let writerThread = Atomic<UInt>(0)

  /// What must be known before a transaction may begin.
  struct Gate {
    /// Transactions that run now.
    var running = 0
    /// Whether no further one may begin.
    var isClosing = false
    /// Whether the handle was freed.
    var isClosed = false
    /// Why nothing more may be written.
    var failure: LMDBError?
    /// Read transactions that have ended and can be renewed, which is cheaper than to begin one.
    var idle: [Handle] = []
  }

  /// How many read transactions are kept for renewal; each keeps a reader slot, but no pages.
  private static let idleLimit = 8

  private static let serials = Atomic<UInt64>(1)

  init(handle: Handle, identity: FileIdentity, path: String, mode: Mode) {
    self.handle = handle
    self.identity = identity
    self.path = path
    self.mode = mode
    maxKeyLength = unsafe Int(mdb_env_get_maxkeysize(handle.pointer))
    serial = Self.serials.add(1, ordering: .relaxed).oldValue
  }

  deinit { close() }

  /// Lets no further transaction begin and closes the files as soon as the last running one ends.
  ///
  /// Closing twice does nothing. An environment that nobody refers to any more closes by itself.
  public func close() {
    let isIdle = gate.withLock { gate in
      gate.isClosing = true
      return gate.running == 0
    }
    if isIdle { free() }
  }

  /// Counts a transaction in.
  func enter() throws(LMDBError) {
    let isOpen = gate.withLock { gate in
      if !gate.isClosing { gate.running += 1 }
      return !gate.isClosing
    }
    if !isOpen { throw .closed }
  }

  /// Counts a read in, and takes one that can be renewed, if there is one.
  func enterReading() throws(LMDBError) -> Handle? {
    let (isOpen, idle): (Bool, Handle?) = gate.withLock { gate in
      if gate.isClosing { return (false, nil) }
      gate.running += 1
      return (true, gate.idle.popLast())
    }
    if !isOpen { throw .closed }
    return idle
  }

  /// Ends a read, keeps it for renewal if there is room, and counts it out.
  @usableFromInline
  func leaveReading(_ transaction: Handle) {
    unsafe mdb_txn_reset(transaction.pointer)
    let (isKept, isLast) = gate.withLock { gate in
      gate.running -= 1
      let isKept = gate.idle.count < Self.idleLimit
      if isKept { gate.idle.append(transaction) }
      return (isKept, gate.isClosing && gate.running == 0)
    }
    if !isKept { unsafe mdb_txn_abort(transaction.pointer) }
    if isLast { free() }
  }

  /// Counts a transaction out, and closes the files if it was the last one of a closing
  /// environment.
  func leave() {
    let isLast = gate.withLock { gate in
      gate.running -= 1
      return gate.isClosing && gate.running == 0
    }
    if isLast { free() }
  }

  private func free() {
    let (isFirst, idle) = gate.withLock { gate in
      defer { (gate.isClosed, gate.idle) = (true, []) }
      return (!gate.isClosed, gate.idle)
    }
    guard isFirst else { return }
    for transaction in idle { unsafe mdb_txn_abort(transaction.pointer) }
    unsafe mdb_env_close(handle.pointer)
    OpenEnvironments.release(identity)
  }
}

/// A pointer to LMDB's environment, which LMDB itself guards against use from several threads, or
/// to a transaction, which one thread at a time has.
@safe @usableFromInline struct Handle: @unchecked Sendable {
  @usableFromInline let pointer: OpaquePointer

  @inlinable init(pointer: OpaquePointer) { unsafe self.pointer = pointer }
}
