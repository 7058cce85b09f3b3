import Foundation
import LMDB
import Testing

@Suite("Writing")
struct WriteTests {
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

  private func value(_ key: [UInt8]) throws -> [UInt8]? {
    try environment.read { transaction in try transaction.bytes(at: key, in: table) }
  }

  @Test func `keeps what was put when the closure returns, also after opening again`() throws {
    let answer = try environment.write { transaction in
      try transaction.put([7], [1, 2], in: table)
      try transaction.put([8], [UInt8](), in: table)
      return 42
    }
    #expect(answer == 42)
    environment.close()
    let again = try Environment.open(at: path)
    let sameTable = try again.database(named: "table")
    #expect(try again.read { try $0.bytes(at: [7], in: sameTable) } == [1, 2])
    #expect(try again.read { try $0.bytes(at: [8], in: sameTable) } == [])
  }

  @Test func `keeps nothing when the closure throws`() throws {
    #expect(throws: OwnError.refused) {
      try environment.write { transaction throws(OwnError) in
        try transaction.put([7], [1], in: table)
        try transaction.deleteAll(in: table)
        throw .refused
      }
    }
    #expect(try value([7]) == nil)
    #expect(try environment.count(of: table) == 3)
  }

  @Test func `throws an error of LMDB as the caller's own`() throws {
    #expect(throws: OwnError.storage(.keyExists)) {
      try environment.write { transaction throws(OwnError) in
        try transaction.put(BigEndian(Int32(1)), [1], in: table, options: .noOverwrite)
      }
    }
  }

  @Test func `shows its own changes before they are committed, and to nobody else`() throws {
    try environment.write { transaction in
      try transaction.put([7], [1], in: table)
      let seen = try transaction.contains([7], in: table)
      #expect(seen)
      #expect(try value([7]) == nil)
    }
    #expect(try value([7]) == [1])
  }

  @Test func `overwrites unless told not to`() throws {
    try environment.write { transaction in
      try transaction.put([7], [1], in: table)
      try transaction.put([7], [2], in: table)
      #expect(throws: LMDBError.keyExists) {
        try transaction.put([7], [3], in: table, options: .noOverwrite)
      }
      let inserted = (
        try transaction.insert([7], [4], in: table), try transaction.insert([8], [5], in: table)
      )
      #expect(inserted == (false, true))
    }
    #expect(try value([7]) == [2])
    #expect(try value([8]) == [5])
  }

  @Test func `appends only what comes last`() throws {
    try environment.write { transaction in
      let next = BigEndian(Int32(3))
      try transaction.put(next, [3], in: table, options: .append)
      for key in [2, 3] as [Int32] {
        #expect(throws: LMDBError.keyOutOfOrder) {
          try transaction.put(BigEndian(key), [9], in: table, options: .append)
        }
      }
    }
    #expect(try environment.count(of: table) == 4)
  }

  @Test func `says whether there was something to delete`() throws {
    let deleted = try environment.write { transaction in
      let key = BigEndian(Int32(1))
      return (try transaction.delete(key, in: table), try transaction.delete(key, in: table))
    }
    #expect(deleted == (true, false))
    #expect(try environment.count(of: table) == 2)
  }

  @Test func `empties a database, which stays`() throws {
    try environment.write { transaction in
      try transaction.deleteAll(in: table)
      try transaction.put([1], [1], in: table)
    }
    #expect(try environment.count(of: table) == 1)
    #expect(try environment.databaseNames() == ["table"])
  }

  @Test func `takes keys of one byte up to the longest, and names others`() throws {
    let limit = environment.maxKeyLength
    try environment.write { transaction in
      try transaction.put([UInt8](repeating: 1, count: limit), [1], in: table)
      let tooLong = [UInt8](repeating: 1, count: limit + 1)
      #expect(throws: LMDBError.keyTooLong(length: limit + 1, limit: limit)) {
        try transaction.put(tooLong, [1], in: table)
      }
      #expect(throws: LMDBError.emptyKey) { try transaction.put([UInt8](), [1], in: table) }
      let found = (
        try transaction.contains(tooLong, in: table), try transaction.contains([], in: table)
      )
      #expect(found == (false, false))
    }
    #expect(limit == 511)
    #expect(try environment.count(of: table) == 4)
  }

  @Test func `is refused where the environment is open to read only`() throws {
    environment.close()
    let reader = try Environment.open(at: path, mode: .readOnly)
    #expect(throws: LMDBError.readOnly) { try reader.write { _ in } }
  }
}
