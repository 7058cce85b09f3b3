import Foundation
import Testing

@Suite("The program in the README")
struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `is the one that is compiled and run here`() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
      .components(separatedBy: "\n")
    let start = try #require(readme.firstIndex(of: "```swift"))
    let end = try #require(readme[start...].firstIndex(of: "```"))
    let own = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "ReadmeProgram.swift"), encoding: .utf8)
    let lines = Array(own.components(separatedBy: "\n").drop { $0 != "// README" }.dropFirst())
    #expect(readme[(start + 1)..<end] == (["import OrgLedger"] + lines.dropLast())[...])

    let store = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: store) }
    try tellOfFinance(events: Self.root.appending(path: "events").path, store: store)
    let said = printed.withLock { $0 }
    #expect(said.contains("Sở Tài chính 2025-03-01 certain"))
    #expect(said.contains { $0.hasPrefix("so-ke-hoach-va-dau-tu merged 2025-03-01") })
  }
}
