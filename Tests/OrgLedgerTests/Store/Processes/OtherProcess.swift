import Foundation

/// The probe, running a command on a store.
final class OtherProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = Data()

  init(_ arguments: String...) throws {
    // The probe is built into the folder of the test bundle, which on Linux is the program that runs.
    let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.executableURL = folder.deletingLastPathComponent().appending(path: "ledger-probe")
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit { if process.isRunning { kill() } }

  /// Waits for the next line that it prints; `nil` when it has ended.
  func nextLine() -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread = Data(unread[(end + 1)...]) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      unread += more
    }
  }

  /// Lets it go on from where it waits.
  func proceed() throws { try input.fileHandleForWriting.write(contentsOf: Data("\n".utf8)) }

  /// Ends it as the kernel or a person would, in the middle of what it does.
  func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Every line that it still prints until it ends.
  func remainingLines() -> [String] {
    var lines: [String] = []
    while let line = nextLine() { lines.append(line) }
    return lines
  }

  /// Waits for its end.
  ///
  /// - Returns: Whether it ended well.
  func endsWell() -> Bool {
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}
