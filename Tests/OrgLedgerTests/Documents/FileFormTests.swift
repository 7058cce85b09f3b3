import Testing

@testable import OrgLedger

@Suite("The bytes of a file")
struct FileFormTests {
  private static let good = "instrument:\n  id: i\n  title: Sở\n"

  @Test func `may begin with a byte-order mark, which is said`() throws {
    let reading = try DocumentReader.yaml("\u{FEFF}" + Self.good, file: "f")
    #expect(reading.documents.count == 1)
    #expect(reading.notices == [DocumentNotice(file: "f", line: 1, kind: .byteOrderMark)])
    var reader = ndjson("\u{FEFF}{\"instrument\":{\"id\":\"i\"}}")
    #expect(try reader.next()?.notices.map(\.kind) == [.byteOrderMark])
  }

  @Test func `may end their lines as Windows does`() throws {
    let text = Self.good.replacing("\n", with: "\r\n")
    #expect(try documents(text) == documents(Self.good))
    let wrong = "instrument:\r\n  id: i\r\n---\r\ninstrument:\r\n  x: i\r\n"
    #expect(errors(in: wrong).map(\.summary).last == "5 instrument.id missingKey")
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x69, 0x00], "1  utf16"),
      ([0xFE, 0xFF, 0x00, 0x69], "1  utf16"),
      ([0x69, 0x0A, 0x00, 0x69], "2  binary"),
      ([0x69, 0x0A, 0x0A, 0x41, 0xC0, 0x41], "3  invalidUTF8"),
      ([0x69, 0x0D, 0x41, 0xE1, 0xBB], "2  invalidUTF8"),
      ([0x69, 0x3A, 0x20, 0x01], "1  syntax control characters are not allowed"),
    ] as [([UInt8], String)])
  func `must be UTF-8 text`(bytes: [UInt8], error: String) {
    #expect(errors(in: bytes).map(\.summary) == [error])
    let first = error.split(separator: " ")[1]
    guard first != "syntax" else { return }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).last.map(Array.init)
    #expect((try? everything(of: ndjson(lines ?? [])))?.errors.first?.code == String(first))
  }

  @Test func `may be nested only so deep`() throws {
    let flow =
      "instrument: " + String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(errors(in: flow).map(\.problem) == [.tooDeep(limit: 64)])
    for count in [1_000, 100_000] {
      let brackets = String(repeating: "[", count: count)
      #expect(errors(in: "a: " + brackets).map(\.problem) == [.tooDeep(limit: 64)])
      let block = "a:\n" + String(repeating: "- ", count: count) + "a"
      #expect(errors(in: block).map(\.problem) == [.tooDeep(limit: 64)])
      let json = try everything(of: ndjson("{\"a\":" + brackets, chunk: 1 << 16))
      #expect(json.errors.map(\.problem) == [.tooDeep(limit: 64)])
    }
  }

  @Test func `are brought into NFC, which is said with its line`() throws {
    let decomposed = "So\u{31B}\u{309}"
    let reading = try DocumentReader.yaml(
      "instrument:\n  id: i\n  title: \(decomposed)\n  note: Sở\n", file: "f")
    let title = try #require(reading.documents.first?.document.instrument.title)
    #expect(Array(title.utf8) == Array("Sở".utf8))
    #expect(
      reading.notices == [
        DocumentNotice(
          file: "f", line: 3, column: 10, path: [.key("instrument"), .key("title")],
          kind: .normalised)
      ])
  }

  @Test(arguments: [
    "e\u{301}", "\u{212B}", "\u{1100}\u{1161}", "q\u{307}\u{323}", "\u{958}",
    "\u{2126}", "\u{2000}",
  ])
  func `are known not to be NFC also where that is rare`(text: String) {
    #expect(normalForm(of: text).changed)
  }

  @Test func `are taken as NFC where they are`() {
    for text in [
      "", "abc", "Ủy ban Nhân dân tỉnh Lạng Sơn – “điều” 2", "ê\u{323}x", "한국", "q\u{323}",
    ] {
      let (form, changed) = normalForm(of: text)
      #expect(form == text)
      #expect(changed == (text == "ê\u{323}x"))
    }
  }
}
