/// How an environment is opened.
public struct Configuration: Hashable, Sendable {
  /// How large the store may grow, in bytes.
  ///
  /// The map is sparse: it takes address space, neither memory nor disk. Where the process may not
  /// map this much, 2³⁶ and 2³³ are tried. Measured on Linux: 2⁴⁶ maps, 2⁴⁷ does not.
  public var mapSize: Int

  /// How many read transactions may run at once, in all processes together.
  ///
  /// The process that is the first to open the store decides.
  public var maxReaders: Int

  /// How many databases can be open at once.
  public var maxDatabases: Int

  /// The permissions of the files, less what the process masks.
  public var fileMode: UInt32

  /// The values that suit a store on a 64-bit system.
  public init(
    mapSize: Int = 1 << 40, maxReaders: Int = 1024, maxDatabases: Int = 64,
    fileMode: UInt32 = 0o644
  ) {
    self.mapSize = mapSize
    self.maxReaders = maxReaders
    self.maxDatabases = maxDatabases
    self.fileMode = fileMode
  }

  /// The sizes to try, largest first.
  var mapSizes: [Int] { [mapSize] + [1 << 36, 1 << 33].filter { $0 < mapSize } }
}
