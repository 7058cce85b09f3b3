import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("What could never be read again", .serialized)
struct UnstorableTests {
  /// Submissions that do not come from a document, which normalises and bounds what it reads.
  static let submissions: [(name: String, submission: Submission)] = {
    let decomposed = "e\u{301}"
    var claim = Claim(
      id: "claim", instrument: Given.instrument, measure: .figure(what: decomposed, unit: nil))
    claim.note = decomposed
    let long = FunctionID(String(repeating: "f", count: 600))
    return [
      ("a name that is not normalised", newborn("a", "a\(decomposed)")),
      (
        "a text whose title is not normalised",
        .instrument(Instrument(id: "other", title: decomposed))
      ),
      ("a claim that is not normalised", .claim(claim)),
      (
        "a whole function of a long name",
        newborn("a", functions: [FunctionMention("f", parent: long)])
      ),
    ]
  }()

  @Test(arguments: StoreKind.allCases, UnstorableTests.submissions)
  func `is refused, and what comes with it is not`(
    kind: StoreKind, submission: (name: String, submission: Submission)
  ) throws {
    try kind.withStore { store, _ in
      try store.take(text)
      let result = try store.append(
        AppendRequest([newborn("x", "x"), submission.submission]))
      #expect(result.outcomes.count == 1)
      guard case .violations = result.refusal else {
        Issue.record("\(submission.name): \(String(describing: result.refusal))")
        return
      }
      #expect(try store.all().count == 3)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `is not what has only another order than it is stored in`(kind: StoreKind) throws {
    var event = Event.merged(["b", "c"], into: unit("d"))
    event.details.children = .entries([
      .init("z", .unit("d")), .init("y", .unit("d")),
    ])
    let merger = Submission.act(act("merger", on: 2, event))
    try kind.withStore { store, _ in
      try store.take(text)
      for id in ["b", "c"] as [UnitID] { try store.take(newborn(id, id.text)) }
      try store.take(
        .act(act("children", on: 1, .founded(unit("y", under: "b"), unit("z", under: "c")))))
      try store.take(merger)
      guard case .event(let stored)? = try store.all().last?.body else { return }
      #expect(stored.event.details.children.entryList.map(\.key) == ["y", "z"])
      #expect(try store.take(merger).outcomes == [.skipped(8)])
    }
  }
}

/// An act that founds a unit with a name and functions.
private func newborn(
  _ id: UnitID, _ name: String = "name", functions: [FunctionMention] = []
) -> Submission {
  .act(act(ActID("founding-\(id)"), on: 1, .founded(unit(id, name, functions: functions))))
}
