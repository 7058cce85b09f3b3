import BenchSupport
import LMDB
import lmdb_c

/// Appends of 400-byte values, each time to a new store.
struct WriteRows {
  let folder: Scratch
  let options: Options

  private static let valueSize = 400

  var rows: [Row] {
    [
      row("append, 1 a commit, durable", count: options.commits, perCommit: 1, sync: true),
      row("append, 1,000 a commit, durable", count: options.count, perCommit: 1000, sync: true),
      row("append, 1,000 a commit, not synced", count: options.count, perCommit: 1000, sync: false),
    ]
  }

  /// How often per second 4 KiB can be written and synced, now and here.
  func probe() throws -> Double {
    let path = folder.newPath()
    defer { try? folder.remove(path) }
    return Measurement(count: options.commits) {
      c_sync_probe(path, options.commits)
      return 0
    }.rate
  }

  private func row(_ name: String, count: Int, perCommit: Int, sync: Bool) -> Row {
    Row(
      name: name, isDurable: sync,
      inC: {
        let path = try folder.newFolder()
        defer { try? folder.remove(path) }
        let store = c_open(path, sync)
        defer { c_close(store) }
        return Measurement(count: count) { c_append(store, count, perCommit, Self.valueSize) }
      },
      inSwift: {
        let path = folder.newPath()
        defer { try? folder.remove(path) }
        if sync {
          try Environment.create(at: path) { _ = try $0.createDatabase(named: "table") }
          return try measure(in: Environment.open(at: path), count: count, perCommit: perCommit)
        }
        var measured: Measurement?
        try Environment.createInBulk(at: path) { environment in
          try environment.write { _ = try $0.createDatabase(named: "table") }
          measured = try measure(in: environment, count: count, perCommit: perCommit)
        }
        return measured ?? Measurement(count: 0) { 0 }
      })
  }

  private func measure(
    in environment: Environment, count: Int, perCommit: Int
  ) throws -> Measurement {
    let table = try environment.database(named: "table")
    return try Measurement(count: count) {
      var value = [UInt8](repeating: 0xA5, count: Self.valueSize)
      var sum: UInt64 = 0
      for start in stride(from: 0, to: count, by: perCommit) {
        try environment.write { transaction in
          for key in start..<min(start + perCommit, count) {
            value[0] = UInt8(truncatingIfNeeded: key)
            try transaction.put(
              BigEndian(UInt64(key)), value.span.bytes, in: table, options: .append)
            sum += UInt64(value.count) + UInt64(value[0]) + UInt64(value[value.count - 1])
          }
        }
      }
      return sum
    }
  }
}
