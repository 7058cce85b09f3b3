import BenchSupport
import OrgLedger
import lmdb_c

/// The whole history of a country in commits of a thousand events, beside the same entries in C.
struct BatchRows {
  let folder: Scratch
  let options: Options

  private static let eventsOfACommit = 1_000

  func run(into results: inout Results) throws {
    let batches = batches()
    let events = Double(batches.joined().reduce(0) { $0 + $1.eventCount })
    // The store that C writes again is made by the first round's code, once and unmeasured.
    let model = folder.newPath()
    _ = try inSwift(batches, at: model)
    let all = try StoredEntries(ofStore: model, onlyLog: false)
    let log = try StoredEntries(ofStore: model, onlyLog: true)
    try folder.remove(model)
    let ranges = ranges(of: batches)
    for round in 0..<options.rounds {
      let measure: [() throws -> Usage.Figures] = [
        { try inC(all, ranges, StoredEntries.tables.count) }, { try inC(log, ranges, 1) },
        {
          let path = folder.newPath()
          defer { try? folder.remove(path) }
          return try inSwift(batches, at: path)
        },
      ]
      var figures: [Usage.Figures?] = [nil, nil, nil]
      for index in round.isMultiple(of: 2) ? [0, 1, 2] : [2, 1, 0] {
        figures[index] = try measure[index]()
      }
      guard let tables = figures[0], let one = figures[1], let swift = figures[2] else { continue }
      results.add(
        "1,000 events a commit: rate ÷ C, same entries, same tables",
        tables.seconds / swift.seconds, goal: "≥ 0.5")
      results.add(
        "… ÷ C, the records alone in one table", one.seconds / swift.seconds, under: "batch")
      results.add("… events a second", events / swift.seconds, .whole, under: "batch")
      results.add("… events a second in C, all tables", events / tables.seconds, .whole)
      results.add("… events a second in C, one table", events / one.seconds, .whole)
      results.add(
        "… microseconds of processor an event", swift.processor / events * 1e6, under: "batch")
      results.add(
        "… microseconds of processor an event in C, all tables", tables.processor / events * 1e6)
      results.add(
        "… pages written an event", swift.pages / events, under: "batch")
      results.add("… pages written an event in C, all tables", tables.pages / events)
    }
  }

  /// The history in batches of at least a thousand events.
  private func batches() -> [[Submission]] {
    var country = Country(records: options.records)
    var batches: [[Submission]] = [[]]
    var count = 0
    country.documents { document in
      for submission in document.submissions {
        batches[batches.count - 1].append(submission)
        count += submission.eventCount
        if count >= Self.eventsOfACommit {
          batches.append([])
          count = 0
        }
      }
    }
    // The rest would be a commit that is too small.
    return batches.dropLast()
  }

  private func ranges(of batches: [[Submission]]) -> [ClosedRange<Int>] {
    var first = 1
    return batches.map { batch in
      let count = batch.reduce(0) { $0 + $1.recordCount }
      defer { first += count }
      return first...(first + count - 1)
    }
  }

  private func inSwift(_ batches: [[Submission]], at path: String) throws -> Usage.Figures {
    let ledger = try Ledger.create(at: path)
    defer { ledger.close() }
    return try measure { for batch in batches { try ledger.append(batch) } }
  }

  private func inC(
    _ entries: StoredEntries, _ ranges: [ClosedRange<Int>], _ count: Int
  ) throws -> Usage.Figures {
    let path = try folder.newFolder()
    defer { try? folder.remove(path) }
    let tables = c_tables_open(path, UInt32(count), true)
    defer { c_tables_close(tables) }
    return measure { for range in ranges { entries.write(range, to: tables) } }
  }
}

extension Submission {
  fileprivate var eventCount: Int { if case .act(let act) = self { act.events.count } else { 0 } }
}
