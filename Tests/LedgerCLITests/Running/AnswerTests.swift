import Testing

@testable import ledger_cli

@Suite("An answer at the command line")
struct AnswerTests {
  let mill: Workshop

  init() throws { mill = try Mill.workshop() }

  @Test(arguments: [
    (
      ["chart", "--as-of", "28/02/2021"],
      """
      Old Mill  mill · since 01/01/2020
      ├─ Bakery  shop · since 01/01/2020 · tax:007
      ├─ Dairy  shop · since 01/01/2020
      └─ Office  office · since 01/01/2020

      On 28/02/2021: 4 units (2 shop, 1 mill, 1 office).

      """
    ),
    (
      ["chart", "--as-of", "2021-03-01", "--format", "table"],
      """
      UNIT      KIND    SINCE       CODES  ID
      Old Mill  mill    01/01/2020         mill
        Office  office  01/01/2020         office
        Store   shop    01/03/2021         store

      On 01/03/2021: 3 units (1 mill, 1 office, 1 shop).

      """
    ),
    (
      ["chart", "--as-of", "28/02/2021", "--format", "csv", "--kind", "shop"],
      """
      id,name,kind,parent,parentKnown,since,codes,functions,certainty,collective,depth
      bakery,Bakery,shop,mill,true,2020-01-01,tax:007,,certain,false,0
      dairy,Dairy,shop,mill,true,2020-01-01,,,certain,false,0

      """
    ),
    (
      ["chart", "--root", "OFFICE", "--as-of", "28/02/2021", "--depth", "0"],
      """
      Office  office · since 01/01/2020

      On 28/02/2021: 1 unit (office).

      """
    ),
    (
      ["lineage", "store", "--as-of", "01/04/2021"],
      """
      Store  shop · since 01/03/2021  store
      ├─ ◀ 01/03/2021  merged, “unites”
      │  │  ordered by decision 12/QD of 15/02/2021
      │  │  “the bakery unites with the dairy”
      │  │  — decision 12/QD of 15/02/2021, lines 3-4
      │  ├─ Bakery  shop · 01/01/2020 – 28/02/2021  bakery
      │  └─ Dairy  shop · 01/01/2020 – 28/02/2021  dairy
      └─ by 01/04/2021 nothing of it has gone on in another unit

      """
    ),
    (
      ["lineage", "tax:007", "--as-of", "01/01/2021", "--back"],
      """
      Bakery  shop · since 01/01/2020  bakery
      └─ comes from no other unit on record

      """
    ),
    (
      ["show", "bakery", "--as-of", "01/01/2022"],
      """
      Bakery  shop · ended by 01/01/2022: 01/01/2020 – 28/02/2021  bakery
      ├─ Began 01/01/2020  registered
      │     legal basis not stated
      │     — List of the mill of 01/01/2020
      ├─ Ended 01/03/2021  merged, “unites”
      │     ordered by decision 12/QD of 15/02/2021
      │     “the bakery unites with the dairy”
      │     — decision 12/QD of 15/02/2021, lines 3-4
      ├─ Names (tên gọi)
      │  └─ Bakery  01/01/2020 – 28/02/2021  registered, legal basis not stated
      ├─ Kinds (loại)
      │  └─ shop  01/01/2020 – 28/02/2021  registered, legal basis not stated
      ├─ Parents (trực thuộc)
      │  └─ Old Mill mill  01/01/2020 – 28/02/2021  registered, legal basis not stated
      └─ Codes (mã)
         └─ tax:007  01/01/2020 – 28/02/2021  registered, legal basis not stated

      """
    ),
    (
      ["diff", "28/02/2021", "01/03/2021"],
      """
      28/02/2021 → 01/03/2021

      Born (thành lập) 1
      └─ Store store  shop  merged on 01/03/2021, 12/QD

      Ended (kết thúc) 2
      ├─ Bakery bakery → Store  merged on 01/03/2021, 12/QD
      └─ Dairy dairy → Store  merged on 01/03/2021, 12/QD

      Functions moved (chức năng) 1
      └─ bookkeeping  Office → Store  functionTransferred on 01/03/2021, 12/QD

      """
    ),
    (["diff", "01/01/2021", "02/01/2021"], "01/01/2021 → 02/01/2021: nothing differs.\n"),
    (
      ["crosswalk", "28/02/2021", "01/03/2021", "--format", "csv", "--kind", "shop"],
      """
      from,fromName,to,toName,relation,degree,share,basis,certainty,path
      bakery,Bakery,store,Store,merged,n:1,1,,certain,merger#1
      dairy,Dairy,store,Store,merged,n:1,1,,certain,merger#1

      """
    ),
    (
      ["functions", "--as-of", "28/02/2021"],
      """
      FUNCTION (chức năng)  HELD BY  ROLE   SINCE       ID
      bookkeeping           Office   leads  01/01/2020  books

      On 28/02/2021: 1 function.

      """
    ),
    (
      ["who", "bookkeeping", "--as-of", "01/03/2021"],
      """
      bookkeeping  on 01/03/2021  books
      └─ Store  leads  since 01/03/2021
            ordered by decision 12/QD of 15/02/2021
            — decision 12/QD of 15/02/2021

      How it came there
        01/01/2020  registered  opening#3
        01/03/2021  functionTransferred  Office → Store  merger#2

      """
    ),
  ])
  func `reads as a person sees it`(arguments: [String], expected: String) throws {
    let outcome = try mill.run(arguments)
    #expect(outcome.output == expected)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test func `follows a lineage through time, each way once`() throws {
    try mill.write(
      """
      instrument: {id: later, number: "7"}
      acts:
        - id: swap
          effectiveOn: 2022-01-01
          events: [{type: territoryTransferred, persists: [office, store], shares: []}]
        - id: end
          effectiveOn: 2023-01-01
          events:
            - type: merged
              ends: [office, store]
              born: [{id: house, name: House, kind: house, parent: mill}]
      """, to: "later.yaml")
    #expect(try mill.run("import", "later.yaml").errors == "")
    let events = try mill.run("lineage", "house", "--back").lines.map(String.init)
    // Office and Store exchanged ground: each comes from the other, and no further that way.
    #expect(
      events.filter { $0.contains("◀") || $0.contains("·") || $0.contains("above") } == [
        "House  house · since 01/01/2023  house",
        "└─ ◀ 01/01/2023  merged",
        "   ├─ Office  office · 01/01/2020 – 31/12/2022  office",
        "   │  └─ ◀ 01/01/2022  territoryTransferred",
        "   │     └─ Store  shop · 01/03/2021 – 31/12/2022  store",
        "   │        └─ ◀ 01/03/2021  merged, “unites”",
        "   │           ├─ Bakery  shop · 01/01/2020 – 28/02/2021  bakery",
        "   │           └─ Dairy  shop · 01/01/2020 – 28/02/2021  dairy",
        "   └─ Store  shop · 01/03/2021 – 31/12/2022  store",
        "      ├─ ◀ 01/01/2022  territoryTransferred",
        "      │  └─ Office  office · 01/01/2020 – 31/12/2022  office",
        "      └─ ◀ 01/03/2021  merged, “unites”",
        "         ├─ Bakery  shop · 01/01/2020 – 28/02/2021  bakery",
        "         └─ Dairy  shop · 01/01/2020 – 28/02/2021  dairy",
      ])
    #expect(
      try mill.run("lineage", "bakery", "--forward").lines.filter { $0.contains("▶") } == [
        "└─ ▶ 01/03/2021  merged, “unites”", "      ├─ ▶ 01/01/2022  territoryTransferred",
        "      │     └─ ▶ 01/01/2023  merged", "      └─ ▶ 01/01/2023  merged",
      ])
  }

  @Test func `has the documented keys in their order`() throws {
    let chart = try mill.run("chart", "--as-of", "28/02/2021", "--root", "bakery", "--format=json")
    let lines = chart.lines
    #expect(lines.count == 19)
    #expect(lines[1] == "  \"asOf\": \"2021-02-28\",")
    #expect(lines[2].hasPrefix("  \"knownAt\": \"2"))
    #expect(lines[2].hasSuffix("+07:00\","))
    #expect(
      lines[3...].joined(separator: "\n") == """
          "position": 9,
          "units": [
            {
              "id": "bakery",
              "name": "Bakery",
              "kind": "shop",
              "parent": "mill",
              "parentKnown": true,
              "since": "2020-01-01",
              "codes": {"tax": "007"},
              "functions": [],
              "certainty": "certain"
            }
          ]
        }

        """)
  }

  @Test func `takes the store before and after the command, and from the environment`() throws {
    let expected = try mill.run("chart").output
    #expect(try mill.run("--store", ".ledger", "chart").output == expected)
    #expect(try mill.run("chart", "--store", ".ledger").output == expected)
    #expect(try mill.run("chart", environment: ["LEDGER_STORE": ".ledger"]).output == expected)
    #expect(try mill.run("chart", environment: ["LEDGER_STORE": "no"]).status == 66)
    #expect(
      try mill.run("chart", "--store=.ledger", environment: ["LEDGER_STORE": "no"]).status == 0)
  }

  @Test func `is coloured only where that is asked for or seen`() throws {
    let coloured = try mill.run("chart", "--color", "always").output
    #expect(coloured.contains("\u{1B}[1mOld Mill\u{1B}[0m"))
    #expect(try !mill.run("chart").output.contains("\u{1B}"))
    #expect(try !mill.run("--color=never", "chart").output.contains("\u{1B}"))
    let inTerminal = try mill.shell("script -qec '\(Workshop.executable.path) chart' /dev/null")
    #expect(inTerminal.output.contains("\u{1B}[1mOld Mill\u{1B}[0m"))
    let withoutColor = try mill.shell(
      "NO_COLOR=1 script -qec '\(Workshop.executable.path) chart' /dev/null")
    #expect(withoutColor.output.contains("Old Mill  mill") && withoutColor.status == 0)
  }

  @Test func `ends quietly where nobody reads on`() throws {
    for command in ["ledger log", "(trap '' PIPE; ledger log)"] {
      let outcome = try mill.shell("for i in {1..300}; do \(command) || exit 7; done | head -n 1")
      #expect(outcome.errors == "")
      #expect(outcome.lines.first?.hasPrefix("POSITION") == true)
    }
  }

  @Test func `shows control characters of a name and obeys none`() throws {
    try mill.write(
      """
      instrument: {id: evil}
      acts:
        - id: evil
          effectiveOn: 2022-01-01
          events:
            - type: founded
              born: [{id: evil, name: "a\\u001b[2Jb\\u202e,c\\nd", kind: shop, parent: mill}]
      """, to: "evil.yaml")
    #expect(try mill.run("import", "evil.yaml").status == 0)
    for format in ["tree", "table"] {
      let shown = try mill.run("chart", "--format", format).output
      #expect(shown.contains("a␛[2Jb\\u{202E},c␊d"))
      #expect(!shown.contains("\u{1B}") && !shown.contains("\u{202E}"))
    }
    let json = try mill.run("chart", "--format", "json").output
    #expect(json.contains(#""a\u001b[2Jb\u202e,c\nd""#))
    #expect(
      try mill.run("chart", "--format", "csv").output.contains("\"a\u{1B}[2Jb\u{202E},c\nd\""))
  }
}
