import CLMDB

/// A named table of an environment: its keys are unique and sorted byte by byte.
///
/// It is opened once by ``Environment/database(named:)`` or made by
/// ``Transaction/createDatabase(named:)``, and can then be kept and used by every transaction of
/// that environment that began later.
public struct Database: Hashable, Sendable {
  @usableFromInline let handle: MDB_dbi
  /// The serial number of the environment, so that a handle never reaches another one's tables.
  @usableFromInline let environment: UInt64
}

/// The size and shape of a database's tree.
public struct DatabaseStatistics: Hashable, Sendable {
  /// The number of entries.
  public let entries: Int
  /// The number of levels; a lookup reads one page on each.
  public let depth: Int
  /// The number of pages that lead to others.
  public let branchPages: Int
  /// The number of pages that hold entries.
  public let leafPages: Int
  /// The number of pages that hold values too large for a leaf.
  public let overflowPages: Int
}
