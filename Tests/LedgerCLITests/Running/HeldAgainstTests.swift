import Testing

@testable import ledger_cli

/// What texts say of the organisation, held against the record, as a person asks for it.
@Suite("What texts say, at the command line")
struct HeldAgainstTests {
  let mill: Workshop

  private static let report = """
    instrument:
      id: report
      number: 3/BC
      kind: report
      title: Report of the mill
      issuedOn: 2021-12-31
      relations: [{relation: implements, instrument: d1}]
      source: {file: report.txt}
    acts:
      - id: hands
        effectiveOn: 2021-04-01
        orderedBy: [d1]
        events:
          - type: postsCombined
            persists: [store, office]
            posts: [{unit: store, title: head}, {unit: office, title: clerk}]
            citations: [{lines: "2-3", quote: "one head"}]
    claims:
      - id: before
        asOf: 2021-02-28
        count: {kinds: [shop], under: mill}
        value: 2
        citations: [{lines: "1", quote: "two shops"}]
      - {id: after, asOf: 2021-03-01, count: {kinds: [shop], under: mill}, value: 3, base: 4, percent: 30}
      - {id: rain, figure: {what: rain, unit: mm}}
    conflicts: [{id: x-shops, between: [after, merger#1], note: Three or one.}]
    """

  init() throws {
    mill = try Mill.workshop()
    try mill.write(Self.report, to: "report.yaml")
    let imported = try mill.run("import", "report.yaml")
    guard imported.status == 0 else { throw Workshop.Unmade(text: imported.errors) }
  }

