import BenchSupport
import Foundation
import LMDB
import OrgLedger

/// From stored bytes to the chart of the last day, beside the same history as JSON.
struct ReplayRows {
  let folder: Scratch
  let options: Options

  func run(into results: inout Results) throws {
    let base = try Base(in: folder, records: options.records)
    defer { try? folder.remove(base.path) }
    let ledger = try Ledger.open(at: base.path, readOnly: true)
    let records = try ledger.records()
    let (n, events) = (Double(records.count), records.count(where: { $0.body.kind == .event }))
    let encoder = JSONEncoder()
    let lines = try records.map { try encoder.encode(JSONRecord($0)) }
    let isSame = try decoded(lines) == records
    precondition(isSame, "JSON must hold all that the records hold")
    let size = try records.map { try ledger.store.storedBytes(at: $0.position)?.count ?? 0 }
    print(
      "Replay: \(records.count) records, \(events) events, median \(size.sorted()[size.count / 2])"
        + " bytes a record, \(lines.map(\.count).sorted()[lines.count / 2]) as JSON;"
        + " the records \(size.reduce(0, +)) bytes, the file \(try fileSize(base.path)).\n")
    var digests: Set<UInt64> = []
    for round in 0..<options.rounds {
      var (own, json) = (Parts(), Parts())
      for isOwn in round.isMultiple(of: 2) ? [true, false] : [false, true] {
        if isOwn {
          own = try parts(&digests) { try ledger.records() }
        } else {
          json = try parts(&digests) { try decoded(lines) }
        }
      }
      results.add(
        "full replay to the chart of the last day: time of JSON ÷ ours", json.whole / own.whole,
        goal: "≥ 5")
      results.add("… records decoded: time of JSON ÷ ours", json.decoding / own.decoding)
      results.add("… ours, records a second to the chart", n / own.whole, .whole)
      results.add("… ours, milliseconds: decoding", own.decoding * 1e3)
      results.add("… ours, milliseconds: History", own.history * 1e3)
      results.add("… ours, milliseconds: chart", own.chart * 1e3)
      results.add("… JSON, milliseconds: decoding", json.decoding * 1e3)
    }
    precondition(digests.count == 1, "both charts must be equal")
    ledger.close()
    try scan(base.path, lines, into: &results)
  }

  private struct Parts {
    var (decoding, history, chart) = (0.0, 0.0, 0.0)
    var whole: Double { decoding + history + chart }
  }

  private func parts(
    _ digests: inout Set<UInt64>, _ read: () throws -> [Record]
  ) rethrows -> Parts {
    var parts = Parts()
    var records: [Record] = []
    parts.decoding = try seconds { records = try read() }
    var history: History?
    parts.history = seconds { history = History(records) }
    var chart: ChartAnswer?
    parts.chart = seconds { chart = history?.chart(asOf: Country.lastDay) }
    guard let chart, !chart.units.isEmpty else { fatalError("there is no chart") }
    digests.insert(chart.digest)
    return parts
  }

  private func decoded(_ lines: [Data]) throws -> [Record] {
    let decoder = JSONDecoder()
    return try lines.map { Record(try decoder.decode(JSONRecord.self, from: $0)) }
  }

  // MARK: Headers

  /// Every header, in the order of the log, beside everything that JSON must decode to tell one.
  private func scan(_ path: String, _ lines: [Data], into results: inout Results) throws {
    let environment = try Environment.open(at: path, mode: .readOnly)
    defer { environment.close() }
    let log = try environment.database(named: "log")
    let decoder = JSONDecoder()
    for round in 0..<options.rounds {
      var times = [0.0, 0.0]
      var sums: [UInt64] = [0, 0]
      for index in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
        times[index] = try seconds {
          sums[index] =
            index == 0
            ? try headers(environment, log)
            : try lines.reduce(into: 0) { sum, line in
              let record = try decoder.decode(JSONRecord.self, from: line)
              sum &+= record.position &+ (record.event?.act ?? 0)
            }
        }
      }
      precondition(sums[0] == sums[1], "both must see the same records")
      results.add("scan of all headers: time of JSON ÷ ours", times[1] / times[0], goal: "≥ 50")
      results.add("… headers a second", Double(lines.count) / times[0], .whole)
      results.add("… records of JSON a second", Double(lines.count) / times[1], .whole)
    }
  }

  private func headers(_ environment: Environment, _ log: Database) throws -> UInt64 {
    var sum: UInt64 = 0
    try environment.read { transaction throws(StoreError) in
      try transaction.forEach(in: log) { _, value throws(StoreError) in
        do {
          let header = try RecordHeader(value)
          sum &+= header.position &+ (header.kind == .event ? header.act ?? 0 : 0)
        } catch { throw StoreError.damaged("\(error)") }
        return .continue
      }
    }
    return sum
  }
}

extension ChartAnswer {
  /// FNV-1a over everything that its rows say.
  var digest: UInt64 {
    units.reduce(0xCBF2_9CE4_8422_2325) { digest, row in
      let text =
        "\(row.id)|\(row.name)|\(row.kind)|\(row.parent?.text ?? "")|\(row.depth)|\(row.certainty)"
        + "|\(row.codes.sorted { $0.key < $1.key })|\(row.since)"
      return text.utf8.reduce(digest) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
  }
}
