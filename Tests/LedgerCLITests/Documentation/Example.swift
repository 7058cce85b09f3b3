import Foundation

/// A command in a Markdown file, with what the file says that it prints.
struct Example: Sendable {
  let file: String
  /// The number of the line with the command, from 1.
  let line: Int
  /// As a shell takes it, here documents included.
  let command: String
  /// The lines below it; a line `…` stands for any number of lines, and `…` at the end of a line for
  /// the rest of that line.
  let expected: [String]
  /// The indices of those lines in the file.
  let place: Range<Int>

  /// Where it stands.
  var description: String { "\(file):\(line) \(command.prefix(60))" }

  /// Whether lines are what the file says.
  func allows(_ lines: [String]) -> Bool { Self.matches(expected[...], lines[...]) }

  private static func matches(_ expected: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    if first == "…" {
      return (lines.startIndex...lines.endIndex).contains {
        matches(expected.dropFirst(), lines[$0...])
      }
    }
    guard let line = lines.first else { return false }
    let isSame = first.hasSuffix("…") ? line.hasPrefix(first.dropLast()) : line == first
    return isSame && matches(expected.dropFirst(), lines.dropFirst())
  }
}

extension Example {
  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The examples of a file: in blocks without a language, whatever follows `$ `.
  static func all(in file: String) throws -> [Example] {
    let lines = try text(of: file)
    var examples: [Example] = []
    var index = 0
    var (isInBlock, takesExamples) = (false, false)
    while index < lines.count {
      if lines[index].hasPrefix("```") {
        isInBlock.toggle()
        takesExamples = lines[index] == "```"
      }
      guard isInBlock, takesExamples, lines[index].hasPrefix("$ ") else {
        index += 1
        continue
      }
      let start = index
      var command = String(lines[index].dropFirst(2))
      index += 1
      if command.hasSuffix("<<'END'") {
        while lines[index - 1] != "END" || index - 1 == start {
          command += "\n" + lines[index]
          index += 1
        }
      }
      let first = index
      while !lines[index].hasPrefix("$ "), !lines[index].hasPrefix("```") { index += 1 }
      var end = index
      while end > first, lines[end - 1].isEmpty { end -= 1 }
      examples.append(
        Example(
          file: file, line: start + 1, command: command, expected: Array(lines[first..<end]),
          place: first..<end))
    }
    return examples
  }

  /// The lines of a file of the package.
  static func text(of file: String) throws -> [String] {
    try String(contentsOf: root.appending(path: file), encoding: .utf8)
      .components(separatedBy: "\n")
  }

  /// Puts what was printed in place of what the file says; the last example of a file first.
  func write(_ lines: [String]) throws {
    var text = try Self.text(of: file)
    text.replaceSubrange(place, with: lines)
    try text.joined(separator: "\n")
      .write(to: Self.root.appending(path: file), atomically: true, encoding: .utf8)
  }
}
