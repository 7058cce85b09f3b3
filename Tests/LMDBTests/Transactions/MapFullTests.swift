import LMDB
import Testing

@Suite("A map that is full")
struct MapFullTests {
  let folder: TemporaryFolder
  let path: String
  let environment: Environment
  let table: Database

  init() throws {
    let configuration = Configuration(mapSize: 1 << 18)
    folder = try TemporaryFolder()
    path = try folder.makeStore(entries: 3, configuration: configuration)
    environment = try Environment.open(at: path, configuration: configuration)
    table = try environment.database(named: "table")
  }

  /// Ten times as much as the map holds.
  private func fill(
    _ transaction: inout WriteTransaction<LMDBError>, _ table: Database
  ) throws(LMDBError) {
    for number in 0..<2600 {
      try transaction.put(
        BigEndian(UInt64(number)), [UInt8](repeating: 1, count: 1000), in: table)
    }
  }

  @Test func `is an error that says so, and nothing of the transaction is kept`() throws {
    #expect(throws: LMDBError.mapFull) {
      try environment.write { transaction in try fill(&transaction, table) }
    }
    #expect(try environment.count(of: table) == 3)
  }

  @Test func `spoils the transaction even if the closure goes on as if nothing had been`() throws {
    let goOn = { (transaction: inout WriteTransaction<LMDBError>) in
      try? fill(&transaction, table)
      #expect(throws: LMDBError.mapFull) { try transaction.put([1], [1], in: table) }
      #expect(throws: LMDBError.badTransaction) { try transaction.count(of: table) }
    }
    #expect(throws: LMDBError.mapFull) { try environment.write(goOn) }
    #expect(try environment.count(of: table) == 3)
  }

  @Test func `leaves the environment fit for what still has room`() throws {
    try? environment.write { transaction in try fill(&transaction, table) }
    try environment.write { transaction in try transaction.put([1], [1], in: table) }
    #expect(try environment.count(of: table) == 4)
  }

  @Test func `is gone once the store was opened with a larger one`() throws {
    try? environment.write { transaction in try fill(&transaction, table) }
    environment.close()
    let larger = try Environment.open(at: path)
    let sameTable = try larger.database(named: "table")
    try larger.write { transaction in try fill(&transaction, sameTable) }
    #expect(try larger.count(of: sameTable) == 2603)
  }
}
