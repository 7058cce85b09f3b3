import Foundation

/// The probe, running a command on a store.
final class OtherProcess: Sendable {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(_ command: String, _ path: String) throws {
    // The probe is built into the folder of the test bundle, which on Linux is the program that
    // runs.
    let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.executableURL = folder.deletingLastPathComponent().appendingPathComponent("lmdb-probe")
    process.arguments = [command, path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit { if process.isRunning { kill() } }

  /// Waits until the probe says that it has come to where it waits.
  func waitUntilReady() -> Bool {
    output.fileHandleForReading.availableData.starts(with: Data("ready".utf8))
  }

  /// Ends it as the kernel or a person would, in the middle of what it does.
  func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  var isRunning: Bool { process.isRunning }

  /// Waits for its end.
  ///
  /// - Returns: What it printed, if it ended well.
  func finish() throws -> String? {
    try input.fileHandleForWriting.close()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: printed, as: UTF8.self) : nil
  }
}
