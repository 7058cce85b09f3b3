import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("An act judged through the indexes of a store")
struct JudgedThroughIndexesTests {
  @Test(arguments: [11, 12] as [UInt64])
  func `is judged as over all facts`(seed: UInt64) throws {
    try withFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1).now)
      defer { store.close() }
      var all = AllFacts()
      var (accepted, refused) = (0, 0)
      for submission in try RandomSubmissions.sequence(seed: seed, count: 90) {
        let result = try store.append(AppendRequest([submission]))
        if case .act(let act) = submission {
          switch (result.outcomes.first, result.refusal) {
          case (.appended(_, let warnings), nil):
            accepted += 1
            #expect(all.judge(act) == Judged(refusals: [], warnings: Set(warnings)))
          case (nil, .violations(let violations, let warnings)):
            refused += 1
            let judged = Judged(refusals: Set(violations), warnings: Set(warnings))
            #expect(all.judge(act) == judged, "\(act.readable)")
          default: break
          }
        }
        try all.follow(store)
      }
      #expect(accepted > 10 && refused > 10, "\(accepted) accepted, \(refused) refused")
    }
  }

  struct Judged: Equatable {
    var refusals: Set<Violation>
    var warnings: Set<Violation>
  }

  /// Everything that a store holds, without any index.
  private struct AllFacts {
    private var timeline = MemoryTimeline()
    private var headers: [UInt64: ActHeader] = [:]
    private var next: UInt64 = 1

    /// Takes in what is new.
    mutating func follow(_ store: any LogStore) throws {
      for record in try Ledger(store).records(from: next) {
        next = record.position + 1
        switch record.body {
        case .instrument(let instrument): timeline.add(instrument)
        case .act(let act):
          timeline.add(act)
          headers[record.position] = act
        case .event(let event):
          let header = try #require(headers[event.act])
          timeline.add(Fact(event, in: header, of: record))
        case .claim, .conflict, .coverage: break
        }
      }
    }

    func judge(_ act: Act) -> Judged {
      var instruments: [InstrumentID: Instrument] = [:]
      for id in act.instrumentsNamed { instruments[id] = timeline.instrument(id) }
      var acts: [ActID: ActHeader] = [:]
      for id in act.enacts { acts[id] = timeline.act(id) }
      // Each question is answered with every fact there is.
      let verdict = decide(act, instruments: instruments, acts: acts) { _ in timeline.facts }
      switch verdict {
      case .accepted(let warnings): return Judged(refusals: [], warnings: Set(warnings))
      case .refused(let violations, let warnings):
        return Judged(refusals: Set(violations), warnings: Set(warnings))
      }
    }
  }
}
