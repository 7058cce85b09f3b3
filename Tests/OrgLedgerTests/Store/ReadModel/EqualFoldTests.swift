import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("The read model of a store")
struct EqualFoldTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `says of every day, as known at every time, what the fold says`(seed: UInt64) throws {
    try withFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1).now)
      defer { store.close() }
      var ends: [UInt64] = []
      for submission in try RandomSubmissions.sequence(seed: seed, count: 60) {
        ends.append(try store.append(AppendRequest([submission])).head.position)
      }
      // The last, and some before it.
      let known =
        [try store.head().position] + ends.enumerated().filter { $0.offset % 9 == 8 }.map(\.element)
      try ReadModelComparison(store).holds(at: Set(known).sorted(), "seed \(seed)")
    }
  }
}

/// A store's read model held against the fold of its records.
struct ReadModelComparison {
  let store: LMDBStore
  let ledger: Ledger

  init(_ store: LMDBStore) {
    self.store = store
    ledger = Ledger(store)
  }

  /// Compares every day on which something may happen, and those beside it, at positions that end
  /// submissions.
  func holds(at positions: [UInt64], _ comment: Comment) throws {
    for position in positions {
      let history = try ledger.history(.upTo(position))
      for day in Self.days {
        let folds = history.folds(on: day)
        for root in [nil] + RandomActs.units.map(Optional.some) {
          let depth = root == nil ? nil : 1
          let told = try store.structure(
            on: day, at: .upTo(position), under: root, depth: depth)
          #expect(told != nil, "no read model")
          let answer = try ledger.chart(
            asOf: day, root: root, depth: depth, known: .upTo(position))
          let expected = history.chart(asOf: day, root: root, depth: depth)
          guard answer != expected else { continue }
          let different = zip(answer.units, expected.units).first { $0 != $1 }
          Issue.record(
            """
            \(comment), known at \(position), as of \(day.rawValue), \(answer.units.count) units for \
            \(expected.units.count); told \(different.map { "\($0.0) for \($0.1)" } ?? ""), after
            \(history.acts.values.count) acts:
            \(history.readable)
            """)
          return
        }
        for unit in RandomActs.units {
          let row = try #require(try store.unit(unit, on: day, at: .upTo(position)))
          #expect(row.latest == history.row(of: unit, in: folds.latest))
          #expect(row.earliest == history.row(of: unit, in: folds.earliest))
        }
      }
    }
  }

  static let days =
    [Day.distantPast, .distantFuture] + (-1...RandomActs.lastDay + 1).map { Day(rawValue: $0) }
}

extension History {
  /// What the fold says of a unit's life.
  fileprivate func row(of unit: UnitID, in chart: OrgChart) -> UnitRow {
    chart.row(of: unit) { day(of: $0) }
  }
}

extension History {
  /// Its acts in log order, one line an event.
  fileprivate var readable: String {
    var order: [ActID] = []
    for fact in facts where !order.contains(fact.act.id) { order.append(fact.act.id) }
    return order.map { id in
      let own = facts.filter { $0.act.id == id }
      return own[0].act.act(with: own.map(\.event)).readable
    }.joined(separator: "\n")
  }
}
