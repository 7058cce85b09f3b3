import LMDB
import Testing

/// Every scan and floor must equal what a sorted array gives, for keys that share prefixes.
@Suite("Scanning")
struct ScanTests {
  let folder: TemporaryFolder
  let environment: Environment
  let table: Database
  let keys: [[UInt8]]

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.open(at: folder.makeStore())
    let table = try environment.database(named: "table")
    var numbers = SeededNumbers(state: 5)
    var keys: Set<[UInt8]> = [[0xFF], [0xFF, 0xFF], [0xFF, 0xFF, 0]]
    while keys.count < 2000 { keys.insert(Self.randomKey(&numbers)) }
    self.table = table
    self.keys = keys.sorted { $0.lexicographicallyPrecedes($1) }
    try environment.write { transaction in
      for key in keys { try transaction.put(key, key.reversed() as [UInt8], in: table) }
    }
  }

  private static func randomKey(_ numbers: inout SeededNumbers) -> [UInt8] {
    let bytes: [UInt8] = [0, 1, 0x7F, 0xFE, 0xFF]
    return (0..<Int.random(in: 1...7, using: &numbers)).map { _ in
      bytes.randomElement(using: &numbers) ?? 0
    }
  }

  /// Keys to look for: half of them are there.
  private var targets: [[UInt8]] {
    var numbers = SeededNumbers(state: 6)
    return (0..<150).map { _ in Self.randomKey(&numbers) }
      + keys.shuffled(using: &numbers).prefix(150)
  }

  typealias Collect = (RawSpan, RawSpan) throws(LMDBError) -> ScanStep

  private func scan(
    _ body: (borrowing ReadTransaction<LMDBError>, Collect) throws(LMDBError) -> Void
  ) throws -> [[UInt8]] {
    var found: [[UInt8]] = []
    try environment.read { transaction throws(LMDBError) in
      try body(transaction) { key, value in
        let key = [UInt8](copying: key)
        found.append([UInt8](copying: value) == key.reversed() ? key : [])
        return .continue
      }
    }
    return found
  }

  @Test func `of everything gives all entries in order, and in reverse`() throws {
    #expect(
      try scan { transaction, collect throws(LMDBError) in
        try transaction.forEach(in: table, collect)
      } == keys)
    #expect(
      try scan { transaction, collect throws(LMDBError) in
        try transaction.forEach(in: table, reversed: true, collect)
      } == keys.reversed())
  }

  @Test func `of a prefix gives the entries that begin with it, in both directions`() throws {
    for prefix in [[], [0xFF], [0xFF, 0xFF], [2]] + targets.map({ Array($0.prefix(2)) }) {
      let expected = keys.filter { $0.starts(with: prefix) }
      #expect(
        try scan { transaction, collect throws(LMDBError) in
          try transaction.forEach(in: table, withPrefix: prefix, collect)
        } == expected)
      #expect(
        try scan { transaction, collect throws(LMDBError) in
          try transaction.forEach(in: table, withPrefix: prefix, reversed: true, collect)
        } == expected.reversed())
    }
  }

  @Test func `of a range gives what lies from the lower up to the upper key`() throws {
    for (lower, upper) in zip(targets, targets.reversed()) {
      let expected = keys.filter {
        !$0.lexicographicallyPrecedes(lower) && $0.lexicographicallyPrecedes(upper)
      }
      #expect(
        try scan { transaction, collect throws(LMDBError) in
          try transaction.forEach(in: table, from: lower, upTo: upper, collect)
        } == expected)
      #expect(
        try scan { transaction, collect throws(LMDBError) in
          try transaction.forEach(in: table, from: lower, upTo: upper, reversed: true, collect)
        } == expected.reversed())
    }
  }

  @Test func `ends when it is told to stop`() throws {
    var seen = 0
    try environment.read { transaction in
      try transaction.forEach(in: table) { _, _ in
        seen += 1
        return seen == 5 ? .stop : .continue
      }
    }
    #expect(seen == 5)
  }

  @Test func `ends with the error that the closure throws`() throws {
    #expect(throws: OwnError.refused) {
      try environment.read { transaction throws(OwnError) in
        try transaction.forEach(in: table) { _, _ throws(OwnError) in throw .refused }
      }
    }
  }

  @Test func `the floor is the greatest key not above, if it has the prefix`() throws {
    for target in targets {
      for length in 0...2 {
        let prefix = Array(target.prefix(length))
        let floor = keys.last { !target.lexicographicallyPrecedes($0) }
        let found = try environment.read { transaction in
          try transaction.floor(target, in: table, withPrefix: prefix) { key, _ in
            [UInt8](copying: key)
          }
        }
        #expect(found == floor.flatMap { $0.starts(with: prefix) ? $0 : nil })
      }
    }
  }
}
