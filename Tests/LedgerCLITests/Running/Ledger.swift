import Foundation
import Synchronization

/// A temporary folder in which the built `ledger` is run, as a person would.
final class Workshop: Sendable {
  let folder: URL

  /// An empty folder, with a store in it unless told otherwise.
  init(store: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ledger-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if store {
      let made = try run("init", "--origin", "test")
      guard made.status == 0 else { throw Unmade(text: made.errors) }
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  struct Unmade: Error { var text: String }

  /// What a command said, and how it ended.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  func write(_ text: String, to name: String) throws {
    let place = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs it in the folder; its answers and messages go to files, so that no pipe can fill up.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    let number = Self.runs.add(1, ordering: .relaxed).newValue
    let files = ["in", "out", "err"].map { folder.appendingPathComponent(".\($0)-\(number)") }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    func text(_ file: URL) throws -> String {
      String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    // A signal is told as a shell tells it.
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return Outcome(
      status: process.terminationStatus + signal, output: try text(files[1]),
      errors: try text(files[2]))
  }

  /// Runs it in a shell, where pipes are.
  func shell(_ command: String) throws -> Outcome {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      "set -o pipefail; ledger() { '\(Self.executable.path)' \"$@\"; }; "
        + command,
    ]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  private static let runs = Atomic(0)

  /// It is built into the folder of the test bundle, which on Linux is the program that runs.
  static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("ledger")
}
