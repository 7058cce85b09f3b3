import LMDB
import Testing

@Suite("Closing an environment")
struct CloseTests {
  let folder: TemporaryFolder
  let path: String
  let environment: Environment

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.makeStore(entries: 3)
    environment = try Environment.open(at: path)
  }

  @Test func `lets nothing begin afterwards`() throws {
    environment.close()
    #expect(throws: LMDBError.closed) { try environment.read { _ in } }
    #expect(throws: LMDBError.closed) { try environment.write { _ in } }
    #expect(throws: LMDBError.closed) { try environment.info() }
    #expect(throws: LMDBError.closed) { try environment.copy(to: folder("copy")) }
  }

  @Test func `waits for the transaction that runs`() throws {
    let table = try environment.database(named: "table")
    let count = try environment.read { transaction in
      environment.close()
      #expect(throws: LMDBError.alreadyOpen(path: path)) { try Environment.open(at: path) }
      return try transaction.count(of: table)
    }
    #expect(count == 3)
    #expect(throws: LMDBError.closed) { try environment.read { _ in } }
    let again = try Environment.open(at: path)
    #expect(try again.count(of: again.database(named: "table")) == 3)
  }

  @Test func `keeps what a running write commits`() throws {
    let table = try environment.database(named: "table")
    try environment.write { transaction in
      environment.close()
      try transaction.put([9], [9], in: table)
    }
    let again = try Environment.open(at: path)
    #expect(try again.count(of: again.database(named: "table")) == 4)
  }

  @Test func `can be asked for twice`() throws {
    environment.close()
    environment.close()
    #expect(throws: Never.self) { try Environment.open(at: path) }
  }
}
