import Foundation
import Testing

@Suite("The pure rooms, in their order", .serialized)
struct PrefixesTests {
  static let order = ["Bitemporal", "Domain", "Log", "Projections", "Queries"]

  @Test(
    .enabled(
      if: PrefixesTests.compiler != nil,
      "swiftc is not on this machine: its PATH does not lead to one"),
    arguments: 1...PrefixesTests.order.count)
  func `compile without those that come after them`(count: Int) throws {
    let rooms = Array(Self.order.prefix(count))
    #expect(try Self.errors(of: rooms) == "", "\(rooms)")
  }

  @Test(.enabled(if: PrefixesTests.compiler != nil, "swiftc is not on this machine"))
  func `do not compile without those that come before them`() throws {
    #expect(try Self.errors(of: ["Projections"]).contains("error:"))
  }

  /// What the compiler has to say of the files of rooms, alone in a module.
  private static func errors(of rooms: [String]) throws -> String {
    let files = try SourceFiles.all().map(\.path).filter { path in
      rooms.contains { path.hasPrefix("OrgLedger/\($0)/") }
    }
    try #require(!files.isEmpty)
    let process = Process()
    let output = Pipe()
    process.executableURL = compiler
    process.arguments =
      ["-typecheck", "-wmo", "-swift-version", "6", "-module-name", "OrgLedger"]
      + files.map { SourceFiles.folder.appending(path: $0).path() }
    process.standardError = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: said, as: UTF8.self)
    return process.terminationStatus == 0 ? "" : text.isEmpty ? "error: no reason" : text
  }

  /// The compiler that is found as a shell would find it.
  static let compiler: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(filePath: "\($0)/swiftc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path()) }
  }()
}
