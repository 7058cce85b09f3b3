import OrgLedger
import Testing

@testable import ledger_cli

@Suite("How far an import is")
struct ProgressTests {
  private func totals(acts: Int) -> ImportTotals {
    var totals = ImportTotals()
    totals.acts = acts
    return totals
  }

  @Test(
    arguments: [
      (250, 1_000, 10.0, "1 234 567 acts, 123 456 a second, 25 %, 30 s left"),
      (1, 10, 100.0, "1 234 567 acts, 12 345 a second, 10 %, 15 min 0 s left"),
      (1, 1_000, 10.0, "1 234 567 acts, 123 456 a second, 0 %, 2 h 46 min left"),
      (1_000, 1_000, 10.0, "1 234 567 acts, 123 456 a second, 100 %, 0 s left"),
    ] as [(UInt64, UInt64, Double, String)])
  func `is told by acts, rate, share and time left`(
    read: UInt64, size: UInt64, time: Double, line: String
  ) {
    #expect(
      ImportProgress.line(
        totals(acts: 1_234_567), read: read, of: size, after: .seconds(time)) == line)
  }

  @Test func `has no end where nobody knows how much there is`() {
    #expect(
      ImportProgress.line(totals(acts: 20), read: 100, of: nil, after: .seconds(2))
        == "20 acts, 10 a second")
  }

  @Test func `is not told in a pipe`() throws {
    let workshop = try Workshop()
    try workshop.write(
      #"{"instrument":{"id":"a"},"acts":[{"id":"b","effectiveOn":"2020","events":"#
        + #"[{"type":"registered","born":[{"id":"u","name":"U","kind":"k"}]}]}]}"# + "\n",
      to: "a.ndjson")
    let said = try workshop.run("import", "a.ndjson")
    #expect(said.status == 0)
    #expect(!said.errors.contains("\u{1B}") && !said.errors.contains("a second"))
  }
}
