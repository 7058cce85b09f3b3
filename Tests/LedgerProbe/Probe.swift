import Glibc
import OrgLedger

/// The other process of a test: `ledger-probe COMMAND PATH …`.
///
/// Where it says "ready", it waits for a line.
@main
struct Probe {
  static func main() throws {
    let arguments = CommandLine.arguments
    let (command, path, rest) = (arguments[1], arguments[2], arguments.dropFirst(3).map(\.self))
    switch command {
    case "write":
      try write(path, writer: rest[0], from: Int(rest[1]) ?? 0, count: Int(rest[2]) ?? 0)
    case "follow": try follow(path, until: UInt64(rest[0]) ?? 0)
    case "hold-read": try holdRead(path)
    case "create": try create(path)
    case "format-1": try Format1.make(at: path)
    default: exit(64)
    }
  }

  static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  static func waitForLine() {
    say("ready")
    _ = readLine()
  }

  /// Records acts one by one, and names each as soon as it is acknowledged.
  static func write(_ path: String, writer: String, from first: Int, count: Int) throws {
    let store = try LMDBStore.open(at: path)
    waitForLine()
    for number in first..<first + count {
      let submission = Workload.act(writer, number)
      let result = try store.append(AppendRequest([submission], by: writer))
      if let refusal = result.refusal { throw refusal }
      say(submission.id)
    }
  }

  /// Follows the log while others write, up to a position, and counts how often it looked.
  static func follow(_ path: String, until last: UInt64) throws {
    let store = try LMDBStore.open(at: path, readOnly: true)
    waitForLine()
    var audit = Audit()
    var looks = 0
    while audit.next <= last {
      try audit.follow(store)
      looks += 1
    }
    say("looked \(looks) times, saw \(audit.acts.count) acts")
  }

  /// Holds a read transaction.
  static func holdRead(_ path: String) throws {
    try LMDBStore.open(at: path).forEachRecord(from: 1, through: 1) { _ in
      waitForLine()
      return true
    }
  }

  /// Makes stores one after the other until it is killed.
  static func create(_ path: String) throws {
    for number in 0... {
      try LMDBStore.create(at: "\(path)/\(number)").close()
      say("\(number)")
    }
  }
}
