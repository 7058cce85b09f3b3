import Testing

@testable import ledger_cli

@Suite("A text on a terminal")
struct TextTests {
  @Test(arguments: [
    ("Sở Tài chính", 12), ("So\u{31B}\u{309} Ta\u{300}i chi\u{301}nh", 12), ("", 0), ("財務", 4),
    ("🏳️", 2), ("👩‍👩‍👧", 2), ("a\u{200D}b", 2), ("Đội Cấn", 7), ("한국", 4),
  ])
  func `is as wide as what a person sees`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test(arguments: [
    ("Sở Tài chính", 12, "Sở Tài chính"), ("Sở Tài chính", 7, "Sở Tài…"), ("財務局", 4, "財…"),
    ("Sở", 0, ""), ("Sở Y tế", 1, "…"),
  ])
  func `is cut to a width, and says so`(text: String, width: Int, expected: String) {
    #expect(cut(text, to: width) == expected)
    #expect(displayWidth(cut(text, to: width)) <= width)
  }

  @Test(arguments: [
    ("Sở\u{1B}[2J", "Sở␛[2J"), ("a\nb\tc\r", "a␊b␉c␍"), ("\u{7F}", "␡"), ("\u{9B}3m", "\\u{9B}3m"),
    ("a\u{202E}b", "a\\u{202E}b"), ("a\u{2028}b", "a\\u{2028}b"), ("👩‍👧", "👩‍👧"), ("\u{0}", "␀"),
    ("a\u{200B}b", "a\\u{200B}b"), ("Ủy ban", "Ủy ban"),
  ])
  func `shows what would steer the terminal`(text: String, expected: String) {
    #expect(visible(text) == expected)
  }

  @Test func `has no escape sequence without colour`() {
    let line: Styled = "\("Sở", .strong) \("\u{1B}[31m", .failure)"
    #expect(line.painted(color: false) == "Sở ␛[31m")
    #expect(line.painted(color: true) == "\u{1B}[1mSở\u{1B}[0m \u{1B}[1;31m␛[31m\u{1B}[0m")
  }

  @Test func `keeps its looks where it is cut`() {
    let line: Styled = "\("abc", .strong)\("def", .dim)"
    #expect(line.truncated(to: 6) == line)
    #expect(line.truncated(to: 5) == "\("abc", .strong)\("d…", .dim)")
    #expect(line.truncated(to: 3) == "\("ab…", .strong)")
  }

  @Test func `is wrapped at spaces`() {
    let lines = Styled("one two three").wrapped(to: 8)
    #expect(lines.map(\.plain) == ["one two ", "three"])
    #expect(Styled("onetwothree").wrapped(to: 5).map(\.plain) == ["onetwothree"])
  }
}
