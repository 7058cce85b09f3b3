import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("What texts issued by a day state")
struct TextsUntilTests {
  let ledger: Ledger

  /// Everything is recorded at once, long after the texts were issued.
  init() throws {
    let store = MemoryStore(clock: StoppedClock(1_000).now)
    func text(_ id: InstrumentID, _ issued: ImpreciseDay?) -> Submission {
      .instrument(Instrument(id: id, issuedOn: issued))
    }
    func stating(_ text: InstrumentID, _ act: Act) -> Submission {
      var act = act
      act.instrument = text
      act.orderedBy = []
      return .act(act)
    }
    let submissions: [Submission] = [
      text("plan", ImpreciseDay(Day(rawValue: 10))),
      text("law", ImpreciseDay(earliest: Day(rawValue: 15), latest: Day(rawValue: 25))),
      text("report", nil),
      stating("plan", act("opening", on: 1, .registered(unit("a"), unit("b")))),
      stating("law", act("merger", on: 12, .merged(["a", "b"], into: unit("c")))),
      stating("report", act("name", on: 12, order: 1, .renamed("c", to: "New"))),
      .claim(
        Claim(
          id: "claim", instrument: "law", asOf: ImpreciseDay(Day(rawValue: 12)),
          measure: .figure(what: "x", unit: nil))),
    ]
    for submission in submissions { try store.take(submission) }
    ledger = Ledger(store)
  }

  private func living(_ textsUntil: Day?) throws -> [String] {
    let history = try ledger.history(textsUntil: textsUntil)
    return history.chart(asOf: Day(rawValue: 20)).units.map(\.name)
  }

  @Test func `is all there is where no day is given`() throws {
    #expect(try living(nil) == ["New"])
    #expect(try ledger.history().undatedTexts.isEmpty)
  }

  @Test func `grows with the day, and an imprecise text counts from its last day`() throws {
    #expect(try living(Day(rawValue: 9)) == [])
    #expect(try living(Day(rawValue: 10)) == ["a", "b"])
    #expect(try living(Day(rawValue: 24)) == ["a", "b"])
    #expect(try living(Day(rawValue: 25)) == ["c"])
    #expect(try ledger.history(textsUntil: Day(rawValue: 24)).claims.isEmpty)
    #expect(try ledger.history(textsUntil: Day(rawValue: 25)).claims.map(\.id) == ["claim"])
  }

  @Test func `is the same of a part of the facts, with the undated texts met there`() throws {
    let records = try ledger.records()
    try withFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1_000).now)
      defer { store.close() }
      let copy = Ledger(store)
      try store.take(documentsOf: ledger)
      #expect(try copy.records().map(\.body.id).sorted() == records.map(\.body.id).sorted())
      let all = try ledger.history(textsUntil: .distantFuture)
      let part = try copy.history(of: .units(["c"]), textsUntil: .distantFuture)
      // The claim is no part of it.
      #expect(part.claims.isEmpty && part.undatedTexts == ["report"])
      let (told, expected) = (
        try #require(part.history(of: "c")), try #require(all.history(of: "c"))
      )
      #expect(told.entries.map(\.event) == expected.entries.map(\.event))
      let other = try copy.history(of: .lives(["nobody"]), textsUntil: .distantFuture)
      #expect(other.undatedTexts.isEmpty && other.facts.isEmpty)
    }
  }

  @Test func `leaves out undated texts, and says which`() throws {
    let history = try ledger.history(textsUntil: .distantFuture)
    #expect(history.undatedTexts == ["report"])
    #expect(history.instruments.keys.sorted() == ["law", "plan"])
    #expect(try living(.distantFuture) == ["c"])
  }
}
