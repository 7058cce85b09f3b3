import Testing

@testable import ledger_cli

@Suite("A tree")
struct TreeTests {
  let rows = [
    TreeRow(depth: 0, line: "province", notes: ["a note"]),
    TreeRow(depth: 1, line: "north", notes: ["cold"]),
    TreeRow(depth: 2, line: "one"), TreeRow(depth: 2, line: "two", notes: ["last"]),
    TreeRow(depth: 1, line: "south"), TreeRow(depth: 0, line: "other"),
  ]

  @Test func `draws its branches`() {
    #expect(
      rows.drawn().map(\.plain) == [
        "province", "│  a note", "├─ north", "│  │  cold", "│  ├─ one", "│  └─ two",
        "│        last",
        "└─ south", "other",
      ])
  }

  @Test func `wraps under its branch`() {
    let rows = [
      TreeRow(depth: 0, line: "a"), TreeRow(depth: 1, line: "a line that is far too long for it"),
      TreeRow(depth: 1, line: "b"),
    ]
    #expect(
      rows.drawn(width: 26).map(\.plain) == [
        "a", "├─ a line that is far ", "│     too long for it", "└─ b",
      ])
  }

  @Test func `may be deep`() {
    let lines = (0..<2_000).map { TreeRow(depth: $0, line: "unit") }.drawn()
    #expect(lines.count == 2_000)
    #expect(lines.last?.width == 3 * 1_999 + 4)
  }
}

@Suite("A table")
struct TableTests {
  let table = Table(
    columns: [
      .init(title: "NAME", shrinks: true), .init(title: "COUNT", atRight: true),
      .init(title: "ID"),
    ],
    rows: [["Sở Nông nghiệp và Môi trường", "1", "so-nn"], ["財務", "23", "zaimu"]])

  @Test func `has columns as wide as what they hold`() {
    #expect(
      table.drawn().map(\.plain) == [
        "NAME                          COUNT  ID",
        "Sở Nông nghiệp và Môi trường      1  so-nn",
        "財務                             23  zaimu",
      ])
  }

  @Test func `is cut where the terminal is narrow, identifiers never`() {
    #expect(
      table.drawn(width: 30).map(\.plain) == [
        "NAME              COUNT  ID", "Sở Nông nghiệp …      1  so-nn",
        "財務                 23  zaimu",
      ])
    #expect(table.drawn(width: 3).map(\.width).max() == 22)
  }
}

@Suite("CSV")
struct CSVTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""), ("", ""),
    ("Sở Tài chính", "Sở Tài chính"),
  ])
  func `quotes what needs it`(cell: String, expected: String) {
    var csv = CSV(headings: ["id", "name"])
    csv.add(["1", cell])
    #expect(Array(csv.text.unicodeScalars) == Array("id,name\n1,\(expected)\n".unicodeScalars))
  }

  @Test func `writes a lone empty cell so that it is read as a line`() {
    var csv = CSV(headings: ["name"])
    csv.add([""])
    #expect(csv.text == "name\n\"\"\n")
  }
}

@Suite("JSON")
struct JSONTests {
  @Test func `keeps the order of keys`() {
    let value = JSON.object([("z", .int(1)), ("a", .array([.null, .bool(true), .string("x")]))])
    #expect(value.compact == #"{"z": 1, "a": [null, true, "x"]}"#)
    #expect(value.pretty == value.compact)
  }

  @Test func `escapes what it must, and what would steer a terminal`() {
    let text = "a\"b\\c\n\u{1B}[2J\u{7F}\u{9B}\u{202E}/é\u{E0001}"
    #expect(
      JSON.string(text).compact
        == #""a\"b\\c\n\u001b[2J\u007f\u009b\u202e/é\udb40\udc01""#)
  }

  @Test func `breaks what does not fit on a line`() {
    let unit = JSON.object([("id", .string(String(repeating: "x", count: 60)))])
    let lines = JSON.object([("units", .array([unit, unit]))]).pretty.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[1] == "  \"units\": [")
    #expect(lines.allSatisfy { $0.count <= 100 })
  }
}
