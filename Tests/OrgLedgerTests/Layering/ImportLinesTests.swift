import Foundation
import Testing

@Suite("The rooms of the sources")
struct ImportLinesTests {
  /// What each room may import; those of `OrgLedger` see each other anyway.
  static let allowed: [String: Set<String>] = [
    "CLMDB": [],
    "LMDB": ["CLMDB", "Glibc", "Synchronization"],
    "OrgLedger/Bitemporal": [],
    "OrgLedger/Domain": [],
    "OrgLedger/Log": [],
    "OrgLedger/Projections": [],
    "OrgLedger/Queries": [],
    "OrgLedger/Store": ["LMDB", "Crypto", "Synchronization", "Dispatch", "Glibc"],
    "OrgLedger/Documents": ["FoundationEssentials", "Foundation", "Yams"],
    "OrgLedgerTesting": ["OrgLedger"],
  ]
  /// What nobody but the rooms above may import.
  static let reserved: Set<String> = ["LMDB", "CLMDB", "Crypto", "Yams"]

  @Test func `import nothing but what their place allows`() throws {
    var seen: Set<String> = []
    for file in try SourceFiles.all() {
      let room = file.room
      seen.insert(room)
      for module in file.imports {
        if let allowed = Self.allowed[room] {
          #expect(allowed.contains(module), "\(file.path) imports \(module)")
        } else {
          #expect(!Self.reserved.contains(module), "\(file.path) imports \(module)")
        }
      }
    }
    // A room without a rule would be a room without a wall.
    #expect(seen.filter { $0.hasPrefix("OrgLedger") }.subtracting(Self.allowed.keys) == [])
    #expect(Set(Self.allowed.keys).subtracting(seen) == ["CLMDB"])
  }

  @Test(
    arguments: [
      ("import LMDB", "LMDB"), ("@testable import Log", "Log"), ("  public import A", "A"),
      ("import struct Foundation.Data", "Foundation"), ("@_exported import B // why", "B"),
      ("internal import Glibc.sys", "Glibc"), ("// import C", nil), ("let imported = 1", nil),
      ("important()", nil),
    ] as [(String, String?)])
  func `are told by these lines`(line: String, module: String?) {
    #expect(SourceFiles.module(importedBy: line) == module)
  }
}

/// The Swift files under `Sources`, found from this file.
enum SourceFiles {
  struct File {
    /// Relative to `Sources`.
    let path: String
    let imports: [String]

    /// The target, and its folder where the target has rooms.
    var room: String {
      let parts = path.split(separator: "/")
      return parts[0] == "OrgLedger" && parts.count > 2
        ? "\(parts[0])/\(parts[1])" : String(parts[0])
    }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources").standardizedFileURL

  static func all() throws -> [File] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return File(
        path: path,
        imports: text.split(separator: "\n").compactMap { module(importedBy: String($0)) })
    }
  }

  static func module(importedBy line: String) -> String? {
    var words = line.split(separator: " ")[...]
    let before: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    while let word = words.first, word.hasPrefix("@") || before.contains(word) {
      words.removeFirst()
    }
    guard words.popFirst() == "import", var module = words.popFirst() else { return nil }
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
    ]
    if kinds.contains(module), let next = words.popFirst() { module = next }
    return module.split(separator: ".").first.map(String.init)
  }
}
