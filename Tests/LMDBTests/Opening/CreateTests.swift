import Foundation
import LMDB
import Testing

@Suite("Creating a store")
struct CreateTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `leaves a folder with the data file and nothing beside it`() throws {
    let path = try folder.makeStore()
    #expect(try folder.contents == ["store"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["data.mdb"])
  }

  @Test(arguments: ["store", "store/", "./store", "store//"])
  func `understands a path however it is written`(spelling: String) throws {
    try Environment.create(at: folder(spelling)) { _ in }
    #expect(try folder.contents == ["store"])
  }

  @Test func `refuses where a store stands already, and leaves it alone`() throws {
    let path = try folder.makeStore(entries: 2)
    #expect(throws: LMDBError.alreadyExists(path: path)) {
      try Environment.create(at: path) { _ in }
    }
    let environment = try Environment.open(at: path)
    #expect(try environment.count(of: environment.database(named: "table")) == 2)
  }

  @Test func `refuses where a file or an empty folder stands`() throws {
    try Data("a".utf8).write(to: URL(fileURLWithPath: folder("file")))
    try FileManager.default.createDirectory(
      atPath: folder("folder"), withIntermediateDirectories: false)
    for name in ["file", "folder"] {
      #expect(throws: LMDBError.alreadyExists(path: folder(name))) {
        try Environment.create(at: folder(name)) { _ in }
      }
    }
    #expect(try folder.contents == ["file", "folder"])
  }

  @Test func `refuses where the parent folder is missing`() throws {
    #expect(throws: LMDBError.noSuchFolder(path: folder("nowhere/"))) {
      try Environment.create(at: folder("nowhere/store")) { _ in }
    }
  }

  @Test func `leaves nothing behind when filling it fails`() throws {
    #expect(throws: OwnError.refused) {
      try Environment.create(at: folder("store")) { transaction throws(OwnError) in
        _ = try transaction.createDatabase(named: "table")
        throw .refused
      }
    }
    #expect(try folder.contents.isEmpty)
  }

  @Test func `leaves no store when killed half-way, and nothing that stands in the way`() throws {
    let path = folder("store")
    let other = try OtherProcess("hold-create", path)
    try #require(other.waitUntilReady())
    #expect(throws: LMDBError.noSuchStore(path: path)) { try Environment.open(at: path) }
    other.kill()
    #expect(throws: LMDBError.noSuchStore(path: path)) { try Environment.open(at: path) }
    #expect(try folder.contents.count == 1)

    try Environment.create(at: path) { _ in }
    #expect(throws: Never.self) { try Environment.open(at: path) }
  }
}

@Suite("Creating a store in bulk")
struct CreateInBulkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `keeps what all its transactions wrote`() throws {
    try Environment.createInBulk(at: folder("store")) { environment in
      for batch in 0..<10 {
        try environment.write { transaction in
          let table = try transaction.createDatabase(named: "table")
          for number in batch * 100..<(batch + 1) * 100 {
            try transaction.put(BigEndian(number), [1], in: table, options: .append)
          }
        }
      }
    }
    let environment = try Environment.open(at: folder("store"))
    #expect(try environment.count(of: environment.database(named: "table")) == 1000)
  }

  @Test func `closes the environment, even if somebody keeps it`() throws {
    var kept: Environment?
    try Environment.createInBulk(at: folder("store")) { kept = $0 }
    let environment = try #require(kept)
    #expect(throws: LMDBError.closed) { try environment.write { _ in } }
  }

  @Test func `leaves nothing behind when filling it fails`() throws {
    #expect(throws: OwnError.refused) {
      try Environment.createInBulk(at: folder("store")) { _ throws(OwnError) in throw .refused }
    }
    #expect(try folder.contents.isEmpty)
  }

  @Test func `is refused while a transaction of another thread runs`() throws {
    let (begun, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let ended = DispatchSemaphore(value: 0)
    #expect(throws: LMDBError.inUse) {
      try Environment.createInBulk(at: folder("store")) { environment in
        Thread {
          try? environment.read { _ in
            begun.signal()
            mayEnd.wait()
          }
          ended.signal()
        }.start()
        begun.wait()
      }
    }
    mayEnd.signal()
    ended.wait()
    #expect(try folder.contents.isEmpty)
  }
}
