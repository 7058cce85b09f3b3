import Foundation
import Testing

@Suite("A correction at the command line")
struct CorrectionCommandTests {
  let mill: Workshop

  init() throws { mill = try Mill.workshop() }

  /// Imports a note with one act of some events.
  private func note(_ events: String, act: String = "fix") throws -> Workshop.Outcome {
    try mill.write(
      "instrument: {id: note, kind: note}\nacts:\n  - id: \(act)\n    events:\n" + events,
      to: "note.yaml")
    return try mill.run("import", "note.yaml")
  }

  @Test func `is read from a document, and the old answer is kept`() throws {
    let before = try mill.run("chart", "--as-of", "01/03/2021", "--format", "json").output
    let position = try mill.run("log", "--format", "json").lines.filter { !$0.isEmpty }.count
    let made = try note(
      """
            - type: corrected
              target: merger#1
              reason: erratum
              replacement:
                type: merged
                ends: [bakery, dairy]
                born: [{id: store, name: New Store, kind: shop, parent: mill}]
      """)
    #expect(made.status == 0 && made.output.contains("appended=1"), "\(made)")
    let chart = try mill.run("chart", "--as-of", "01/03/2021").output
    #expect(chart.contains("New Store"))
    let known = try mill.run(
      "chart", "--as-of", "01/03/2021", "--format", "json", "--known-at", String(position))
    #expect(known.output == before)
    let told = try mill.run("history", "store").output
    #expect(told.contains("corrects merger#1 (erratum, by fix#1)"))
    #expect(told.contains("no longer counts: 01/03/2021  merged"))
    let log = try mill.run("log", "--from", String(position), "--format", "json").output
    #expect(log.contains("\"retracts\"") && log.contains("\"slot\""))
    let again = try mill.run("import", "note.yaml")
    #expect(again.output.contains("skipped=1"))
  }

  @Test(
    arguments: [
      ("{type: annulled, targets: [nothing]}", "unknownTarget", "Nothing is recorded under"),
      (
        "{type: corrected, target: merger, reason: erratum, replacement: {type: noted, description: x}}",
        "targetOfOtherKind", "merger is recorded as act, not event"
      ),
      (
        "{type: annulled, targets: [opening]}", "unknownUnit",
        "merger#1 rests on what this act takes back: correct or annul it in the same act"
      ),
      (
        "{type: suspended, targets: [merger#1], effectiveOn: 2022-01-01}", "suspendedTooLate",
        "Record the new act instead"
      ),
    ])
  func `that cannot be is refused with what to do`(
    event: String, rule: String, words: String
  ) throws {
    let refused = try note("      - \(event)\n")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("note.yaml:3"), "\(refused.errors)")
    #expect(refused.errors.contains(rule) && refused.errors.contains(words), "\(refused.errors)")
  }

  @Test func `of what was taken back is refused with what took it`() throws {
    _ = try note("      - {type: annulled, targets: [merger#2]}\n")
    let refused = try note("      - {type: annulled, targets: [merger#2]}\n", act: "again")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("merger#2 no longer counts: it was taken back by fix#1."))
  }

  @Test func `by which two ids are one answers for either, and says so`() throws {
    let made = try note(
      """
            - {type: identified, ids: [office], canonical: mill}
            - {type: annulled, targets: [opening#4]}
      """)
    #expect(made.status == 65, "the functions of the office rest on it")
    let joined = try note(
      """
            - {type: identified, ids: [dairy], canonical: bakery}
            - {type: corrected, target: opening#2, reason: newEvidence, replacement: {type: registered, born: [{id: bakery, name: Bakery, kind: shop, parent: mill}]}}
            - {type: corrected, target: merger#1, reason: newEvidence, replacement: {type: replaced, ends: [bakery], born: [{id: store, name: Store, kind: shop, parent: mill}]}}
      """, act: "one")
    #expect(joined.status == 0, "\(joined.errors)")
    let shown = try mill.run("show", "dairy", "--as-of", "01/06/2020")
    #expect(shown.output.contains("Bakery"))
    #expect(shown.errors.contains("notice: dairy is read as bakery"))
  }
}
