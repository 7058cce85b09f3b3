import BenchSupport
import Foundation
import LMDB
import OrgLedger
import OrgLedgerTesting

/// A large store, made through the library, opened cold and asked on both times; what it takes on
/// the disk, table by table.
struct MillionRows {
  let folder: Scratch
  let options: Options

  private static let questions = 1_000

  func run(into results: inout Results) throws {
    let path = options.store ?? folder.newPath()
    let country = try made(at: path, into: &results)
    try sizes(path, into: &results)
    for _ in 0..<options.rounds {
      try open(path, isCold: true, into: &results)
      try open(path, isCold: false, into: &results)
    }
    let store = try LMDBStore.open(at: path, readOnly: true)
    defer { store.close() }
    for round in 0..<options.rounds { try ask(store, country, round, into: &results) }
  }

  /// Takes the store that is there, or makes it.
  private func made(at path: String, into results: inout Results) throws -> Country {
    let isThere = FileManager.default.fileExists(atPath: path)
    var memory = 0.0
    let used = Usage()
    let base = try Base(
      at: path, records: options.recordsAsked ?? 10_000_000, submissions: options.submissions
    ) {
      memory = max(memory, anonymousMegabytes() ?? 0)
    }
    let figures = used.since()
    if !isThere {
      let records = Double(base.country.records)
      results.add("made: seconds", figures.seconds, .whole)
      results.add("… records a second", records / figures.seconds, .whole)
      results.add("… microseconds of processor a record", figures.processor / records * 1e6)
      results.add("… peak of anonymous memory, MiB, the generator's own included", memory)
    }
    return base.country
  }

  /// Bytes of the file, of the records, and of each table.
  private func sizes(_ path: String, into results: inout Results) throws {
    let environment = try Environment.open(at: path, mode: .readOnly)
    defer { environment.close() }
    let log = try environment.database(named: "log")
    var records = 0.0
    try environment.read { (transaction: borrowing ReadTransaction<LMDBError>) in
      try transaction.forEach(in: log) { _, value in
        records += Double(value.byteCount)
        return .continue
      }
    }
    let file = Double(try fileSize(path))
    results.add("size of the file ÷ bytes of the records", file / records, goal: "≤ 2.2")
    results.add("… size of the file, MiB", file / 1_048_576)
    results.add("… bytes of the records, MiB", records / 1_048_576)
    var inTables = 0.0
    for name in try environment.databaseNames() {
      let table = try environment.database(named: name)
      let pages = try environment.read { transaction throws(LMDBError) in
        let size = try transaction.statistics(of: table)
        return size.branchPages + size.leafPages + size.overflowPages
      }
      results.add("… of table \(name) ÷ bytes of the records", Double(pages) * 4_096 / records)
      inTables += Double(pages) * 4_096
    }
    results.add("… of pages that are free ÷ bytes of the records", (file - inTables) / records)
  }

  /// Opens the store and asks a first question.
  ///
  /// - Parameter isCold: With nothing of the file in memory; else with what the last opening read.
  private func open(_ path: String, isCold: Bool, into results: inout Results) throws {
    if isCold {
      let descriptor = Glibc.open(path + "/data.mdb", O_RDONLY)
      fdatasync(descriptor)
      posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
      Glibc.close(descriptor)
    }
    var store: LMDBStore?
    let opened = try seconds { store = try LMDBStore.open(at: path) }
    let asked = try seconds {
      _ = try store?.unit(Country.commune(1), on: Country.lastDay, at: .now)
    }
    let name = isCold ? "nothing of the file in memory" : "what is read in memory"
    results.add("open, \(name), milliseconds", opened * 1e3, goal: "< 5")
    results.add("… the first question after it, milliseconds", asked * 1e3, under: name)
    store?.close()
  }

  private func ask(
    _ store: LMDBStore, _ country: Country, _ round: Int, into results: inout Results
  ) throws {
    let ledger = Ledger(store)
    var random = SplitMix64(seed: UInt64(round))
    let head = try store.head()
    guard let early = try store.head(at: .upTo(head.position / 2)).recordedAt else { return }
    let units = (0..<Self.questions).map { _ in
      Country.commune(1 + Int(random.next() % UInt64(country.communesEver)))
    }
    let day = Day(year: 1990 + round, month: 7, day: 1)!
    for (name, known) in [("now", Known.now), ("as known when half was recorded", .at(early))] {
      let time = try seconds {
        for unit in units { _ = try store.unit(unit, on: day, at: known)?.brief }
      }
      results.add("one unit, \(name), microseconds", time / Double(units.count) * 1e6)
      var chart: ChartAnswer?
      let root = country.province(round)
      let walked = try seconds { chart = try ledger.chart(asOf: day, root: root, known: known) }
      results.add("chart of a province, \(name), milliseconds", walked * 1e3)
      results.add("… its units", Double(chart?.units.count ?? 0), .whole, under: name)
      let lineage = try seconds {
        for unit in units.prefix(10) {
          _ = try ledger.history(of: .lineage(unit), known).lineage(of: unit, asOf: day)
        }
      }
      results.add("lineage of one unit, \(name), milliseconds", lineage / 10 * 1e3)
    }
  }
}
