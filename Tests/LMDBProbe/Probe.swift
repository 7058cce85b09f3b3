import Glibc
import LMDB

/// The other process of a test: `lmdb-probe COMMAND STORE`.
///
/// It says "ready" when it has come to where the test wants it, and waits there for a line.
@main
struct Probe {
  static func main() throws {
    let (command, path) = (CommandLine.arguments[1], CommandLine.arguments[2])
    switch command {
    case "hold-read": try holdRead(path)
    case "hold-write": try holdWrite(path)
    case "hold-create": try holdCreate(path)
    case "grow": try grow(path)
    case "create-table": try createTable(path)
    case "count-up": try countUp(path)
    case "fill-disk": try fillDisk(path)
    default: exit(64)
    }
  }

  static func waitForLine() {
    print("ready")
    fflush(nil)
    _ = readLine()
  }

  static func holdRead(_ path: String) throws {
    try Environment.open(at: path).read { _ in waitForLine() }
  }

  static func holdWrite(_ path: String) throws {
    try Environment.open(at: path).write { transaction in
      let table = try transaction.database(named: "table")
      for number in 0..<1000 {
        try transaction.put(BigEndian(Int32(number)), [0xFF], in: table)
      }
      waitForLine()
    }
  }

  static func holdCreate(_ path: String) throws {
    try Environment.create(at: path) { transaction in
      _ = try transaction.createDatabase(named: "table")
      waitForLine()
    }
  }

  /// Writes more than the map of the test's own environment holds.
  static func grow(_ path: String) throws {
    let environment = try Environment.open(at: path, configuration: Configuration(mapSize: 1 << 26))
    let table = try environment.database(named: "table")
    try environment.write { transaction in
      for number in 0..<4000 {
        try transaction.put(
          BigEndian(Int32(number)), [UInt8](repeating: 7, count: 1000), in: table)
      }
    }
  }

  static func createTable(_ path: String) throws {
    try Environment.open(at: path).write { transaction in
      let table = try transaction.createDatabase(named: "later")
      try transaction.put([1], [2], in: table)
    }
  }

  /// Raises two numbers together, so that a reader can tell a torn state.
  static func countUp(_ path: String) throws {
    let environment = try Environment.open(at: path)
    let table = try environment.database(named: "table")
    for number in 1...UInt64(300) {
      try environment.write { transaction in
        try transaction.put([1], BigEndian(number), in: table)
        try transaction.put([2], [UInt8](repeating: 0, count: 5000), in: table)
        try transaction.put([3], BigEndian(number), in: table)
      }
    }
  }

  /// Lets the kernel refuse to write beyond a size, as a full disk or a quota would.
  static func fillDisk(_ path: String) throws {
    let environment = try Environment.open(at: path)
    let table = try environment.database(named: "table")
    signal(SIGXFSZ, SIG_IGN)
    var limit = try rlimit(rlim_cur: rlim_t(environment.fileSize()), rlim_max: .max)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    for count in [200_000, 1] {
      do {
        try environment.write { transaction in
          try transaction.put([9], [UInt8](repeating: 1, count: count), in: table)
        }
        print("written")
      } catch {
        print(error)
      }
      limit.rlim_cur = .max
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }
  }
}
