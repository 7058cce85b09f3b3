import OrgLedger
import Testing

@testable import ledger_cli

@Suite("The words of a rule")
struct RuleWordsTests {
  @Test(arguments: Rule.allCases)
  func `say what it means and what to do`(rule: Rule) {
    let worded = Violation(rule, unit: "a", about: ["x", "y", "z", "1", "2"]).worded
    #expect(!worded.message.contains("is broken"), "no words of its own")
    #expect(worded.message.hasSuffix(".") && !worded.message.contains("?"))
    #expect(!worded.remedy.isEmpty)
  }

  @Test(arguments: Rule.allCases)
  func `do not trap where a fact says less than it should`(rule: Rule) {
    #expect(!Violation(rule).worded.message.isEmpty)
  }

  @Test func `name the last day of a life as people do`() throws {
    let day = try Day("2025-03-01")
    let violation = Violation(
      .notAlive, unit: "a", day: day, event: "e#2", about: ["ended", "2025-03-01", "e#1"])
    #expect(
      violation.worded.lines.map(\.plain) == [
        "  notAlive  a  01/03/2025  event e#2",
        "    a had ended: its last day was 28/02/2025, by e#1.",
        "    → Name the unit that goes on, date the event earlier, or set the order of the "
          + "day's acts.",
      ])
  }

  @Test(arguments: [
    (["merged", "ends", "1", "2", ""], "merged takes 2 or more units under ends, not 1."),
    (["noted", "persists", "2", "1", "1"], "noted takes exactly 1 unit under persists, not 2."),
    (["founded", "ends", "1", "0", "0"], "founded takes no unit under ends, not 1."),
  ])
  func `count as people do`(about: [String], message: String) {
    #expect(Violation(.participantCount, about: about).worded.message == message)
  }

  @Test func `become JSON with the documented keys`() throws {
    let violation = Violation(
      .cycle, unit: "a", day: try Day("2025-03-01"), event: "e#1", about: ["a", "b"])
    #expect(
      violation.worded.json.compact
        == """
        {"rule": "cycle", "unit": "a", "day": "2025-03-01", "message": \
        "a would stand under itself: a → b → a. (event e#1)", "remedy": \
        "Choose a parent that does not stand below a."}
        """)
  }
}

@Suite("A suggestion")
struct SuggestionTests {
  @Test(arguments: [
    ("chrt", "chart"), ("hsitory", "history"), ("Chart", "chart"), ("lineag", "lineage"),
    ("xyz", nil), ("", nil),
  ])
  func `is what was most likely meant`(typed: String, expected: String?) {
    #expect(nearest(to: typed, among: ["chart", "history", "lineage"]) == expected)
  }
}

@Suite("Days in words")
struct DayWordsTests {
  @Test(arguments: [
    ("2025-03-01", "01/03/2025", "on 01/03/2025"), ("2025-02", "02/2025", "in 02/2025"),
    ("2018", "2018", "in 2018"), ("../2025-02-08", "on or before 08/02/2025", nil),
    ("2022-07-07/..", "on or after 07/07/2022", nil), ("../..", "on a day not stated", nil),
    ("2025-01/2025-03", "between 01/01/2025 and 31/03/2025", nil),
  ])
  func `are those of people`(iso: String, words: String, sentence: String?) throws {
    let day = try ImpreciseDay(iso)
    #expect(day.words == words)
    #expect(day.wordsInSentence == sentence ?? words)
  }

  @Test func `name the last day of a period`() throws {
    let (from, to) = (try Day("2020-01-01"), try Day("2025-03-01"))
    #expect(Period(from: from, to: to).words == "01/01/2020 – 28/02/2025")
    #expect(Period(from: from, to: nil).words == "since 01/01/2020")
    #expect(Period(from: from, to: from).words == "01/01/2020, for no day")
  }
}
