import Glibc
import LMDB
import Testing

@Suite("Another process that is killed")
struct KilledProcessTests {
  let folder: TemporaryFolder
  let path: String
  let environment: Environment
  let table: Database

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.makeStore(entries: 3)
    environment = try Environment.open(at: path)
    table = try environment.database(named: "table")
  }

  /// Overwrites the same entry, each time in a commit of its own.
  private func overwrite(times: Int) throws {
    for number in 0..<times {
      try environment.write { transaction in
        try transaction.put([7], [UInt8](repeating: UInt8(number & 0xFF), count: 9000), in: table)
      }
    }
  }

  @Test func `while reading leaves a slot that keeps the file growing until it is freed`() throws {
    let reader = try OtherProcess("hold-read", path)
    try #require(reader.waitUntilReady())
    #expect(try environment.reapStaleReaders() == 0)
    reader.kill()

    try overwrite(times: 10)
    let held = try environment.fileSize()
    try overwrite(times: 200)
    #expect(try environment.fileSize() > held + 100 * 9000)

    #expect(try environment.reapStaleReaders() == 1)
    #expect(try environment.reapStaleReaders() == 0)
    let freed = try environment.fileSize()
    try overwrite(times: 200)
    #expect(try environment.fileSize() == freed)
  }

  @Test func `while reading leaves no slot once the store is opened again`() throws {
    let reader = try OtherProcess("hold-read", path)
    try #require(reader.waitUntilReady())
    reader.kill()
    environment.close()
    let again = try Environment.open(at: path)
    #expect(try again.reapStaleReaders() == 0)
  }

  @Test func `while writing lets the next writer go on, with nothing half-written`() throws {
    let writer = try OtherProcess("hold-write", path)
    try #require(writer.waitUntilReady())
    #expect(try environment.count(of: table) == 3)
    writer.kill()
    try environment.write { transaction in
      let count = try transaction.count(of: table)
      #expect(count == 3)
      try transaction.put([7], [1], in: table)
    }
    #expect(try environment.count(of: table) == 4)
  }

  @Test func `while a writer waits for it, hands the lock on`() throws {
    let writer = try OtherProcess("hold-write", path)
    try #require(writer.waitUntilReady())
    Task.detached {
      // So that the write below has begun to wait, in all likelihood; it must succeed in any case.
      try await Task.sleep(for: .milliseconds(50))
      writer.kill()
    }
    try environment.write { transaction in try transaction.put([7], [1], in: table) }
    #expect(try environment.count(of: table) == 4)
  }

  @Test(arguments: 0..<20)
  func `at any moment has left both numbers of a commit or none`(moment: UInt32) throws {
    let writer = try OtherProcess("count-up", path)
    while try environment.count(of: table) < 6 && writer.isRunning {}
    usleep(moment * 500)
    writer.kill()
    let numbers = try environment.read { transaction in
      try [[1], [3]].map { key in
        try transaction.get(key as [UInt8], in: table) { $0.bigEndian(at: 0, as: UInt64.self) }
      }
    }
    #expect(numbers[0] != nil)
    #expect(numbers[0] == numbers[1])
    #expect(throws: Never.self) { try environment.write { _ in } }
  }
}
