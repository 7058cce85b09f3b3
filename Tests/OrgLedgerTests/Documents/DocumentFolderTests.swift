import Foundation
import Testing

@testable import OrgLedger

@Suite("A folder of documents")
struct DocumentFolderTests {
  /// A folder with files, which is gone afterwards.
  private func withFolder(
    _ files: [String: String], _ body: (String) throws -> Void
  ) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? manager.removeItem(at: folder) }
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = folder.appending(path: name)
      try manager.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder.path())
  }

  @Test func `is read by path, with the folders in it and without hidden files`() throws {
    let files = ["b.yaml", "a/2.yml", "a/10.yaml", "Z.yaml", "a.json", ".x.yaml", ".git/y.yaml"]
    let text = { (name: String) in "instrument: {id: \"\(name)\"}" }
    try withFolder(Dictionary(uniqueKeysWithValues: files.map { ($0, text($0)) })) { path in
      let reading = try DocumentFolder(path).read()
      let names = ["Z.yaml", "a/10.yaml", "a/2.yml", "b.yaml"]
      #expect(reading.documents.map(\.document.instrument.id.text) == names)
      #expect(try DocumentFolder(path).files() == names)
    }
  }

  @Test func `tells every error of every file, and identifiers given in two of them`() throws {
    let files = [
      "a.yaml": "instrument: {id: i, number: 1}\nconflicts:\n  - {id: c, between: [x]}",
      "b.yaml": "instrument: {id: j, x: 1}\nacts: y",
      "c.yaml":
        "instrument: {id: k}\ninstruments: [{id: i, number: 2}]\nconflicts: [{id: c, between: [x]}]",
    ]
    try withFolder(files) { path in
      let error = #expect(throws: DocumentErrors.self) { try DocumentFolder(path).read() }
      let found = error?.errors.map { "\($0.file.suffix(6)) \($0.summary)" }
      #expect(
        found == [
          "b.yaml 1 instrument.x unknownKey x", "b.yaml 2 acts shape text",
          "c.yaml 2 instruments[0] instrumentDiffers i", "c.yaml 3 conflicts[0].id duplicateID c",
        ])
      #expect(error?.errors.last?.first?.file.hasSuffix("a.yaml") == true)
    }
  }

  @Test func `without a document is refused, and one that is not there too`() throws {
    try withFolder(["x.txt": ""]) { path in
      let error = #expect(throws: DocumentErrors.self) { try DocumentFolder(path).read() }
      #expect(error?.errors.map(\.code) == ["empty"])
      #expect(throws: (any Error).self) { try DocumentFolder(path + "/none").read() }
    }
  }
}
