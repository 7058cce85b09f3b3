import Foundation
import Testing

/// What the documentation says that commands print is what they print.
///
/// `LEDGER_WRITE_EXAMPLES=1` puts what is printed into the files instead; then shorten it by hand.
@Suite("An example in the documentation")
struct ExampleTests {
  private static let writes =
    ProcessInfo.processInfo.environment["LEDGER_WRITE_EXAMPLES"] == "1"

  /// A folder as the tour finds it: the province's events, recorded.
  private static let province = Result {
    let workshop = try Workshop(store: false)
    for name in ["events", "vocabulary"] {
      try FileManager.default.createSymbolicLink(
        at: workshop.folder.appending(path: name),
        withDestinationURL: Example.root.appending(path: name))
    }
    for arguments in [
      ["init", "--origin", "lang-son", "--offset", "+07:00"],
      ["import", "events", "--vocabulary", "vocabulary/vi.yaml"],
    ] {
      let made = try workshop.run(arguments)
      guard made.status == 0 else { throw Workshop.Unmade(text: made.errors) }
    }
    return workshop
  }

  @Test(arguments: ["README.md", "docs/questions.md", "docs/lang-son.md"])
  func `about the province prints what it says`(file: String) throws {
    try check(try Example.all(in: file), in: Self.province.get())
  }

  @Test func `of a first document prints what it says`() throws {
    let workshop = try Workshop()
    let text = try Example.text(of: "docs/documents.md")
    let start = try #require(text.firstIndex(of: "```yaml"))
    let end = try #require(text[start...].firstIndex(of: "```"))
    try workshop.write(
      text[(start + 1)..<end].joined(separator: "\n") + "\n", to: "2025-03-01-vi-du.yaml")
    try check(try Example.all(in: "docs/documents.md"), in: workshop)
  }

  @Test func `about time prints what it says, with the documents recorded at the moments given`()
    throws
  {
    let file = "docs/time.md"
    let province = try Self.province.get()
    var recordings = try Recording.all(in: file)[...]
    try #require(!recordings.isEmpty)
    let store = province.folder.appending(path: "thu").path
    try check(try Example.all(in: file), in: province) { example in
      while let next = recordings.first, next.line < example.line {
        try next.record(in: store)
        recordings.removeFirst()
      }
    }
    #expect(recordings.isEmpty, "Nothing is asked after them.")
  }

  /// - Parameter prepare: Called before each example is run.
  private func check(
    _ examples: [Example], in workshop: Workshop,
    before prepare: (Example) throws -> Void = { _ in }
  ) throws {
    try #require(!examples.isEmpty)
    var printed: [(example: Example, lines: [String])] = []
    for example in examples {
      try prepare(example)
      let said = try workshop.shell("{ \(example.command)\n} 2>&1").output
      var lines = said.components(separatedBy: "\n")
      while lines.last?.isEmpty == true { lines.removeLast() }
      printed.append((example, lines))
    }
    for (example, lines) in printed.reversed() where !example.allows(lines) {
      if Self.writes {
        try example.write(lines)
      } else {
        Issue.record(
          "\(example.description)\nprints:\n\(lines.joined(separator: "\n"))")
      }
    }
  }
}
