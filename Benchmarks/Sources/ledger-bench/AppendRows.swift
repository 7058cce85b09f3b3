import BenchSupport
import Foundation
import OrgLedger
import lmdb_c

/// Durable appends of one act each, alone and from many threads, beside a probe of the disk.
struct AppendRows {
  let folder: Scratch
  let options: Options

  private static let slice = 20
  private static let threads = 32
  private static let actsOfAThread = 24

  func run(into results: inout Results) throws {
    var base = try Base(in: folder, records: options.records)
    try lone(&base, into: &results)
    try concurrent(&base, into: &results)
    try folder.remove(base.path)
  }

  // MARK: One after the other

  private func lone(_ base: inout Base, into results: inout Results) throws {
    let path = try folder.copy(ofStore: base.path)
    var country = base.country
    let ledger = try Ledger.open(at: path)
    let first = Int(try ledger.head().position) + 1
    let n = Figures.whole([Double(first - 1)])
    for round in 0..<options.rounds {
      var figures = Slices()
      let acts = country.loneActs(options.acts)
      for start in stride(from: 0, to: options.acts, by: Self.slice) {
        let range = acts[start..<min(start + Self.slice, options.acts)]
        // Who is first changes, and the slices are short, since the disk's own rate does not hold.
        if round.isMultiple(of: 2) { figures.probe.add(range.count, try probe(range.count)) }
        figures.acts.add(range.count, try measure { for act in range { try ledger.append(act) } })
        if !round.isMultiple(of: 2) { figures.probe.add(range.count, try probe(range.count)) }
      }
      figures.add(to: &results, "one durable act of one event on \(n) records", goal: "≥ 0.42")
    }
    ledger.close()
    try inC(path, from: first, n, into: &results)
    try folder.remove(path)
  }

  /// The same entries of the same acts, each commit alone, in C on a store of the same content.
  private func inC(
    _ path: String, from first: Int, _ n: String, into results: inout Results
  ) throws {
    for onlyLog in [false, true] {
      let entries = try StoredEntries(ofStore: path, onlyLog: onlyLog)
      let name =
        onlyLog
        ? "the records of the same acts alone, one table, raw LMDB in C, on \(n)"
        : "the same entries in the same tables, raw LMDB in C, on \(n)"
      let copy = try folder.newFolder()
      let tables = c_tables_open(copy, UInt32(StoredEntries.tables.count), true)
      entries.write(1...(first - 1), to: tables)
      var next = first
      for round in 0..<options.rounds {
        var figures = Slices()
        for _ in stride(from: 0, to: options.acts, by: Self.slice) where next < entries.head {
          if round.isMultiple(of: 2) { figures.probe.add(Self.slice, try probe(Self.slice)) }
          let used = Usage()
          var written = 0
          // An act of one event is two records.
          while written < Self.slice, next < entries.head {
            entries.write(next...(next + 1), to: tables)
            next += 2
            written += 1
          }
          figures.acts.add(written, used.since())
          if !round.isMultiple(of: 2) { figures.probe.add(Self.slice, try probe(Self.slice)) }
        }
        figures.add(to: &results, name, goal: onlyLog ? "(limit 0.50)" : "")
      }
      c_tables_close(tables)
      try folder.remove(copy)
    }
  }

  // MARK: Many at once

  private func concurrent(_ base: inout Base, into results: inout Results) throws {
    let path = try folder.copy(ofStore: base.path)
    var country = base.country
    let ledger = try Ledger.open(at: path)
    let count = Self.threads * Self.actsOfAThread
    for round in 0..<options.rounds {
      let acts = country.loneActs(count)
      var figures = Slices()
      if round.isMultiple(of: 2) { figures.probe.add(options.acts, try probe(options.acts)) }
      figures.acts.add(
        count,
        measure {
          DispatchQueue.concurrently(Self.threads) { thread in
            for index in 0..<Self.actsOfAThread {
              do { try ledger.append(acts[thread * Self.actsOfAThread + index]) } catch {
                fatalError("\(error)")
              }
            }
          }
        })
      if !round.isMultiple(of: 2) { figures.probe.add(options.acts, try probe(options.acts)) }
      figures.add(
        to: &results, "\(Self.threads) threads of durable acts of one event, events per probe time",
        goal: "≥ 6")
    }
    ledger.close()
    try folder.remove(path)
  }

  // MARK: The disk alone

  private func probe(_ count: Int) throws -> Usage.Figures {
    let path = folder.newPath()
    defer { try? folder.remove(path) }
    return measure { c_sync_probe(path, count) }
  }
}

extension DispatchQueue {
  /// Runs a body on so many threads of their own: Dispatch itself has no more than processors.
  fileprivate static func concurrently(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let threads = (0..<count).map { index in
      let done = DispatchSemaphore(value: 0)
      let thread = Thread {
        body(index)
        done.signal()
      }
      return (thread, done)
    }
    for (thread, _) in threads { thread.start() }
    for (_, done) in threads { done.wait() }
  }
}

/// What was done in slices that alternate, summed.
private struct Slices {
  struct Sum {
    var count = 0.0
    var used = (seconds: 0.0, processor: 0.0, pages: 0.0)

    mutating func add(_ count: Int, _ more: Usage.Figures) {
      self.count += Double(count)
      used.seconds += more.seconds
      used.processor += more.processor
      used.pages += more.pages
    }

    var rate: Double { count / used.seconds }
  }

  var probe = Sum()
  var acts = Sum()

  func add(to results: inout Results, _ name: String, goal: String) {
    guard acts.count > 0 else { return }
    results.add("\(name): rate ÷ probe", acts.rate / probe.rate, goal: goal)
    results.add("… a second", acts.rate, .whole, under: name)
    results.add("… of the probe, a second", probe.rate, .whole, under: name)
    results.add("… pages written a commit", acts.used.pages / acts.count, under: name)
    results.add(
      "… microseconds of processor each", acts.used.processor / acts.count * 1e6, .whole,
      under: name)
  }
}

/// Measures something once.
func measure(_ body: () throws -> Void) rethrows -> Usage.Figures {
  let used = Usage()
  try body()
  return used.since()
}

extension Ledger {
  fileprivate func append(_ act: Act) throws { try append([.act(act)]) }
}