  @Test func `is a table of claims, and status 1 where one does not hold`() throws {
    let outcome = try mill.run("claims")
    #expect(
      outcome.output == """
        CLAIM (số liệu)  AS OF       OF WHAT              STATED  FOUND  DIFFERENCE  LEDGER (sổ)            ARITHMETIC (số học)
        before           28/02/2021  shop under Old Mill       2      2           0  holds (khớp)           none
        after            01/03/2021  shop under Old Mill       3      1          -2  cannot tell (chưa rõ)  differs (sai)
        rain             not stated  rain (mm)                                       cannot tell (chưa rõ)  none

        3 claims: 1 holds, 0 differ, 2 cannot be told; arithmetic: 0 hold, 0 rounded, 1 differs. 1 conflict.

        """)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "ledger: 1 of 3 claims does not hold.\nhint: `ledger claims --failing` shows it alone.\n"
    )
    #expect(try mill.run("claims", "before").status == 0)
  }

  @Test func `is told in full where it fails, with the words of the text and its conflicts`()
    throws
  {
    let outcome = try mill.run("claims", "--failing")
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        shop under Old Mill  3  on 01/03/2021  after
           ledger (sổ): cannot tell (chưa rõ)  the ledger names 1 on 01/03/2021, and may not name all (có thể chưa đủ)
           difference (chênh lệch): -2
           named (nêu tên): Store
           arithmetic (số học): differs (sai)  3 is 25 % less than 4, not 30 %; 3 is 75 % of 4, not 30 %
           — report 3/BC of 31/12/2021
           conflicts (mâu thuẫn): x-shops

        Conflicts (mâu thuẫn) 1
        └─ x-shops
           │  Three or one.
           ├─ shop under Old Mill  3  on 01/03/2021  after
           │     — report 3/BC of 31/12/2021
           └─ merged on 01/03/2021  merger#1

        """)
  }

  @Test func `is in JSON as documented, with days in ISO`() throws {
    let outcome = try mill.run("claims", "before", "--format", "json")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        {
          "claims": [
            {
              "id": "before",
              "instrument": "report",
              "asOf": "2021-02-28",
              "value": 2,
              "found": 2,
              "difference": 0,
              "result": "holds",
              "arithmetic": "none",
              "explanation": "the ledger names 2 on 2021-02-28, and may not name all (có thể chưa đủ).",
              "citations": [{"instrument": "report", "lines": "1", "quote": "two shops"}],
              "comparator": "=",
              "possible": 2,
              "conflicts": []
            }
          ],
          "conflicts": []
        }

        """)
  }

  private static let unknown: [([String], Int32, String)] = [
    (
      ["claims", "befor"], 66,
      "ledger: There is no claim “befor”.\nhint: Did you mean before?\n"
    ),
    (
      ["claims", "--instrument", "4/BC"], 66,
      """
      ledger: There is no text “4/BC”.
        report (report 3/BC, on 31/12/2021)
      hint: Did you mean one of these?

      """
    ),
    (
      ["instruments", "zzzzzz"], 66,
      """
      ledger: There is no text “zzzzzz”.
      hint: Name it by its id or number; `ledger instruments` lists what there is.

      """
    ),
    (
      ["carries", "none.tsv"], 66,
      "ledger: none.tsv: There is no file none.tsv.\nhint: Name a table of tab-separated values.\n"
    ),
    (
      ["carries", "report.yaml"], 65,
      """
      ledger: report.yaml:1: The list does not begin with the heading.
      hint: The heading is “kind fact record id”, with tabs between; records are instrument, act, \
      event, claim, conflict, unit, function.

      """
    ),
  ]

  @Test(arguments: unknown)
  func `says what it does not know`(arguments: [String], status: Int32, errors: String) throws {
    let outcome = try mill.run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors == errors)
    #expect(outcome.output.isEmpty)
  }

  @Test func `lists texts by their day, and one with all that rests on it`() throws {
    #expect(
      try mill.run("instruments").output == """
        NUMBER (số)  KIND (loại)  ISSUED      ISSUER (cơ quan ban hành)  TITLE (trích yếu)   ORDERED  STATED  QUOTED  CLAIMS  ID
                     list         01/01/2020                             List of the mill                  1                  list
        12/QD        decision     15/02/2021  Board                                                2       1       1          d1
        3/BC         report       31/12/2021                             Report of the mill                1       1       3  report

        3 texts.

        """)
    #expect(
      try mill.run("instruments", "12/qd").output == """
        decision 12/QD of 15/02/2021  d1
        │  issuer (cơ quan ban hành): Board
        ├─ Relations (quan hệ văn bản) 1
        │  └─ report 3/BC of 31/12/2021 implements it
        ├─ Ordered (căn cứ) 2
        │  ├─ merger  01/03/2021
        │  └─ hands  01/04/2021
        ├─ Stated (ghi nhận) 1
        │  └─ merger  01/03/2021
        └─ Quoted by (trích dẫn) 1
           └─ 01/03/2021  merged, “unites”  merger#1

        """)
  }

  @Test func `names the record that carries each fact, and what is missing`() throws {
    try mill.write(
      "kind\tfact\trecord\tid\nunit\tthe store\tunit\tstore\nclaim\tshops\tclaim\tbefore\n"
        + "claim\tshops\tclaim\tafter\n", to: "facts.tsv")
    let whole = try mill.run("carries", "facts.tsv")
    #expect(whole.status == 0)
    #expect(
      whole.output == """
        KIND   FACT       CARRIED BY (position kind id)
        unit   the store  8 unit store (merger#1)
        claim  shops      13 claim before, 14 claim after

        unit: 1 of 1
        claim: 1 of 1
        2 facts, none missing.

        """)
    try mill.write("kind\tfact\trecord\tid\nunit\tthe barn\tunit\tbarn\n", to: "barn.tsv")
    let missing = try mill.run("carries", "barn.tsv")
    #expect(missing.status == 1)
    #expect(missing.lines.contains("    unit barn is not in the ledger"))
    #expect(missing.errors == "ledger: 1 of 1 fact is not carried.\n")
  }

  @Test func `looks quotes up in the files of the texts`() throws {
    try mill.write("two\nshops\none head\n", to: "sources/report.txt")
    try mill.write(
      "kind\tfact\trecord\tid\nclaim\tshops\tclaim\tbefore\npost\thands\tevent\thands#1\n",
      to: "facts.tsv")
    let outcome = try mill.run("carries", "facts.tsv", "--sources", "sources")
    #expect(outcome.status == 1)
    #expect(
      outcome.lines.suffix(5) == [
        "2 quotes looked up in 1 file: 1 stand in the lines cited.",
        "0 of 1 file have the recorded sha256; of 1 none is recorded.",
        "  report, line 1 stands in other lines", "    “two shops”  before", "",
      ])
    #expect(outcome.errors == "ledger: 1 of 2 quotes does not stand there.\n")
  }

  @Test func `says which file is another one than was recorded`() throws {
    // The hash of the four bytes “one\n”.
    let hash = "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806"
    try mill.write(
      """
      instrument: {id: hashed, source: {file: hashed.txt, sha256: \(hash)}}
      claims: [{id: one, figure: {what: one}, citations: [{lines: "1", quote: one}]}]
      """, to: "hashed.yaml")
    #expect(try mill.run("import", "hashed.yaml").status == 0)
    try mill.write("kind\tfact\trecord\tid\nclaim\tone\tclaim\tone\n", to: "facts.tsv")
    try mill.write("one\n", to: "sources/hashed.txt")
    let same = try mill.run("carries", "facts.tsv", "--sources", "sources")
    #expect(same.status == 0)
    #expect(same.lines.contains("1 of 1 file have the recorded sha256."))
    try mill.write("one\ntwo\n", to: "sources/hashed.txt")
    let other = try mill.run("carries", "facts.tsv", "--sources", "sources")
    #expect(other.status == 1)
    #expect(other.lines.contains("  hashed.txt has another sha256 than the recorded one"))
    #expect(other.errors == "ledger: 1 of 1 file is not the one that was recorded.\n")
  }

  @Test func `is told where a position lies beyond the end, and a year may be meant`() throws {
    let year = try mill.run("claims", "--known-at", "2025")
    #expect(
      year.errors.hasPrefix(
        "notice: Position 2025 is beyond the end (16); for the year write 31/12/2025.\n"))
    let beyond = try mill.run("claims", "--known-at", "17")
    #expect(beyond.errors.hasPrefix("notice: Position 17 is beyond the end (16).\n"))
    let middle = try mill.run("claims", "--known-at", "3")
    #expect(
      middle.errors.hasPrefix(
        "notice: Position 3 is in the middle of what was recorded at once; what counts ends at "))
    #expect(try !mill.run("claims", "--known-at", "16").errors.contains("beyond"))
  }

  @Test func `is refused at its own line, and warned of where a part never comes`() throws {
    try mill.write(
      """
      instrument: {id: sums}
      claims:
        - {id: sum, figure: {what: shops}, value: 3, parts: [later, never]}
        - {id: later, figure: {what: later}, value: 1}
      """, to: "sums.yaml")
    let warned = try mill.run("import", "sums.yaml")
    #expect(warned.status == 0)
    #expect(
      warned.errors
        == "warning: sums.yaml:3: partNotRecorded: sum adds up never, which is no recorded claim.\n"
    )
    try mill.write(
      """
      instrument: {id: more}
      claims:
        - {id: first, figure: {what: shops}, value: 3}
        - {id: self, figure: {what: shops}, value: 3, parts: [self, later, later]}
      """, to: "more.yaml")
    let refused = try mill.run("import", "more.yaml")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("more.yaml:4"))
    #expect(refused.errors.contains("self is named as a part of itself."))
    #expect(refused.errors.contains("later stands twice among the parts of self."))
  }

  @Test func `tells like events as one, and by id which of two namesakes is meant`() throws {
    try mill.write(
      """
      instrument: {id: later}
      acts:
        - id: rooms
          effectiveOn: 2022-01-01
          events:
            - {type: founded, born: [{id: store-2, name: Store, kind: shop, parent: mill}]}
            - {type: functionAssigned, persists: [office], functions: [{id: keys, name: keys, scope: store}], certainty: inferred, note: From a list.}
            - {type: functionAssigned, persists: [office], functions: [{id: keys, scope: store-2}], certainty: inferred, note: From a list.}
        - id: one
          effectiveOn: 2022-02-01
          events: [{type: absorbed, ends: [store], persists: [store-2], alternatives: [{key: effectiveOn, value: 2022-03-01}]}]
      """, to: "later.yaml")
    let imported = try mill.run("import", "later.yaml")
    #expect(imported.status == 0, "\(imported.errors)")
    let history = try mill.run("history", "office").lines
    let start = try #require(history.firstIndex { $0.hasSuffix("functionAssigned  2 events") })
    #expect(
      history[(start + 1)...(start + 3)].map { $0.drop { "│ └─".contains($0) } } == [
        "leads keys in Store  rooms#2", "leads keys in Store  rooms#3",
        "this is inferred, not stated by the text",
      ])
    let who = try mill.run("who", "keys", "--as-of", "01/01/2022").lines
    #expect(who.contains("├─ Office  leads in Store  since 01/01/2022  inferred"))
    #expect(who.contains { $0.hasSuffix("note: From a list.") })
    let table = try mill.run("crosswalk", "01/01/2022", "01/02/2022", "--kind", "SHOP").lines
    #expect(table.contains { $0.hasPrefix("Store  store ") && $0.contains("Store  store-2 ") })
    let lines = try mill.run("history", "store").lines
    #expect(lines.contains { $0.hasSuffix("elsewhere (nguồn khác): takes effect on 01/03/2022") })
  }

  @Test func `counts what the store holds`() throws {
    let outcome = try mill.run("stats", "--as-of", "2021-03-01")
    #expect(outcome.status == 0)
    #expect(outcome.lines.first?.hasPrefix("origin test  store ") == true)
    #expect(
      outcome.lines.dropFirst(4).prefix(12) == [
        "WHAT                            NUMBER",
        "positions (vị trí ghi)              16",
        "  instrument                         3",
        "  act                                3",
        "  event                              6",
        "  claim                              3",
        "  conflict                           1",
        "  coverage                           0",
        "units named (đơn vị)                 5",
        "  living on 01/03/2021               3",
        "classes (tập hợp), not counted       0",
        "functions (chức năng)                1",
      ])
    let numbers = try mill.run("stats", "--format", "json").output
    #expect(numbers.contains("\"positions\": 16"))
  }

  @Test func `shows combined posts of a unit`() throws {
    let lines = try mill.run("show", "store", "--as-of", "01/05/2021").lines
    let title = try #require(lines.firstIndex(of: "└─ Combined posts (kiêm nhiệm)"))
    #expect(
      lines[title + 1]
        == "   └─ clerk (Office), head (Store)  since 01/04/2021  postsCombined, 12/QD")
  }
}
