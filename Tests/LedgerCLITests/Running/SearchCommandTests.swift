import Testing

@Suite("A search at the command line")
struct SearchCommandTests {
  let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(
      """
      instrument: {id: vn/1, number: 04/NQ-HĐND, kind: nghị quyết, title: Về bộ máy, issuedOn: 2020-01-01}
      acts:
        - id: opening
          effectiveOn: 2020-01-01
          events:
            - type: registered
              born: [{id: tinh, name: Tỉnh, kind: tỉnh, parent: null}]
            - type: registered
              born:
                - id: so-khdt
                  name: Sở Kế hoạch và Đầu tư
                  kind: sở
                  parent: tinh
                  codes: {gso: "17"}
                  functions: [{id: fn-dau-tu, name: quản lý đầu tư công}]
        - id: rename
          effectiveOn: 2021-03-01
          events:
            - {type: renamed, persists: [so-khdt], name: Sở Đầu tư}
      """, to: "texts/a.yaml")
    let imported = try workshop.run("import", "texts")
    guard imported.status == 0 else { throw Workshop.Unmade(text: imported.errors) }
  }

  @Test func `shows what matched, the best first`() throws {
    #expect(
      try workshop.run("search", "đầu", "tư", "--as-of", "01/06/2021").output == """
        NAME                 KIND                  DAYS              MATCHED  ID
        Sở Đầu tư            sở                    since 01/01/2020  name     so-khdt
        quản lý đầu tư công  function (chức năng)                    name     fn-dau-tu

        On 01/06/2021: 2 found.

        """)
    #expect(
      try workshop.run("search", "Sở KH&ĐT", "--as-of", "01/06/2021").output == """
        NAME       KIND  DAYS              MATCHED                                                                       ID
        Sở Đầu tư  sở    since 01/01/2020  abbreviation of former name “Sở Kế hoạch và Đầu tư”, 01/01/2020 – 28/02/2021  so-khdt

        On 01/06/2021: 1 found.

        """)
  }

  @Test(arguments: [
    (["04 nq hdnd"], "04/NQ-HĐND  nghị quyết  01/01/2020  number   vn/1"),
    (["bo may"], "04/NQ-HĐND  nghị quyết  01/01/2020  title “Về bộ máy”  vn/1"),
    (["gso:17"], "Sở Đầu tư  sở    since 01/01/2020  code gso:17  so-khdt"),
    (["ledger"], "Nothing is found for “ledger”."),
    (["đầu", "--limit", "1"], "2 found, 1 shown; --limit 2 shows all."),
    (["\u{1B}[2J"], "Nothing is found for “␛[2J”."),
  ])
  func `names the field, shows no more than asked for, and obeys no control character`(
    arguments: [String], line: String
  ) throws {
    let found = try workshop.run(["search"] + arguments)
    #expect(found.status == 0)
    #expect(found.output.contains(line), "\(found.output)")
  }

  @Test func `is JSON with its documented keys`() throws {
    #expect(
      try workshop.run("search", "17", "--as-of", "01/06/2021", "--format", "json").output == """
        {
          "text": "17",
          "asOf": "2021-06-01",
          "total": 1,
          "hits": [
            {
              "what": "unit",
              "id": "so-khdt",
              "name": "Sở Đầu tư",
              "kind": "sở",
              "status": "alive",
              "from": "2020-01-01",
              "to": null,
              "matched": {"by": "code", "how": "exact", "text": "gso:17", "from": "2020-01-01", "to": null}
            }
          ]
        }

        """)
  }

  @Test(arguments: [
    ["search"], ["search", "a", "--limit", "0"], ["search", "a", "--format", "csv"],
  ])
  func `is refused where it is written wrongly`(arguments: [String]) throws {
    let refused = try workshop.run(arguments)
    #expect(refused.status == 64)
    #expect(refused.output.isEmpty)
  }

  @Test func `is what a name that is none is asked back with`() throws {
    let missing = try workshop.run("show", "khđt", "--as-of", "01/06/2020")
    #expect(missing.status == 66)
    #expect(
      missing.errors == """
        ledger: There is no unit “khđt”.
          so-khdt (Sở Kế hoạch và Đầu tư, since 01/01/2020)
        hint: Did you mean one of these?

        """)
    let function = try workshop.run("who", "quan ly dau tu")
    #expect(function.errors.contains("fn-dau-tu (quản lý đầu tư công)"))
  }
}
