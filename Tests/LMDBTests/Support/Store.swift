import LMDB

extension TemporaryFolder {
  /// Makes a store with a database "table" of this many entries, and gives its path.
  func makeStore(
    _ name: String = "store", entries: Int = 0, configuration: Configuration = Configuration()
  ) throws -> String {
    let path = self(name)
    try Environment.create(at: path, configuration: configuration) { transaction in
      let table = try transaction.createDatabase(named: "table")
      for number in 0..<entries {
        try transaction.put(
          BigEndian(Int32(number)), [UInt8(number & 0xFF)], in: table, options: .append)
      }
    }
    return path
  }
}

extension Environment {
  /// The number of entries in a database, in the newest state.
  func count(of database: Database) throws -> Int {
    try read { transaction in try transaction.count(of: database) }
  }
}

/// An error of a caller of the module.
enum OwnError: LMDBErrorConvertible, Equatable {
  case refused
  case storage(LMDBError)

  init(_ error: LMDBError) { self = .storage(error) }
}

/// Numbers that look random and are the same in each run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
