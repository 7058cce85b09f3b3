import LMDB
import lmdb_c

/// The entries of a store in the order in which they were written, to be written again in C.
///
/// Each table's keys or values tell the record with which an entry came. What they do not tell is
/// the number given last, which the store writes over with each new entity; it is left out, so C
/// has a little less to do.
struct StoredEntries {
  private(set) var bytes: [UInt8] = []
  private(set) var puts: [c_put] = []
  /// How many entries were written with the records up to each position.
  private(set) var ends: [Int] = [0]

  static let tables = ["log", "clock", "ids", "entities", "mentions", "days"]

  /// Reads a store that nobody has open.
  ///
  /// - Parameter onlyLog: The records alone, without anything through which they are found.
  init(ofStore path: String, onlyLog: Bool) throws {
    let environment = try Environment.open(at: path, mode: .readOnly)
    defer { environment.close() }
    var entries: [(position: UInt64, put: c_put)] = []
    var births: [UInt64: UInt64] = [:]
    for name in ["log", "mentions", "clock", "ids", "days", "entities"]
    where !onlyLog || name == "log" {
      let table = try environment.database(named: name)
      let number = UInt32(Self.tables.firstIndex(of: name)!)
      try environment.read { transaction throws(LMDBError) in
        try transaction.forEach(in: table) { key, value throws(LMDBError) in
          let position: UInt64? =
            switch name {
            case "log": key.number(at: 0)
            case "clock", "ids": value.number(at: 0)
            case "entities": key.byteCount > 1 ? births[value.number(at: 0)] : nil
            default: key.number(at: key.byteCount - 8)
            }
          if name == "mentions", [1, 2, 4, 6, 10].contains(key.byte(at: 0)) {
            let entity = key.number(at: 1)
            births[entity] = min(births[entity] ?? .max, position ?? .max)
          }
          guard let position else { return .continue }
          let put = c_put(
            key_at: bytes.count, key_size: UInt32(key.byteCount),
            value_size: UInt32(value.byteCount), table: number,
            append: name == "log" || name == "clock" ? 1 : 0)
          for index in 0..<key.byteCount { bytes.append(key.byte(at: index)) }
          for index in 0..<value.byteCount { bytes.append(value.byte(at: index)) }
          entries.append((position, put))
          return .continue
        }
      }
    }
    entries.sort {
      ($0.position, $0.put.table, $0.put.key_at) < ($1.position, $1.put.table, $1.put.key_at)
    }
    puts = entries.map(\.put)
    for (index, entry) in entries.enumerated() {
      while ends.count <= entry.position { ends.append(index) }
      ends[Int(entry.position)] = index + 1
    }
  }

  /// The last record.
  var head: Int { ends.count - 1 }

  /// Writes the entries of some records in one commit.
  func write(_ records: ClosedRange<Int>, to tables: OpaquePointer?) {
    let (first, end) = (ends[records.lowerBound - 1], ends[records.upperBound])
    bytes.withUnsafeBufferPointer { bytes in
      puts.withUnsafeBufferPointer { puts in
        guard let start = puts.baseAddress else { return }
        c_tables_write(tables, bytes.baseAddress, start + first, end - first)
      }
    }
  }
}

extension RawSpan {
  /// Eight bytes as a number, the greatest first.
  fileprivate func number(at offset: Int) -> UInt64 {
    (offset..<offset + 8).reduce(0) { $0 << 8 | UInt64(byte(at: $1)) }
  }
}
