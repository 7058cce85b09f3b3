import BenchSupport
import Foundation
import OrgLedger

/// The documents of a province: their import, and the time of the process that shows a chart.
struct ProvinceRows {
  let folder: Scratch
  let options: Options

  func run(into results: inout Results) throws {
    let path = folder.newPath()
    defer { try? folder.remove(path) }
    for round in 0..<options.rounds {
      let store = "\(path)-\(round)"
      let ledger = try Ledger.create(at: store)
      defer { ledger.close() }
      var commits = 0
      var (reading, appending) = (0.0, 0.0)
      reading = try measure {
        let read = try DocumentFolder(options.province).read()
        appending = try measure {
          let report = try Importer(into: ledger).importing(read.documents)
          if let refusal = report.refusal { fatalError("\(refusal)") }
          commits = report.commits
        }.processor
      }.processor
      results.add("import of the province: commits", Double(commits), .whole, goal: "≤ 10")
      results.add("… seconds of processor", reading, goal: "< 1")
      results.add("… seconds of processor after reading the files", appending)
    }
    try commands(path, into: &results)
  }

  /// The processes of the command line, user and system time each.
  private func commands(_ path: String, into results: inout Results) throws {
    guard FileManager.default.isExecutableFile(atPath: options.ledger) else {
      print("No \(options.ledger): `swift build -c release --product ledger` makes it.\n")
      return
    }
    let store = "\(path)-ledger"
    let ledger = [options.ledger, "--store", store]
    _ = try processor(ledger + ["init"])
    let importing = try processor(ledger + ["import", options.province])
    results.add("`ledger import` of the province: seconds of processor", importing, goal: "< 1")
    let rows: [(name: String, goal: String, arguments: [String])] = [
      ("`ledger --help`", "", [options.ledger, "--help"]),
      ("`ledger chart --as-of 31/10/2024`", "< 30", ledger + ["chart", "--as-of", "31/10/2024"]),
      (
        "`ledger chart --as-of 31/10/2024 --depth 0`", "",
        ledger + ["chart", "--as-of", "31/10/2024", "--depth", "0"]
      ),
    ]
    for _ in 0..<options.runs {
      for row in rows {
        results.add(
          "\(row.name): milliseconds of processor", try processor(row.arguments) * 1e3,
          goal: row.goal)
      }
    }
  }

  /// User and system time of a process, in seconds; its output goes nowhere.
  private func processor(_ arguments: [String]) throws -> Double {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, arguments[0], &actions, nil, &words, environ) == 0 else {
      fatalError("cannot start \(arguments)")
    }
    var (status, usage) = (Int32(0), rusage())
    wait4(child, &status, 0, &usage)
    precondition(status == 0, "\(arguments) ended with \(status)")
    return usage.processor
  }
}
