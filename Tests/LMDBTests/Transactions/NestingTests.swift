import Foundation
import LMDB
import Testing

@Suite("Transactions within and beside each other")
struct NestingTests {
  let folder: TemporaryFolder
  let environment: Environment
  let table: Database

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.open(at: folder.makeStore(entries: 3))
    table = try environment.database(named: "table")
  }

  @Test func `a write within a write of the same thread is refused, and the outer goes on`() throws
  {
    try environment.write { transaction in
      #expect(throws: LMDBError.nestedWrite) { try environment.write { _ in } }
      #expect(throws: LMDBError.nestedWrite) { try environment.database(named: "other") }
      try transaction.put([7], [1], in: table)
    }
    #expect(try environment.count(of: table) == 4)
  }

  @Test func `a write within a read is not seen by that read`() throws {
    let (before, after) = try environment.read { transaction in
      let before = try transaction.count(of: table)
      try environment.write { inner in try inner.put([7], [1], in: table) }
      return (before, try transaction.count(of: table))
    }
    #expect(before == 3)
    #expect(after == 3)
    #expect(try environment.count(of: table) == 4)
  }

  @Test func `reads may be nested, each with the state of its own beginning`() throws {
    let counts = try environment.read { outer in
      try environment.write { inner in try inner.put([7], [1], in: table) }
      let inner = try environment.count(of: table)
      return (try outer.count(of: table), inner)
    }
    #expect(counts == (3, 4))
  }

  @Test func `writes of several threads take turns`() throws {
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<50 {
        try? environment.write { transaction in
          let old = try transaction.get([7], in: table) { $0.bigEndian(at: 0) ?? 0 } ?? UInt64(0)
          try transaction.put([7], BigEndian(old + 1), in: table)
        }
      }
    }
    let total = try environment.read { transaction in
      try transaction.get([7], in: table) { $0.bigEndian(at: 0, as: UInt64.self) }
    }
    #expect(total == 400)
  }

  @Test func `the same thread may write again after a write has failed`() throws {
    #expect(throws: OwnError.refused) {
      try environment.write { _ throws(OwnError) in throw .refused }
    }
    try environment.write { transaction in try transaction.put([7], [1], in: table) }
    #expect(try environment.count(of: table) == 4)
  }

  @Test func `more reads than there are slots are refused`() throws {
    let path = try folder.makeStore("small")
    let few = try Environment.open(at: path, configuration: Configuration(maxReaders: 2))
    try few.read { _ in
      try few.read { _ in expectNoSlot(few) }
    }
    #expect(throws: Never.self) { try few.read { _ in } }
  }

  private func expectNoSlot(_ environment: Environment) {
    #expect(throws: LMDBError.readersFull) { try environment.read { _ in } }
  }

  @Test func `a database of another environment is a programming error`() async throws {
    let (one, two) = try (folder.makeStore("one"), folder.makeStore("two"))
    await #expect(processExitsWith: .brokenPrecondition) {
      [one = one as String, two = two as String] in
      let table = try Environment.open(at: one).database(named: "table")
      _ = try Environment.open(at: two).count(of: table)
    }
  }
}
