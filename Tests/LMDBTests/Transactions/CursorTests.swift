import LMDB
import Testing

@Suite("Moving a cursor")
struct CursorTests {
  let folder: TemporaryFolder
  let environment: Environment
  let table: Database

  /// The keys are 10, 20, 30; the values one more.
  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.open(at: folder.makeStore())
    let table = try environment.database(named: "table")
    self.table = table
    try environment.write { transaction in
      for key in [20, 10, 30] as [UInt8] { try transaction.put([key], [key + 1], in: table) }
    }
  }

  enum Move {
    case first, last, next, previous
    case exactly([UInt8])
    case atLeast([UInt8])
    case atMost([UInt8])
    case below([UInt8])

    func callAsFunction(_ cursor: inout Cursor<LMDBError>) throws(LMDBError) -> Bool {
      switch self {
      case .first: try cursor.first()
      case .last: try cursor.last()
      case .next: try cursor.next()
      case .previous: try cursor.previous()
      case .exactly(let key): try cursor.seek(exactly: key)
      case .atLeast(let key): try cursor.seek(atLeast: key)
      case .atMost(let key): try cursor.seek(atMost: key)
      case .below(let key): try cursor.seek(below: key)
      }
    }
  }

  /// The keys that the cursor is on after each move; zero for none.
  private func keys(after moves: Move...) throws -> [UInt8] {
    try environment.read { transaction in
      try transaction.withCursor(in: table) { cursor throws(LMDBError) in
        var keys: [UInt8] = []
        for move in moves {
          let found = try move(&cursor)
          keys.append(found ? cursor.withEntry { key, _ in key.byte(at: 0) } : 0)
        }
        return keys
      }
    }
  }

  @Test func `goes through the entries in key order, and back`() throws {
    #expect(try keys(after: .next, .next, .next, .next) == [10, 20, 30, 0])
    #expect(try keys(after: .previous, .previous, .previous, .previous) == [30, 20, 10, 0])
    #expect(try keys(after: .next, .next, .previous) == [10, 20, 10])
    #expect(try keys(after: .last, .first, .last) == [30, 10, 30])
  }

  @Test(
    arguments: [
      (9, [0, 10, 0, 0]), (10, [10, 10, 10, 0]), (15, [0, 20, 10, 10]), (20, [20, 20, 20, 10]),
      (30, [30, 30, 30, 20]), (31, [0, 0, 30, 30]),
    ] as [(UInt8, [UInt8])])
  func `seeks a key itself, the next not below, the next not above, the next below`(
    target: UInt8, expected: [UInt8]
  ) throws {
    let key = [target]
    #expect(
      try keys(after: .exactly(key), .atLeast(key), .atMost(key), .below(key)) == expected)
  }

  @Test func `takes an empty key to come before all others`() throws {
    #expect(
      try keys(after: .exactly([]), .atLeast([]), .atMost([]), .below([])) == [0, 10, 0, 0])
  }

  @Test func `finds nothing in an empty database`() throws {
    try environment.write { transaction in try transaction.deleteAll(in: table) }
    #expect(
      try keys(after: .first, .last, .next, .atLeast([1]), .atMost([1])) == [0, 0, 0, 0, 0])
  }

  @Test func `sees within a write what it has put`() throws {
    let last = try environment.write { transaction in
      try transaction.put([40], [41], in: table)
      return try transaction.withCursor(in: table) { cursor throws(LMDBError) in
        try cursor.last()
          ? cursor.withEntry { key, value in [key.byte(at: 0), value.byte(at: 0)] } : []
      }
    }
    #expect(last == [40, 41])
  }

  @Test func `two may be in use at once`() throws {
    let pairs = try environment.read { transaction in
      try transaction.withCursor(in: table) { outer throws(LMDBError) in
        try transaction.withCursor(in: table) { inner throws(LMDBError) in
          (try outer.first(), try inner.last(), outer.isOnEntry, inner.isOnEntry)
        }
      }
    }
    #expect(pairs == (true, true, true, true))
  }

  @Test func `looking at no entry is a programming error`() async throws {
    let path = try folder.makeStore("empty")
    await #expect(processExitsWith: .brokenPrecondition) { [path = path as String] in
      let environment = try Environment.open(at: path)
      let table = try environment.database(named: "table")
      try environment.read { transaction in
        try transaction.withCursor(in: table) { cursor in cursor.withEntry { _, _ in } }
      }
    }
  }
}
