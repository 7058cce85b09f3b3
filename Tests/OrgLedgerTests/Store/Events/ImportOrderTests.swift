import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("The events of the folder, imported", .serialized)
struct ImportOrderTests {
  /// The folder's documents, and the charts that they give when imported at once.
  static let reference = Result { () throws -> (documents: [ReadDocument], charts: Charts) in
    let documents = try DocumentFolder(eventsFolder).read().documents
    let ledger = Ledger.inMemory(clock: StoppedClock(1).now)
    let report = try Importer(into: ledger).importing(documents)
    if let refusal = report.refusal { throw refusal.reason }
    return (documents, try Charts(ledger))
  }

  @Test(arguments: [1, 1_000])
  func `give one chart, however many share a commit, and nothing when they come again`(
    batch: Int
  ) throws {
    let (documents, charts) = try Self.reference.get()
    try withFolder { folder in
      let ledger = try Ledger.create(at: folder + "/store")
      let importer = Importer(into: ledger, options: Importer.Options(batch: batch))
      let report = try importer.importing(documents)
      #expect(report.refusal == nil)
      #expect(report.totals.skipped == 0)
      #expect(report.totals.appended == report.totals.acts)
      #expect(try Charts(ledger) == charts)

      let again = try importer.importing(documents)
      #expect(again.totals.appended == 0)
      #expect(again.totals.skipped == report.totals.acts)
      #expect(again.head == report.head)
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `give one chart, in whatever order the acts of a day come`(seed: UInt64) throws {
    let (documents, charts) = try Self.reference.get()
    let planned = ImportPlan.byDay(documents).map(\.submission)
    var random = SplitMix64(seed: seed)
    let acts = planned.filter { $0.kind == .act }
    // A plan comes with the first act that carries it out.
    let carriedOut = Dictionary(
      acts.flatMap { act in act.enacts.map { ($0.text, act.firstDay) } }, uniquingKeysWith: min)
    let days = Dictionary(grouping: acts) { act in
      carriedOut[act.id].map { min($0, act.firstDay) } ?? act.firstDay
    }
    let shuffled = days.keys.sorted().map { days[$0, default: []].shuffled(using: &random) }
    let store = MemoryStore(clock: StoppedClock(1).now)
    for text in planned where text.kind == .instrument { try store.take(text) }
    var order: [String] = []
    for day in shuffled {
      // What rests on another act of its day is refused before that one has come.
      var waiting = day
      while !waiting.isEmpty {
        let refused = try waiting.filter { act in
          try store.append(AppendRequest([act])).refusal != nil
        }
        try #require(refused.count < waiting.count, "none of \(refused.map(\.id)) may stand")
        order += waiting.filter { !refused.contains($0) }.map(\.id)
        waiting = refused
      }
    }
    #expect(order != planned.filter { $0.kind == .act }.map(\.id))
    #expect(try Charts(Ledger(store)) == charts)
  }

  @Test func `give one chart where an act on which nothing rests is recorded last`() throws {
    let (documents, charts) = try Self.reference.get()
    let planned = ImportPlan.byDay(documents).map(\.submission).filter {
      $0.kind == .act || $0.kind == .instrument
    }
    // Acts that begin and end no unit, spread over the plan.
    let candidates = planned.filter { submission in
      guard case .act(let act) = submission, act.status == .enacted else { return false }
      return act.events.allSatisfy { $0.born.isEmpty && $0.ends.isEmpty }
    }
    let chosen = [candidates.count / 3, candidates.count * 2 / 3]
    var late = 0
    for index in chosen {
      let store = MemoryStore(clock: StoppedClock(1).now)
      let order = planned.filter { $0 != candidates[index] } + [candidates[index]]
      // One on which something rests stops it.
      guard try store.append(AppendRequest(order)).refusal == nil else { continue }
      late += 1
      #expect(try Charts(Ledger(store)) == charts, "\(candidates[index].id)")
    }
    #expect(late > 0)
  }

  @Test func `keep what came before a refused act, and go on when it is mended`() throws {
    let (documents, charts) = try Self.reference.get()
    let plan = ImportPlan.byDay(documents).filter { $0.submission.kind == .act }
    guard case .act(let middle) = plan[plan.count / 2].submission else { return }
    var broken = documents
    for index in broken.indices {
      for act in broken[index].document.acts.indices
      where broken[index].document.acts[act].id == middle.id {
        broken[index].document.acts[act].events.append(
          Event(
            id: "broken", type: .dissolved, effectiveOn: middle.events.first?.effectiveOn,
            ends: ["khong-co-don-vi-nay"]))
      }
    }
    try withFolder { folder in
      let ledger = try Ledger.create(at: folder + "/store")
      let importer = Importer(into: ledger, options: Importer.Options(batch: 10))
      let stopped = try importer.importing(broken)
      #expect(stopped.refusal?.submission.submission.id == middle.id.text)
      #expect(stopped.totals.appended == plan.count / 2)
      #expect(try ledger.head() == stopped.head)
      let kept = try ledger.records()
      let ids = kept.compactMap { $0.body.kind == .act ? $0.body.id : nil }
      #expect(ids == plan.prefix(plan.count / 2).map(\.submission.id))

      let mended = try importer.importing(documents)
      #expect(mended.refusal == nil)
      #expect(mended.totals.skipped == plan.count / 2)
      #expect(mended.totals.appended == plan.count - plan.count / 2)
      #expect(try Array(ledger.records().prefix(kept.count)) == kept)
      #expect(try Charts(ledger) == charts)
    }
  }

  /// The charts of every day on which anything changes, in both folds.
  struct Charts: Equatable {
    var lines: [String] = []

    init(_ ledger: Ledger) throws {
      let history = try ledger.history()
      for day in Set(history.facts.flatMap(\.effectiveOn.ends)).sorted() {
        for fold in Fold.allCases {
          lines.append("# \(day) \(fold)")
          lines += ChartLines.of(history.chart(on: day, fold))
        }
      }
    }
  }
}

extension Submission {
  /// The plans that it carries out.
  fileprivate var enacts: [ActID] { if case .act(let act) = self { act.enacts } else { [] } }

  /// The first day on which anything in it may take effect.
  fileprivate var firstDay: Day {
    guard case .act(let act) = self else { return .distantPast }
    let days = act.effectiveOn.map { [$0] } ?? act.events.compactMap(\.effectiveOn)
    return days.map { $0.earliest ?? .distantPast }.min() ?? .distantFuture
  }
}
