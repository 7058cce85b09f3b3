import Testing

@testable import OrgLedger

@Suite("NDJSON")
struct NDJSONTests {
  private static func line(_ id: String) -> String { "{\"instrument\":{\"id\":\"\(id)\"}}" }

  @Test(arguments: [1, 2, 7, 1_000])
  func `is read line by line, whatever the chunks`(chunk: Int) throws {
    let text = "\n\(Self.line("ả"))\r\n  \n\t\n\(Self.line("b"))\n\(Self.line("c"))"
    let (documents, errors) = try everything(of: ndjson(text, chunk: chunk))
    #expect(documents.map(\.instrument.id) == ["ả", "b", "c"])
    #expect(errors.isEmpty)
  }

  @Test func `tells the line of a document and of its acts`() throws {
    var reader = ndjson(
      "\n{\"instrument\":{\"id\":\"i\"},\"acts\":[{\"id\":\"a\"},{\"id\":\"b\"}]}")
    let document = try #require(try reader.next()?.document)
    #expect((document.line, document.actLines) == (2, [2, 2]))
  }

  @Test func `goes on behind a wrong line`() throws {
    let text = "\(Self.line("a"))\n{\n{\"instrument\":{}}\n\(Self.line("d"))\n"
    let (documents, errors) = try everything(of: ndjson(text))
    #expect(documents.map(\.instrument.id) == ["a", "d"])
    #expect(errors.map(\.summary) == ["2  syntax key expected", "3 instrument.id missingKey"])
  }

  @Test func `without a line is empty`() throws {
    #expect(try everything(of: ndjson("")).errors.map(\.summary) == ["1  empty"])
    #expect(try everything(of: ndjson("\n \n")).errors.map(\.summary) == ["1  empty"])
  }

  @Test func `takes no line that is too long, and goes on behind it`() throws {
    let long = Self.line(String(repeating: "x", count: 200))
    let text = "\(Self.line("a"))\n\(long)\n\(Self.line("c"))\n\(long)"
    let (documents, errors) = try everything(of: ndjson(text, longestLine: 100))
    #expect(documents.map(\.instrument.id) == ["a", "c"])
    #expect(errors.map(\.summary) == ["2  lineTooLong", "4  lineTooLong"])
  }

  @Test func `keeps numbers and truth values as written`() throws {
    let text = """
      {"instrument":{"id":5,"number":1.10,"title":true,"note":1E+5},"claims":\
      [{"id":"c","figure":{"what":"x"},"value":-12.50}]}
      """
    let document = try #require(try everything(of: ndjson(text)).documents.first)
    #expect(document.instrument.id == "5")
    #expect(document.instrument.number == "1.10")
    #expect(document.instrument.title == "true")
    #expect(document.instrument.note == "1E+5")
    #expect(document.claims.first?.value == Decimal(digits: -125, scale: 1))
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u1ED1\u00e9""#, "ốé"),
    (#""\ud83d\ude00x""#, "😀x"), (#""\u0000""#, "\0"), (#""\u0065\u0301""#, "é"),
  ])
  func `unescapes texts`(json: String, text: String) throws {
    let line = "{\"instrument\":{\"id\":\"i\",\"title\":\(json)}}"
    let document = try #require(try everything(of: ndjson(line)).documents.first)
    #expect(document.instrument.title == text)
  }

  @Test(arguments: [
    "{", "[", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "[1,]", "{a:1}", "{'a':1}", "01", "1.",
    ".5", "+1", "1e", "-", "tru", "True", "nul", "NaN", "\"\\x\"", "\"\\u12g4\"", "\"\\ud800\"",
    "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\tb\"", "\"a", "{} {}", "{}x", "// a", "{\"a\" 1}",
    "\"\\", "\"\\u00", "\u{FEFF}\u{FEFF}{}",
  ])
  func `takes strict JSON only`(text: String) throws {
    let errors = try everything(of: ndjson(text)).errors
    #expect(errors.map(\.code) == ["syntax"])
  }

  @Test func `tells columns in characters, not bytes`() throws {
    let text = "{\"instrument\":{\"id\":\"Sở\",\"x\":1}}"
    let error = try #require(try everything(of: ndjson(text)).errors.first)
    #expect(error.summary == "1 instrument.x unknownKey x")
    #expect(error.column == 26)
  }

  @Test func `reports repeated keys and identifiers`() throws {
    let text = """
      {"instrument":{"id":"i","id":"j"},"claims":[{"id":"c","figure":{"what":"x"}},\
      {"id":"c","figure":{"what":"x"}}]}
      """
    #expect(
      try everything(of: ndjson(text)).errors.map(\.summary) == [
        "1 instrument.id duplicateKey", "1 claims[1].id duplicateID c",
      ])
  }
}
