import BenchSupport
import LMDB
import lmdb_c

/// Lookups and scans, on the same two files for C and Swift.
struct ReadRows {
  let events: String
  let lines: String
  let keys: [UInt64]
  let units: [UInt64]
  let days: [UInt32]

  private static let versions = 10

  init(folder: Scratch, count: Int) throws {
    events = folder.newPath()
    lines = folder.newPath()
    try Environment.createInBulk(at: events) { environment in
      try environment.write { transaction in
        let table = try transaction.createDatabase(named: "table")
        for key in 0..<UInt64(count) {
          let value = [UInt8](repeating: UInt8(truncatingIfNeeded: key), count: 400)
          try transaction.put(BigEndian(key), value, in: table, options: .append)
        }
      }
    }
    try Environment.createInBulk(at: lines) { environment in
      try environment.write { transaction in
        let table = try transaction.createDatabase(named: "table")
        for index in 0..<count {
          let (unit, version) = index.quotientAndRemainder(dividingBy: Self.versions)
          let key = lineKey(UInt64(unit), UInt32(version * 100))
          let value = [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: 24)
          try transaction.put(key, value, in: table, options: .append)
        }
      }
    }
    // The same in each run.
    var numbers = Numbers(state: 1)
    keys = (0..<count).map { _ in UInt64.random(in: 0..<UInt64(count), using: &numbers) }
    units = keys.map { $0 / UInt64(Self.versions) }
    days = (0..<count).map { _ in UInt32.random(in: 0..<1100, using: &numbers) }
  }

  var rows: [Row] {
    [
      Row(
        name: "get, random", turns: 5, inC: { measureInC(events) { c_get($0, keys, keys.count) } },
        inSwift: { try measureInSwift(events) { try get(in: $0, $1) } }),
      Row(
        name: "get, random, a read transaction each", turns: 5,
        inC: { measureInC(events) { c_get_each($0, keys, keys.count) } },
        inSwift: { try measureInSwift(events) { try getEach(in: $0, $1) } }),
      Row(
        name: "sequential scan", turns: 5, inC: { measureInC(events) { c_scan($0) } },
        inSwift: { try measureInSwift(events) { try scan(in: $0, $1) } }),
      Row(
        name: "floor, one cursor", turns: 5,
        inC: { measureInC(lines) { c_floor($0, units, days, days.count) } },
        inSwift: { try measureInSwift(lines) { try floor(in: $0, $1) } }),
      Row(
        name: "floor, a cursor each", turns: 5,
        inC: { measureInC(lines) { c_floor_each($0, units, days, days.count) } },
        inSwift: { try measureInSwift(lines) { try floorEach(in: $0, $1) } }),
    ]
  }

  private func measureInC(_ path: String, _ body: (OpaquePointer?) -> UInt64) -> Measurement {
    let store = c_open(path, true)
    defer { c_close(store) }
    // Once before the clock runs, so that no page has to be mapped while it does.
    _ = c_scan(store)
    return Measurement(count: keys.count) { body(store) }
  }

  private func measureInSwift(
    _ path: String, _ body: (Environment, Database) throws -> UInt64
  ) throws -> Measurement {
    let environment = try Environment.open(at: path)
    let table = try environment.database(named: "table")
    _ = try scan(in: environment, table)
    return try Measurement(count: keys.count) { try body(environment, table) }
  }
}

/// The key of a unit's line on a day.
@inline(__always)
func lineKey(_ unit: UInt64, _ day: UInt32) -> InlineBytes<12> {
  var key = InlineBytes<12>()
  key.append(bigEndian: unit)
  key.append(bigEndian: day)
  return key
}

/// SplitMix64: numbers that look random and are the same in each run.
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
