import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A correction warns of", .serialized)
struct CorrectionWarningTests {
  /// The warnings with which a correction is recorded, and of which unit and day each is.
  private func warnings(
    of correction: Submission, after history: [Act], in kind: StoreKind
  ) throws -> [String] {
    var found: [String] = []
    try kind.withStore { store, _ in
      try store.take(text)
      for act in history { try store.take(.act(act)) }
      let result = try store.take(correction)
      guard case .appended(_, let warnings) = result.outcomes.first else { return }
      found = warnings.map { "\($0.rule) \($0.unit?.text ?? "") \($0.day?.rawValue ?? 0)" }
    }
    return found
  }

  @Test(arguments: StoreKind.allCases)
  func `who is called alike where a unit ends later than was thought`(kind: StoreKind) throws {
    let history = [
      act("opening", on: 1, .registered(unit("a"), unit("b", "Office", under: "a"))),
      act("end", on: 5, .dissolved("b")),
      act("again", on: 8, .founded(unit("c", "Office", under: "a"))),
    ]
    let later = correcting("fix", .corrected("end#1", by: .event(.dissolved("b").on(10))))
    #expect(try warnings(of: later, after: history, in: kind) == ["homonym c 8"])
    let void = correcting("void", .annulled(["end"]))
    #expect(try warnings(of: void, after: history, in: kind) == ["homonym c 8"])
  }

  @Test(arguments: StoreKind.allCases)
  func `a code on two, of which one is dated by a birth that moves`(kind: StoreKind) throws {
    let code = Code(scheme: "number", value: "2")
    let days = ImpreciseDay(earliest: Day(rawValue: 5), latest: Day(rawValue: 12))
    let apart = Event.separated(from: ["c"], unit("d", under: "a", codes: [code])).with {
      $0.effectiveOn = days
    }
    let history = [
      act("opening", on: 1, .registered(unit("a"), unit("b", codes: [code]))),
      act("birth", on: 2, .founded(unit("c", under: "a"))),
      // At the earliest: on 5, but not before c.
      act("maybe", on: 5, apart),
    ]
    let later = correcting(
      "fix", .corrected("birth#1", by: .event(.founded(unit("c", under: "a")).on(11))))
    #expect(try warnings(of: later, after: history, in: kind) == ["codeOnTwo d 11"])
  }
}
