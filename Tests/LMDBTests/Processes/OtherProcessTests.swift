import LMDB
import Testing

@Suite("Another process with the same store")
struct OtherProcessTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.makeStore(entries: 3)
  }

  /// An environment with a map of 128 KiB, which the other process outgrows by far.
  private func openSmall() throws -> (Environment, Database) {
    let small = Configuration(mapSize: 1 << 17)
    let path = try folder.makeStore("small", configuration: small)
    let environment = try Environment.open(at: path, configuration: small)
    return (environment, try environment.database(named: "table"))
  }

  @Test func `that enlarged the map is followed when the next read begins`() throws {
    let (environment, table) = try openSmall()
    try #require(OtherProcess("grow", environment.path).finish() != nil)
    #expect(try environment.count(of: table) == 4000)
    #expect(try environment.info().mapSize == 1 << 26)
    let all = try environment.read { transaction in
      var all = 0
      try transaction.forEach(in: table) { _, value in
        all += value.byte(at: 999) == 7 ? 1 : 0
        return .continue
      }
      return all
    }
    #expect(all == 4000)
  }

  @Test func `that enlarged the map is followed when the next write begins`() throws {
    let (environment, table) = try openSmall()
    try #require(OtherProcess("grow", environment.path).finish() != nil)
    try environment.write { transaction in try transaction.put([9], [9], in: table) }
    #expect(try environment.count(of: table) == 4001)
  }

  @Test func `that enlarged the map is not followed while a read looks at the old one`() throws {
    let (environment, table) = try openSmall()
    try environment.read { transaction in
      try #require(OtherProcess("grow", environment.path).finish() != nil)
      #expect(throws: LMDBError.mapResized) { try environment.count(of: table) }
      let count = try transaction.count(of: table)
      #expect(count == 0)
    }
    #expect(try environment.count(of: table) == 4000)
  }

  @Test(arguments: [Environment.Mode.readOnly, .readWrite])
  func `that made a database is noticed`(mode: Environment.Mode) throws {
    let environment = try Environment.open(at: path, mode: mode)
    try #require(OtherProcess("create-table", path).finish() != nil)
    let later = try environment.database(named: "later")
    #expect(try environment.read { try $0.bytes(at: [1], in: later) } == [2])
  }

  @Test(arguments: [Environment.Mode.readOnly, .readWrite])
  func `that writes is seen commit by commit, never in between`(mode: Environment.Mode) throws {
    let environment = try Environment.open(at: path, mode: mode)
    let table = try environment.database(named: "table")
    let writer = try OtherProcess("count-up", path)
    var torn = 0
    var last: UInt64 = 0
    while last < 300 {
      let pair = try environment.read { transaction in
        try [[1], [3]].map { key in
          try transaction.get(key as [UInt8], in: table) { $0.bigEndian(at: 0) ?? 0 } ?? UInt64(0)
        }
      }
      torn += pair[0] != pair[1] || pair[0] < last ? 1 : 0
      last = pair[0]
      if !writer.isRunning, last < 300 { try #require(writer.finish() != nil) }
    }
    #expect(torn == 0)
  }

  @Test func `may open the store while this one commits`() throws {
    // The check at opening reads pages that are being written over meanwhile.
    let environment = try Environment.open(at: path)
    let table = try environment.database(named: "table")
    let others = try (0..<10).map { _ in try OtherProcess("count-up", path) }
    while others.contains(where: \.isRunning) {
      try environment.write { transaction in
        try transaction.put([5], [UInt8](repeating: 5, count: 9000), in: table)
      }
    }
    for other in others { #expect(try other.finish() != nil) }
  }

  @Test func `to which the kernel refuses a write can write no more, and the store is whole`()
    throws
  {
    let printed = try OtherProcess("fill-disk", path).finish()
    #expect(
      printed == """
        inputOutput(errno: 27)
        stopped(by: LMDB.LMDBError.inputOutput(errno: 27))

        """)
    let environment = try Environment.open(at: path)
    let table = try environment.database(named: "table")
    #expect(try environment.count(of: table) == 3)
    try environment.write { transaction in try transaction.put([9], [9], in: table) }
    #expect(try environment.count(of: table) == 4)
  }
}
