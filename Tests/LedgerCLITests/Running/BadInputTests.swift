import Foundation
import Testing

@testable import ledger_cli

@Suite("Bad input to an import")
struct BadInputTests {
  let mill: Workshop

  init() throws { mill = try Mill.workshop() }

  @Test(
    arguments: [
      ("empty", "", 65, "ledger: bad.yaml:1:1: It holds no document."),
      ("blank", "\n\n", 65, "ledger: bad.yaml:1:1: It holds no document."),
      ("binary", "a\u{0}b", 65, "ledger: bad.yaml:1:2: Here is a zero byte: this is not a text."),
      (
        "unknown key", "instrument: {id: x, titel: y}", 65,
        "ledger: bad.yaml:1:21: instrument.titel: There is no such key here.\n"
          + "hint: Did you mean title? It takes: id, "
      ),
      (
        "bad date", "instrument: {id: x, issuedOn: 2025-02-30}", 65,
        "ledger: bad.yaml:1:31: instrument.issuedOn: “2025-02-30” is no day of the calendar.\n"
      ),
      (
        "unknown type", "instrument: {id: x}\nacts: [{id: y, events: [{type: merge}]}]", 65,
        "ledger: bad.yaml:2:32: acts[0].events[0].type: “merge” is not one of the words it takes.\n"
          + "hint: Did you mean merged? "
      ),
    ] as [(String, String, Int32, String)])
  func `is told by file, line, key and what was expected`(
    name: String, text: String, status: Int32, expected: String
  ) throws {
    let before = try mill.run("log", "--format", "json").output
    try mill.write(text, to: "bad.yaml")
    let outcome = try mill.run("import", "bad.yaml")
    #expect(outcome.status == status)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix(expected))
    #expect(try mill.run("log", "--format", "json").output == before)
  }

  @Test func `is listed whole, and nothing of the folder is recorded`() throws {
    try mill.write("instrument: {id: x, a: b}\n", to: "more/a.yaml")
    try mill.write("instrument: {}\n", to: "more/b.yaml")
    try mill.write("instrument: {id: fine}\n", to: "more/c.yaml")
    let outcome = try mill.run("import", "more")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("2 errors; what they stand in was not recorded."))
    #expect(outcome.errors.contains("  unknownKey  more/a.yaml:1:21\n"))
    #expect(outcome.errors.contains("  missingKey  more/b.yaml:1:13\n"))
    #expect(try !mill.run("log").output.contains("fine"))
  }

  @Test func `that is not there is no file`() throws {
    let outcome = try mill.run("import", "nowhere.yaml")
    #expect(outcome.status == 66)
    #expect(outcome.errors.hasPrefix("ledger: nowhere.yaml: There is no file nowhere.yaml.\n"))
    #expect(try mill.run("import", "texts", "--input", "xml").status == 64)
    #expect(try mill.run("import", "-", "-").status == 64)
    #expect(try mill.run("import").status == 64)
  }

  @Test func `that breaks rules is refused with all of them, and what came before stands`() throws {
    try mill.write(
      """
      instrument: {id: d2}
      acts:
        - id: fine
          effectiveOn: 2022-01-01
          events: [{type: renamed, persists: [office], name: Bureau}]
        - id: wrong
          effectiveOn: 2022-01-01
          events:
            - {type: renamed, persists: [bakery], name: Again}
            - {type: dissolved, ends: [mill]}
      """, to: "bad.yaml")
    let outcome = try mill.run("import", "bad.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.output == "documents=1 acts=1 events=1 claims=0 appended=1 skipped=0\n")
    #expect(
      outcome.errors == """
        ledger: bad.yaml:6: The act wrong is refused: 2 violations. Nothing of it was recorded.
          notAlive  bakery  01/01/2022  event wrong#1
            bakery had ended: its last day was 28/02/2021, by merger#1.
            → Name the unit that goes on, date the event earlier, or set the order of the day's acts.
          uncoveredChildren  mill  01/01/2022  event wrong#2
            mill ends and leaves 2 living children: office, store.
            → Say where each goes: children: {office: unit id | null | unknown}, children: follow, \
        or move or end them in the same act.

        """)
    #expect(try mill.run("chart", "--as-of", "01/01/2022").output.contains("Bureau"))
    let json = try mill.run("import", "bad.yaml", "--format", "json")
    #expect(json.output.hasPrefix(#"{"documents": 1, "acts": 1, "events": 1, "claims": 0, "app"#))
    #expect(json.errors.contains(#""file": "bad.yaml", "line": 6, "key": null, "hint": null"#))
    #expect(
      json.errors.contains(
        #"{"rule": "notAlive", "unit": "bakery", "day": "2022-01-01", "message": "bakery had e"#))
  }

  @Test func `with a known id and other content is refused, both shown`() throws {
    let other = Mill.merger.replacingOccurrences(of: "name: Store", with: "name: Shop")
    try mill.write(other, to: "bad.yaml")
    let outcome = try mill.run("import", "bad.yaml")
    #expect(outcome.status == 65)
    #expect(
      outcome.errors == """
        ledger: bad.yaml:3: The act merger stands at position 7 with other content. \
        Nothing of it was recorded.
          events[0].born[0].name.full
            recorded: “Store”
            offered:  “Shop”
        hint: Ids are never used again: give what is new an id of its own. \
        What was recorded wrongly is corrected, not repeated.

        """)
  }
}
