import Foundation
import Testing

@testable import ledger_cli

@Suite("A failure at the command line")
struct FailureTests {
  let mill: Workshop

  init() throws { mill = try Mill.workshop() }

  @Test(
    arguments: [
      (["chrt"], 64, "ledger: There is no command “chrt”.\nhint: Did you mean `ledger chart`?\n"),
      (
        ["--store", ".ledger", "frobnicate"], 64,
        "ledger: There is no command “frobnicate”.\nhint: `ledger help` lists the commands.\n"
      ),
      (
        ["chart", "--format", "tre"], 64,
        "ledger: --format does not take “tre”.\n"
          + "hint: Did you mean tree? It takes tree, table, json, csv.\n"
      ),
      (
        ["chart", "--format", "svg"], 64,
        "ledger: --format svg is not there yet.\nhint: It takes tree, table, json, csv.\n"
      ),
      (
        ["chart", "--as-of", "yesterday"], 64,
        "ledger: --as-of: “yesterday” is no day.\n"
          + "hint: Write dd/MM/yyyy or yyyy-MM-dd, such as 01/03/2025.\n"
      ),
      (
        ["chart", "--as-of", "30/02/2021"], 64,
        "ledger: --as-of: “30/02/2021” is no day of the calendar.\n"
          + "hint: Write dd/MM/yyyy or yyyy-MM-dd, such as 01/03/2025.\n"
      ),
      (
        ["diff", "02/01/2021", "01/01/2021"], 64,
        "ledger: The second day, 01/01/2021, is before the first, 02/01/2021.\n"
          + "hint: Give the earlier day first.\n"
      ),
      (
        ["show", "bakry"], 66,
        """
        ledger: There is no unit “bakry”.
          bakery (Bakery, 01/01/2020 – 28/02/2021)
        hint: Did you mean one of these?

        """
      ),
      (
        ["who", "singing"], 66,
        "ledger: There is no function “singing”.\n"
          + "hint: Name it by its id or its name; `ledger functions` lists what there is.\n"
      ),
      (
        ["--store", "no", "chart"], 66,
        "ledger: There is no store at no.\n"
          + "hint: `ledger init` makes one; --store or $LEDGER_STORE names another folder.\n"
      ),
      (
        ["init"], 73,
        "ledger: .ledger exists already; nothing was changed.\n"
          + "hint: Use it as it is, or name another folder with --store.\n"
      ),
      (
        ["init", "--store", "new", "--offset", "7"], 64,
        "ledger: --offset does not take “7”.\n"
          + "hint: Write it as +07:00, between -12:00 and +14:00, or Z.\n"
      ),
      (
        ["log", "--type", "merge"], 64, nil
      ),
      (["chart", "--depth", "-1"], 64, nil),
      (["chart", "--unknown"], 64, nil),
      (["show"], 64, nil),
    ] as [([String], Int32, String?)])
  func `says what is wrong and what to do`(
    arguments: [String], status: Int32, expected: String?
  ) throws {
    let outcome = try mill.run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("ledger: "))
    if let expected { #expect(outcome.errors == expected) }
  }

  @Test func `is an object with the documented keys where the answer was to be JSON`() throws {
    let outcome = try mill.run("show", "bakry", "--format", "json")
    #expect(
      outcome.errors == """
        {"error": {"code": "noSuchUnit", "message": "There is no unit “bakry”.", "file": null, \
        "line": null, "key": null, "hint": "Did you mean one of these? \
        bakery (Bakery, 01/01/2020 – 28/02/2021)", "violations": []}}

        """)
    #expect(outcome.status == 66 && outcome.output == "")
    #expect(try mill.run("chrt", "--format=json").errors.hasPrefix(#"{"error": {"code": "unkn"#))
    #expect(try mill.run("chart", "--format=json", "--depth").errors.hasPrefix(#"{"error""#))
  }

  @Test func `names the units that a name may mean`() throws {
    try mill.write(
      """
      instrument: {id: more}
      acts:
        - id: more
          effectiveOn: 2022-01-01
          events:
            - {type: founded, born: [{id: shed, name: Shed, kind: shed, parent: mill}]}
            - {type: founded, born: [{id: shed-2, name: SHED, kind: shed, parent: store}]}
      """, to: "more.yaml")
    #expect(try mill.run("import", "more.yaml").status == 0)
    let outcome = try mill.run("show", "shed ", "--as-of", "02/01/2022")
    #expect(outcome.status == 66)
    #expect(
      outcome.errors == """
        ledger: “shed ” can mean 2 units; the day asked is 02/01/2022.
          shed (Shed, since 01/01/2022)
          shed-2 (SHED, since 01/01/2022)
        hint: Name one of them by its id.

        """)
  }

  @Test func `of a damaged store is one line`() throws {
    let file = mill.folder.appendingPathComponent(".ledger/data.mdb")
    let bytes = try Data(contentsOf: file)
    try bytes.prefix(bytes.count / 2).write(to: file)
    for command in [["chart"], ["log"], ["import", "texts"]] {
      let outcome = try mill.run(command)
      #expect(outcome.status == 74)
      #expect(outcome.errors.hasPrefix("ledger: ") && outcome.output == "")
    }
    try Data("no store at all".utf8).write(to: file)
    #expect(try mill.run("chart").status == 74)
  }

  @Test func `of a damaged page ends with the same status`() throws {
    let file = mill.folder.appendingPathComponent(".ledger/data.mdb")
    var bytes = try Data(contentsOf: file)
    // Both meta pages stay, so that opening finds nothing.
    for index in 8_192..<bytes.count { bytes[index] = 0 }
    try bytes.write(to: file)
    let outcome = try mill.run("chart")
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("ledger: ") && outcome.output == "")
  }

  @Test func `is none where help is asked for`() throws {
    for arguments in [["--help"], ["help", "chart"], ["chart", "-h"], []] {
      let outcome = try mill.run(arguments)
      #expect(outcome.status == 0 && outcome.errors == "")
      #expect(outcome.output.contains("USAGE: ledger"))
    }
  }
}
