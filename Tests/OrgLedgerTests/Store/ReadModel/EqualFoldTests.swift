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
      let comparison = ReadModelComparison(store)
      try comparison.holds(at: Set(known).sorted(), "seed \(seed)")
      try comparison.answersAlike(at: Set(known).sorted(), "seed \(seed)")
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

  /// Compares the answers about each unit and function.
  func answersAlike(at positions: [UInt64], _ comment: String) throws {
    for position in positions {
      let known = Known.upTo(position)
      let all = try ledger.history(known)
      let days = [Day(rawValue: 3), Day(rawValue: 9), Day(rawValue: RandomActs.lastDay + 1)]
      for unit in RandomActs.units {
        let own = try ledger.history(of: .units([unit]), known)
        let lineage = try ledger.history(of: .lineage(unit), known)
        #expect(own.facts.count <= all.facts.count)
        try expectEqual(own.history(of: unit), all.history(of: unit), comment, all)
        for day in days {
          try expectEqual(own.show(unit, asOf: day), all.show(unit, asOf: day), comment, all)
          try expectEqual(
            own.functions(asOf: day, unit: unit), all.functions(asOf: day, unit: unit), comment, all
          )
          try expectEqual(
            lineage.lineage(of: unit, asOf: day), all.lineage(of: unit, asOf: day), comment, all)
        }
      }
      for function in RandomActs.functions {
        let own = try ledger.history(of: .functions([function]), known)
        for day in days {
          try expectEqual(
            own.who(function, asOf: day), all.who(function, asOf: day), comment, all)
        }
        let found = try ledger.function(function.text.uppercased(), known)
        let expected = Result { () throws(FunctionReferenceError) in
          try all.function(function.text.uppercased())
        }
        try expectEqual(found, expected, comment, all)
      }
      for text in ["a", "o", "1", "2", "3", "number:2", "number:3", "nobody"] {
        for day in days {
          let found = try ledger.unit(text, asOf: day, known)
          let expected = Result { () throws(UnitReferenceError) in try all.unit(text, asOf: day) }
          try expectEqual(found, expected, comment, all)
        }
      }
    }
  }

  private func expectEqual<Answer: Equatable>(
    _ answer: Answer, _ expected: Answer, _ comment: String, _ history: History
  ) throws {
    guard answer != expected else { return }
    Issue.record(
      "\(comment), known at \(history.position): \(answer) for \(expected), after\n\(history.readable)"
    )
    throw Different()
  }

  /// One difference is enough.
  private struct Different: Error {}

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
