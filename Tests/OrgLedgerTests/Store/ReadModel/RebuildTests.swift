import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A read model that is made again")
struct RebuildTests {
  @Test(arguments: 101...104 as ClosedRange<UInt64>)
  func `is the one that was written act by act, to the byte`(seed: UInt64) throws {
    try withHistory(seed) { path in
      let written = try reading(path) { try $0.contents() }
      try LMDBStore.open(at: path, rebuilding: true).close()
      let rebuilt = try reading(path) { try $0.contents() }
      #expect(written.lines.count > 10)
      #expect(rebuilt == written)
    }
  }

  @Test func `goes on where it was interrupted`() throws {
    try withHistory(105) { path in
      let written = try reading(path) { try $0.contents() }
      try Lack.lags.bringAbout(at: path)
      let part = try reading(path) { try $0.contents() }
      #expect(!part.lines.isEmpty && part.lines.count < written.lines.count)
      var steps: [RebuildProgress] = []
      try LMDBStore.open(at: path, catchingUp: { steps.append($0) }).close()
      #expect(steps.isEmpty, "it was little enough for one step")
      let rebuilt = try reading(path) { try $0.contents() }
      #expect(rebuilt == written)
    }
  }

  @Test(arguments: Lack.allCases)
  func `answers as before where it lacks something, and is then caught up`(lack: Lack) throws {
    try withHistory(106) { path in
      let (written, charts) = try reading(path) { (try $0.contents(), try $0.charts()) }
      try lack.bringAbout(at: path)
      let meanwhile = try reading(path) { store in
        let structure = try store.structure(
          on: Day(rawValue: 3), at: .now, under: nil, depth: nil, supposing: [])
        #expect(structure == nil)
        return try store.charts()
      }
      #expect(meanwhile == charts)
      try LMDBStore.open(at: path).close()
      let rebuilt = try reading(path) { (try $0.contents(), try $0.charts()) }
      #expect(rebuilt.0 == written)
      #expect(rebuilt.1 == charts)
    }
  }

  @Test func `is no business of who only reads`() throws {
    try withHistory(107) { path in
      try Lack.lags.bringAbout(at: path)
      let lagging = try reading(path) { try $0.contents() }
      try LMDBStore.open(at: path, readOnly: true, rebuilding: true).close()
      let after = try reading(path) { try $0.contents() }
      #expect(after == lagging)
    }
  }

  @Test func `is not written by an act while it lags`() throws {
    try withHistory(108) { path in
      let store = try LMDBStore.open(at: path)
      try Lack.lags.bringAbout(in: store)
      let position = try store.readModelPosition()
      try store.take(founding("late", on: 2))
      #expect(try store.readModelPosition() == position)
      let chart = try Ledger(store).chart(asOf: Day(rawValue: 2))
      #expect(chart.units.contains { $0.id == "late" })
      store.close()
      let caughtUp = try LMDBStore.open(at: path)
      defer { caughtUp.close() }
      #expect(try caughtUp.readModelPosition() == caughtUp.head().position)
    }
  }

  @Test func `is found not to say what the records say`() throws {
    try withHistory(109) { path in
      let store = try LMDBStore.open(at: path)
      defer { store.close() }
      let whole = try store.examine()
      #expect(whole.findings.isEmpty && whole.unitsCompared > 3)
      let lines = try #require(store.tables.lines)
      let living = try store.contents().lines.filter { $0.value.count > 1 && $0.value.first == 2 }
      #expect(!living.isEmpty)
      try store.environment.write {
        (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
        for row in living.keys { try transaction.put(row, [1] as [UInt8], in: lines.lines) }
      }
      let examination = try store.examine()
      #expect(
        examination.findings.contains {
          if case .readModelDiffers = $0 { true } else { false }
        })
    }
  }

  /// What can be lost of a read model, each told of by a look through the store.
  enum Lost: CaseIterable {
    case holdings, whoStoodWhere, names

    func lose(in store: LMDBStore) throws {
      let lines = try #require(store.tables.lines)
      switch self {
      case .holdings: try store.changeLines { $0.filter(\.isLife) }
      case .whoStoodWhere: try store.change(lines.under) { _ in [] }
      case .names: try store.change(lines.called) { _ in [] }
      }
    }
  }

  @Test(arguments: Lost.allCases)
  func `is found to lack what is lost of it`(lost: Lost) throws {
    try withFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1).now)
      defer { store.close() }
      for submission in opening { try store.take(submission) }
      let whole = try store.examine().findings
      #expect(whole.isEmpty)
      try lost.lose(in: store)
      let examination = try store.examine()
      #expect(
        examination.findings.contains {
          if case .readModelDiffers = $0 { true } else { false }
        })
    }
  }

  /// Ways in which a read model is not that of this program.
  enum Lack: CaseIterable {
    case lags, isOfAnotherShape, isNotThere

    func bringAbout(at path: String) throws {
      let store = try LMDBStore.open(at: path)
      defer { store.close() }
      try bringAbout(in: store)
    }

    func bringAbout(in store: LMDBStore) throws {
      let lines = try #require(store.tables.lines)
      let layout = LMDBLayout(tables: store.tables, read: ReadFacts())
      try store.environment.write {
        (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
        switch self {
        case .lags:
          try transaction.clear(store.tables)
          _ = try transaction.catchUp(lines, layout, atMost: 20)
        case .isOfAnotherShape:
          var state = ReadModelState(position: try transaction.head(store.tables).position)
          state.shape += 1
          try transaction.put(ReadModelState.key, state.bytes, in: store.tables.meta)
        case .isNotThere: try transaction.clear(store.tables)
        }
      }
    }
  }

  private func withHistory(_ seed: UInt64, _ body: (String) throws -> Void) throws {
    try withFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1).now)
      for submission in try RandomSubmissions.sequence(seed: seed, count: 50) {
        _ = try store.append(AppendRequest([submission]))
      }
      store.close()
      try body(folder + "/store")
    }
  }

  private func reading<Result>(
    _ path: String, _ body: (LMDBStore) throws -> Result
  ) throws -> Result {
    let store = try LMDBStore.open(at: path, readOnly: true)
    defer { store.close() }
    return try body(store)
  }
}

/// What stands in the tables of a read model.
struct ReadModelContents: Equatable {
  var lines: [[UInt8]: [UInt8]] = [:]
  var others: [[UInt8]] = []
  var state: ReadModelState?
}

extension LMDBStore {
  func contents() throws -> ReadModelContents {
    let lines = try #require(tables.lines)
    return try environment.read { transaction throws(StoreError) in
      var contents = ReadModelContents(state: try transaction.readModelState(tables))
      try transaction.forEach(in: lines.lines) { key, value throws(StoreError) in
        contents.lines[[UInt8](copying: key)] = [UInt8](copying: value)
        return .continue
      }
      for table in lines.all.dropFirst() {
        try transaction.forEach(in: table) { key, value throws(StoreError) in
          contents.others.append([UInt8](copying: key) + [0xFF] + [UInt8](copying: value))
          return .continue
        }
      }
      return contents
    }
  }

  fileprivate func readModelPosition() throws -> UInt64? {
    return try environment.read { transaction throws(StoreError) in
      try transaction.readModelState(tables)?.position
    }
  }

  /// Charts of some days, as known at some positions.
  fileprivate func charts() throws -> [ChartAnswer] {
    let last = try head().position
    var charts: [ChartAnswer] = []
    for position in [last / 2, last] {
      for day in 1...RandomActs.lastDay {
        charts.append(
          try Ledger(self).chart(asOf: Day(rawValue: day), known: .upTo(position)))
      }
    }
    return charts
  }
}
