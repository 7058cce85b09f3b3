import Foundation
import Testing

@testable import ledger_cli

@Suite("An import")
struct ImportTests {
  @Test func `counts what it did, and a second one skips it`() throws {
    let mill = try Workshop()
    try mill.write(Mill.merger, to: "a.yaml")
    try mill.write(Mill.opening, to: "b.yaml")
    // By day, whatever the order of the names.
    let first = try mill.run("import", "b.yaml", "a.yaml")
    #expect(first.output == "documents=2 acts=2 events=5 claims=0 appended=2 skipped=0\n")
    #expect(first.errors == "" && first.status == 0)
    let second = try mill.run("import", ".", "--format", "json")
    #expect(
      second.output == """
        {"documents": 2, "acts": 2, "events": 5, "claims": 0, "appended": 0, "skipped": 2}

        """)
  }

  @Test func `takes standard input, and NDJSON in its own order`() throws {
    let mill = try Workshop()
    #expect(try mill.run("import", "-", input: Mill.opening).status == 0)
    try mill.write(
      """
      {"instrument": {"id": "n1"}, "acts": [{"id": "n1", "effectiveOn": "2022-01-01", "events": \
      [{"type": "renamed", "persists": ["dairy"], "name": "Creamery"}]}]}
      {"instrument": {"id": "n2"}, "acts": []}
      """, to: "more.ndjson")
    let outcome = try mill.run("import", "more.ndjson")
    #expect(outcome.output == "documents=2 acts=1 events=1 claims=0 appended=1 skipped=0\n")
    #expect(try mill.run("show", "Creamery").status == 0)
  }

  @Test func `tries without recording`() throws {
    let mill = try Workshop()
    try mill.write(Mill.opening, to: "a.yaml")
    let outcome = try mill.run("import", "--dry-run", "a.yaml")
    #expect(outcome.output == "documents=1 acts=1 events=3 claims=0 appended=1 skipped=0\n")
    #expect(outcome.errors == "dry run: nothing was recorded.\n")
    #expect(try mill.run("log").output == "No records.\n")
  }

  @Test func `records who says that they record, never the user of the system`() throws {
    let mill = try Workshop()
    func recorder(_ arguments: [String], _ environment: [String: String]) throws -> Substring? {
      let outcome = try mill.run(arguments, environment: environment)
      guard outcome.status == 0 else { return nil }
      return try mill.run("log", "--format", "json").output.split(separator: "\n").last?
        .split(separator: "\"recordedBy\": \"").last?.prefix { $0 != "\"" }
    }
    try mill.write("instrument: {id: a}", to: "a.yaml")
    try mill.write("instrument: {id: b}", to: "b.yaml")
    try mill.write("instrument: {id: c}", to: "c.yaml")
    #expect(try recorder(["import", "a.yaml"], ["USER": "root"]) == "unstated")
    #expect(try recorder(["import", "b.yaml"], ["LEDGER_BY": "Lan"]) == "Lan")
    #expect(try recorder(["import", "c.yaml", "--by", "Hoa"], ["LEDGER_BY": "Lan"]) == "Hoa")
  }

  @Test func `is refused where somebody else was faster`() throws {
    let mill = try Mill.workshop()
    try mill.write("instrument: {id: late}", to: "late.yaml")
    let outcome = try mill.run("import", "late.yaml", "--expect", "3")
    #expect(outcome.status == 75)
    #expect(
      outcome.errors == """
        ledger: The log ends at position 9, not at 3; nothing was recorded.
        hint: Somebody else was faster: look at `ledger log --from 4`, then try again with \
        --expect 9.

        """)
    #expect(try mill.run("import", "late.yaml", "--expect", "9").status == 0)
  }

  @Test func `groups what should be looked at`() throws {
    let mill = try Workshop()
    let events = (1...8).map {
      "    - {type: founded, born: [{id: u\($0), name: U\($0), kind: unit}]}"
    }.joined(separator: "\n")
    try mill.write(
      "instrument: {id: a}\nacts:\n- id: a\n  effectiveOn: 2020-01\n  events:\n\(events)\n",
      to: "a.yaml")
    let lines = try mill.run("import", "a.yaml").errors.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(
      lines.first
        == "warning: a.yaml:3: dayImprecise: The day is not known exactly: 01/2020. (a#1)")
    #expect(lines.last == "  … and 3 more of dayImprecise")
  }

  @Test func `warns where a verb contradicts the type`() throws {
    let mill = try Workshop()
    try mill.write(Mill.opening, to: "a.yaml")
    try mill.write(Mill.merger, to: "b.yaml")
    try mill.write("terms: {Unites: [absorbed]}\n", to: "verbs.yaml")
    try mill.write("terms: {unites: [absorbt]}\n", to: "wrong.yaml")
    let wrong = try mill.run("import", "a.yaml", "--vocabulary", "wrong.yaml")
    #expect(wrong.status == 65)
    #expect(
      wrong.errors.hasPrefix(
        "ledger: wrong.yaml:1:18: “absorbt” is no type of event. Did you mean absorbed?\n"))
    let outcome = try mill.run("import", "a.yaml", "b.yaml", "--vocabulary", "verbs.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("termContradictsType"))
  }
}
