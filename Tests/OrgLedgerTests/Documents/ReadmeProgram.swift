import OrgLedger
import Synchronization

/// What the program of the README prints.
let printed = Mutex<[String]>([])

/// As Swift's own, so that it stands for it everywhere.
private func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  printed.withLock { $0.append(items.map { "\($0)" }.joined(separator: separator)) }
}

// README

func tellOfFinance(events: String, store: String) throws {
  // An empty ledger in a new folder; days of record time are meant at +07:00.
  let ledger = try Ledger.create(at: store, origin: "lang-son", offsetMinutes: 7 * 60)
  // Later: try Ledger.open(at: store). For a test: Ledger.inMemory().

  let reading = try DocumentFolder(events).read()
  let report = try Importer(into: ledger).importing(reading.documents)
  if let (submission, reason) = report.refusal { print(submission.file, submission.line, reason) }

  let history = try ledger.history()
  let day = try Day("01/03/2025")
  let finance = try history.unit("so tai chinh", asOf: day)
  for row in history.chart(asOf: day, root: "ubnd-tinh", depth: 1, kinds: ["sở"]).units {
    print(row.name, row.since, row.certainty)
  }
  for edge in history.lineage(of: finance, asOf: day, .back)?.edges ?? [] {
    print(edge.from, edge.type, edge.on, edge.orderedBy)
  }

  // What was known when the log had 500 records.
  let before = try ledger.history(.upTo(500))
  print(before.facts.count)
}
