import CLMDB
import LMDB
import Testing

@Suite("Named databases")
struct DatabaseTests {
  let folder: TemporaryFolder
  let path: String
  let environment: Environment

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.makeStore(entries: 3)
    environment = try Environment.open(at: path)
  }

  @Test func `one that is missing is an error, and none is made`() throws {
    #expect(throws: LMDBError.noSuchDatabase(name: "other")) {
      try environment.database(named: "other")
    }
    #expect(throws: LMDBError.noSuchDatabase(name: "other")) {
      try environment.write { transaction in _ = try transaction.database(named: "other") }
    }
    #expect(try environment.databaseNames() == ["table"])
  }

  @Test func `one is made within a write, and found by all who come later`() throws {
    let made = try environment.write { transaction in
      let made = try transaction.createDatabase(named: "other")
      try transaction.put([1], [2], in: made)
      return made
    }
    #expect(try environment.database(named: "other") == made)
    #expect(try environment.count(of: made) == 1)
    #expect(try environment.databaseNames() == ["other", "table"])
  }

  @Test func `making one that is there gives the one that is there`() throws {
    let made = try environment.write { transaction in
      try transaction.createDatabase(named: "table")
    }
    #expect(try made == environment.database(named: "table"))
    #expect(try environment.count(of: made) == 3)
  }

  @Test func `one made by a write that failed is not there`() throws {
    #expect(throws: OwnError.refused) {
      try environment.write { transaction throws(OwnError) in
        _ = try transaction.createDatabase(named: "other")
        throw .refused
      }
    }
    #expect(throws: LMDBError.noSuchDatabase(name: "other")) {
      try environment.database(named: "other")
    }
  }

  @Test func `one made after a read began is not part of what it sees`() throws {
    try environment.read { transaction in
      let made = try environment.write { inner in try inner.createDatabase(named: "other") }
      #expect(throws: LMDBError.databaseNotInTransaction) { try transaction.count(of: made) }
    }
  }

  @Test func `no more can be opened than the configuration allows`() throws {
    let small = try folder.makeStore("small")
    let two = try Environment.open(at: small, configuration: Configuration(maxDatabases: 2))
    #expect(throws: LMDBError.databasesFull) {
      try two.write { transaction in
        _ = try transaction.createDatabase(named: "second")
        _ = try transaction.createDatabase(named: "third")
      }
    }
    #expect(try two.databaseNames() == ["table"])
  }

  @Test func `one with duplicate keys, made by another program, is refused by name`() throws {
    environment.close()
    addDatabaseWithDuplicates(named: "duplicates")
    let again = try Environment.open(at: path)
    #expect(throws: LMDBError.incompatibleDatabase(name: "duplicates")) {
      try again.database(named: "duplicates")
    }
    #expect(try again.count(of: again.database(named: "table")) == 3)
  }

  private func addDatabaseWithDuplicates(named name: String) {
    var (environment, transaction, table) = (OpaquePointer?.none, OpaquePointer?.none, MDB_dbi(0))
    mdb_env_create(&environment)
    mdb_env_set_maxdbs(environment, 4)
    mdb_env_open(environment, path, 0, 0o644)
    mdb_txn_begin(environment, nil, 0, &transaction)
    mdb_dbi_open(transaction, name, UInt32(MDB_CREATE | MDB_DUPSORT), &table)
    mdb_txn_commit(transaction)
    mdb_env_close(environment)
  }

  @Test func `statistics tell size and shape`() throws {
    let table = try environment.database(named: "table")
    let statistics = try environment.read { try $0.statistics(of: table) }
    #expect(statistics.entries == 3)
    #expect(statistics.depth == 1)
    #expect((statistics.branchPages, statistics.leafPages, statistics.overflowPages) == (0, 1, 0))
  }
}
