/// Why LMDB, or the wrapper around it, refused or failed.
public enum LMDBError: Error, Hashable, Sendable {
  // MARK: Opening, creating and copying

  /// There is no store in this folder: check the path, or create one.
  case noSuchStore(path: String)
  /// The folder holds a `data.mdb` that is not a healthy LMDB file of this kind: check the path,
  /// or restore from a copy.
  case notAStore(Defect)
  /// The file is shorter than what it says it holds: restore from a copy.
  case truncated(expected: Int, found: Int)
  /// Another version of LMDB wrote the file: use a program built with that version.
  case versionMismatch(found: UInt32)
  /// This process has the store open already: use the environment at hand, since a second one
  /// would break the locks of the first.
  case alreadyOpen(path: String)
  /// Something stands where a store was to be created or copied to: choose another path.
  case alreadyExists(path: String)
  /// The folder in which a store was to be created or copied to is missing: create it first.
  case noSuchFolder(path: String)
  /// The operating system forbids it: check owner and mode of the folder and its files.
  case permissionDenied
  /// The process has no room for the map, not even a small one: raise the limit on virtual memory.
  case noAddressSpace

  // MARK: Beginning and ending a transaction

  /// The environment is closed, or closing: open it again.
  case closed
  /// The environment was opened to read only: open it for writing.
  case readOnly
  /// Transactions still run in a store that is to be finished: let them end first.
  case inUse
  /// A write transaction of this thread is still running, and would wait for itself: use that one.
  case nestedWrite
  /// All reader slots are taken: end long reads, reap stale readers, or raise `maxReaders`.
  case readersFull
  /// Another process enlarged the map and it could not be adopted, since transactions of this
  /// process kept running: let them end, then begin again.
  case mapResized
  /// A writing system call failed before, so what is on disk is uncertain: close the environment,
  /// check the store, open it again.
  indirect case stopped(by: LMDBError)

  // MARK: Within a transaction

  /// There is no database of this name: create it within a write transaction.
  case noSuchDatabase(name: String)
  /// The name is taken by something else than a plain database: choose another name.
  case incompatibleDatabase(name: String)
  /// The database was opened after this transaction began: begin a new transaction.
  case databaseNotInTransaction
  /// No more databases can be opened: raise `maxDatabases`.
  case databasesFull
  /// The key exists and was not to be overwritten: read what is there.
  case keyExists
  /// A key to append does not come after the last one: put it without appending.
  case keyOutOfOrder
  /// What was asked for is not there.
  case notFound
  /// The key has no bytes: give it at least one.
  case emptyKey
  /// The key is longer than LMDB allows: shorten it, by a hash if need be.
  case keyTooLong(length: Int, limit: Int)
  /// The value is longer than LMDB allows (4 GiB): split it.
  case valueTooLong
  /// The map is full and nothing of this transaction was kept: open with a larger map and redo it.
  case mapFull
  /// The transaction changes too much at once and nothing of it was kept: split it.
  case transactionFull
  /// An earlier operation of this transaction failed, so nothing of it is kept: begin a new one.
  case badTransaction

  // MARK: The file system and the file

  /// The disk, or the quota on it, is full and nothing of this transaction was kept: make room,
  /// then open the environment again.
  case diskFull
  /// A system call failed with this `errno`: see the system's log, then open the environment again.
  case inputOutput(errno: Int32)
  /// LMDB met a damaged page: restore from a copy.
  case corrupted
  /// A code that this wrapper knows no better name for: LMDB's own documentation has it.
  case unexpected(code: Int32)
}

extension LMDBError {
  /// What is wrong with a file that should be an LMDB data file.
  public enum Defect: Hashable, Sendable {
    /// The file holds no bytes: LMDB would silently make a new store of it.
    case empty
    /// The file is too short to hold two meta pages.
    case tooShort(bytes: Int)
    /// The bytes are not LMDB's: the file belongs to another program, or its head was overwritten.
    case foreign
    /// The page size is none that LMDB uses; LMDB would divide by it.
    case pageSize(UInt32)
    /// The two meta pages contradict each other, or one is damaged; LMDB does not fall back to
    /// the other.
    case metaPage(Int)
    /// The map size cannot be: it does not hold the pages in use, or no process could map it.
    case mapSize(UInt64)
    /// The last page lies further out than any map.
    case lastPage(UInt64)
    /// The store was made with options that this wrapper does not use.
    case options(UInt16)
    /// The root of a tree is no page that could be one; LMDB would end the process on it.
    case root(page: UInt64)
  }
}
