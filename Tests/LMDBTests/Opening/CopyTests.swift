import LMDB
import Testing

@Suite("Copying a store while it is in use")
struct CopyTests {
  let folder: TemporaryFolder
  let environment: Environment
  let table: Database

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.open(at: folder.makeStore(entries: 5000))
    table = try environment.database(named: "table")
  }

  @Test func `gives a store with the same entries and without free pages`() throws {
    try environment.write { transaction in
      for number in 1000..<5000 { try transaction.delete(BigEndian(Int32(number)), in: table) }
    }
    try environment.copy(to: folder("copy"))
    let copy = try Environment.open(at: folder("copy"))
    #expect(try copy.count(of: copy.database(named: "table")) == 1000)
    #expect(try copy.fileSize() < environment.fileSize())
    #expect(try folder.contents == ["copy", "store"])
  }

  @Test func `neither waits for a writer nor shows what it has not committed`() throws {
    try environment.write { transaction in
      try transaction.put([9], [9], in: table)
      try environment.copy(to: folder("copy"))
    }
    let copy = try Environment.open(at: folder("copy"))
    #expect(try copy.count(of: copy.database(named: "table")) == 5000)
  }

  @Test func `is refused where something stands`() throws {
    let path = folder("store")
    #expect(throws: LMDBError.alreadyExists(path: path)) { try environment.copy(to: path) }
    #expect(throws: LMDBError.noSuchFolder(path: folder("nowhere/"))) {
      try environment.copy(to: folder("nowhere/copy"))
    }
    #expect(try folder.contents == ["store"])
  }
}
