/// Why a store could not be made, opened, read or written.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no store in this folder: make one first.
  case noSuchStore(path: String)
  /// Something stands there already: choose another folder.
  case alreadyExists(path: String)
  /// It cannot be made there: the folder above is missing, or not ours to write.
  case cannotCreate(path: String, reason: String)
  /// What stands there is no store of this kind: choose another folder.
  case notAStore(path: String, reason: String)
  /// It was made by a newer version: use that one.
  case newerFormat(found: Int, supported: Int)
  /// Its file is damaged or cut short: restore it from a backup.
  case damaged(String)
  /// A stored record cannot be read.
  case damagedRecord(position: UInt64, RecordError)
  /// It is open already in this process.
  case alreadyOpen(path: String)
  /// It was opened for reading only.
  case readOnly
  /// It was closed.
  case closed
  /// This user may not.
  case permissionDenied
  /// The disk is full; nothing of the request is recorded.
  case diskFull
  /// The store has reached the size of its map.
  case mapFull
  /// Reading or writing the disk failed; the store is to be opened anew and verified.
  case inputOutput(String)
  /// Somebody else was faster: read again, decide again, append again.
  case wrongExpectedVersion(expected: UInt64, actual: UInt64)
  /// Something that should not happen, with the storage's own word for it.
  case unexpected(String)
}
