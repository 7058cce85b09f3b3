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
            on: day, at: .upTo(position), under: root, depth: depth, supposing: [])
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
          let rows = try #require(try store.unit(unit, on: day, at: .upTo(position)))
          let (latest, earliest) = (try rows.latest, try rows.earliest)
          #expect(latest == history.row(of: unit, in: folds.latest))
          #expect(earliest == history.row(of: unit, in: folds.earliest))
        }
        try severalAreAsOneByOne(on: day, at: position)
      }
    }
  }

  /// Compares what is asked about several units with the same asked one by one.
  private func severalAreAsOneByOne(on day: Day, at position: UInt64) throws {
    let units = RandomActs.units.reversed() + [UnitID("nobody"), UnitID("")]
    let known = Known.upTo(position)
    let lone = try units.map { try store.unit($0, on: day, at: known) }.compactMap(\.self)
    let several = try #require(try store.units(units, on: day, at: known))
    let (told, expected) = (try several.map(Told.init), try lone.map(Told.init))
    #expect(told == expected)
    for parent in [nil] + units.map(Optional.some) {
      let found = try #require(try store.units(under: parent, on: day, at: known))
      let standing = try zip(units, lone).filter { try $1.stand(under: parent) }.map(\.0)
      #expect(found.map(\.id) == standing.sorted())
      for (_, rows) in found {
        let told = try Told(rows)
        #expect([told.latest, told.earliest].contains { $0.living?.placement.parent == parent })
      }
    }
  }

  /// All that rows say of a unit.
  private struct Told: Equatable {
    let latest: UnitRow
    let earliest: UnitRow

    /// Holds the short ways of asking against the long one.
    init(_ rows: UnitRows) throws {
      (latest, earliest) = (try rows.latest, try rows.earliest)
      let (brief, living) = (try rows.brief, latest.living)
      #expect(rows.lives == (living != nil))
      #expect(brief?.name == living?.name.full)
      #expect(brief?.kind == living?.kind)
      #expect(brief?.parent == living?.placement.parent)
      for parent in Set([nil, brief?.parent, earliest.living?.placement.parent]) {
        let stands = try rows.stand(under: parent)
        let said = [latest, earliest].compactMap(\.living).map(\.placement.parent)
        #expect(stands == said.contains(parent))
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
