import BenchSupport
import Foundation
import OrgLedger

/// A country's history from NDJSON, and questions about it: how long they take on this machine.
struct CountryRows {
  let folder: Scratch
  let options: Options

  func run(into results: inout Results) throws {
    let file = folder.newPath()
    // One act of seventy in a hundred has one event: 1.7 records an event, some for the texts.
    var country = Country(records: options.events * 17 / 10)
    try write(&country, to: file)
    let store = folder.newPath()
    let ledger = try Ledger.create(at: store)
    defer { ledger.close() }
    var report: Importer.Report?
    let used = try measure { report = try importing(file, into: ledger) }
    guard let report, report.refusal == nil else {
      fatalError("\(String(describing: report?.refusal))")
    }
    let events = Double(report.totals.events)
    results.add("import from NDJSON: events", events, .whole)
    results.add("… records", Double(report.head.position), .whole)
    results.add("… commits", Double(report.commits), .whole)
    results.add("… events a second", events / used.seconds, .whole)
    results.add("… microseconds of processor an event", used.processor / events * 1e6)
    let reading = try measure { try readAll(file) }
    results.add("… of these for reading the file", reading.processor / events * 1e6)
    try questions(ledger, country, into: &results)
  }

  private func write(_ country: inout Country, to file: String) throws {
    guard FileManager.default.createFile(atPath: file, contents: nil),
      let handle = FileHandle(forWritingAtPath: file)
    else { fatalError("cannot write \(file)") }
    defer { try? handle.close() }
    try country.documents { document in
      try handle.write(contentsOf: Data((DocumentWriter.json(document) + "\n").utf8))
    }
  }

  private func reader(_ file: String) throws -> NDJSONReader {
    guard let handle = FileHandle(forReadingAtPath: file) else { fatalError("cannot read") }
    return NDJSONReader(file: file) {
      let data = try handle.read(upToCount: 1 << 20) ?? Data()
      return data.isEmpty ? nil : Array(data)
    }
  }

  private func importing(_ file: String, into ledger: Ledger) throws -> Importer.Report {
    var reader = try reader(file)
    return try Importer(into: ledger).importing(inOrder: { try reader.next()?.document })
  }

  private func readAll(_ file: String) throws {
    var reader = try reader(file)
    while try reader.next() != nil {}
  }

  private func questions(
    _ ledger: Ledger, _ country: Country, into results: inout Results
  ) throws {
    let (middle, last) = (Day(year: 1985, month: 7, day: 1)!, Country.lastDay)
    let unit = country.living[country.living.count / 2]
    for _ in 0..<min(options.rounds, 5) {
      var history = History([Record]())
      func time(_ name: String, _ body: () throws -> Void) rethrows {
        results.add("\(name), milliseconds", try seconds(body) * 1e3)
      }
      try time("`Ledger.history()`") { history = try ledger.history() }
      time("chart of the last day") { _ = history.chart(asOf: last) }
      time("chart of 1985") { _ = history.chart(asOf: middle) }
      time("chart of one province") { _ = history.chart(asOf: last, root: country.firstProvince) }
      try time("diff of 1985 and the last day") { _ = try history.diff(from: middle, to: last) }
      try time("crosswalk of 1985 and the last day") {
        _ = try history.crosswalk(from: middle, to: last)
      }
      time("lineage of one commune") { _ = history.lineage(of: unit, asOf: last) }
      time("history of one commune") { _ = history.history(of: unit) }
    }
  }
}
