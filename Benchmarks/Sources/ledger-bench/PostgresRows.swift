import BenchSupport
import Foundation
import LMDB
import OrgLedger
import OrgLedgerTesting

/// Identifier, name, kind and parent of five hundred units as of a day, beside PostgreSQL with the
/// same rows.
struct PostgresRows {
  let folder: Scratch
  let options: Options

  private static let units = 500
  private static let questions = 20

  func run(into results: inout Results) throws {
    guard let helper = options.helper, let connection = options.connection else {
      fatalError("postgres needs --helper and --connection, as Benchmarks/peers/with-postgres.sh")
    }
    // A store that is kept is not written to.
    let base =
      try options.store.map {
        try Base(at: folder.copy(ofStore: $0), records: options.records)
      } ?? Base(in: folder, records: options.records)
    precondition(base.country.communesEver > 2 * Self.units, "so few do not live on one day")
    let writing = try Ledger.open(at: base.path)
    var country = base.country
    let (parent, acts) = country.parent(of: Self.units)
    for act in acts { try writing.append([.act(act)]) }
    writing.close()
    let store = try LMDBStore.open(at: base.path, readOnly: true)
    defer { store.close() }
    let other = try Questioned(helper, connection)
    let rows = try load(store, base.path, into: other)
    let head = try store.head().position
    print("PostgreSQL: \(rows) rows of \(head) records.\n")
    var random = SplitMix64(seed: 4)
    let sets = try (0..<Self.questions).map { _ in try living(base.country, store, &random) }
    let n = Figures.whole([Double(head)])
    try compare("500 random units", n, other, into: &results) { table in
      sets.map { set in
        let ids = set.units.map(\.text).joined(separator: " ")
        return Question(
          line: "units \(table) \(set.day.rawValue) \(head) 1 \(ids)",
          rows: { try store.units(set.units, on: set.day, at: .now)?.rows(of: set.units) ?? [] })
      }
    }
    try compare("all 500 under one parent", n, other, into: &results) { table in
      (0..<Self.questions).map { number in
        let day = Day(year: 1955 + number, month: 7, day: 1)!
        return Question(
          line: "under \(table) \(day.rawValue) \(head) 1 \(parent)",
          rows: {
            let found = try store.units(under: parent, on: day, at: .now) ?? []
            return try found.map(\.rows).rows(of: found.map(\.id))
          })
      }
    }
    store.close()
    try folder.remove(base.path)
  }

  // MARK: Comparing

  fileprivate struct Row {
    let id, name, kind, parent: String
  }

  private struct Question {
    let line: String
    let rows: () throws -> [Row]
  }

  private func compare(
    _ name: String, _ n: String, _ other: Questioned, into results: inout Results,
    _ questions: (_ table: String) throws -> [Question]
  ) throws {
    let (gist, btree) = (try questions("gist"), try questions("btree"))
    for question in gist + btree {
      let (answer, rows) = (try other.ask(question.line), try question.rows())
      precondition(
        answer.rows == Self.units && answer.digest == rows.digest, "both must answer the same")
    }
    for round in 0..<options.rounds {
      var time = [0.0, 0, 0]
      for step in 0..<3 {
        switch round.isMultiple(of: 2) ? step : 2 - step {
        case 0:
          time[0] = try seconds {
            for question in gist where try question.rows().count != Self.units {
              fatalError("differs")
            }
          }
        case 1: time[1] = try gist.reduce(0) { $0 + (try other.ask($1.line).seconds) }
        default: time[2] = try btree.reduce(0) { $0 + (try other.ask($1.line).seconds) }
        }
      }
      let count = Double(gist.count)
      results.add(
        "\(name), \(n) records: time ÷ PostgreSQL with GiST", time[0] / time[1], goal: "≤ 0.3")
      results.add("… ÷ PostgreSQL with B-trees", time[0] / time[2], under: name)
      results.add("… milliseconds", time[0] / count * 1e3, under: name)
      results.add("… of PostgreSQL with GiST", time[1] / count * 1e3, under: name)
      results.add("… of PostgreSQL with B-trees", time[2] / count * 1e3, under: name)
    }
  }

  private func living(
    _ country: Country, _ store: LMDBStore, _ random: inout SplitMix64
  ) throws -> (units: [UnitID], day: Day) {
    let day = Day(
      rawValue: random.number(Country.firstDay.rawValue + 3_650...Country.lastDay.rawValue))
    var units: Set<UnitID> = []
    while units.count < Self.units {
      let unit = Country.commune(1 + Int(random.next() % UInt64(country.communesEver)))
      if try store.unit(unit, on: day, at: .now)?.lives == true { units.insert(unit) }
    }
    return (units.shuffled(using: &random), day)
  }

  // MARK: The same rows

  /// Writes what the lines say as rows with two periods, and has them loaded.
  private func load(
    _ store: LMDBStore, _ path: String, into other: Questioned
  ) throws -> Int {
    // A store is open once in a process.
    let copy = try folder.copy(ofStore: path)
    defer { try? folder.remove(copy) }
    let environment = try Environment.open(at: copy, mode: .readOnly)
    defer { environment.close() }
    let lines = try environment.database(named: "lines")
    let file = folder.newPath()
    guard FileManager.default.createFile(atPath: file, contents: nil),
      let handle = FileHandle(forWritingAtPath: file)
    else { fatalError("cannot write \(file)") }
    var unit = UnitID("")
    var rows: [(day: Day, position: UInt64)] = []
    var text = ""
    func flush() throws {
      var periods = Periods()
      // By position: as they became known.
      for (day, position) in rows.sorted(by: { ($0.position, $0.day) < ($1.position, $1.day) }) {
        let said = try store.unit(unit, on: day, at: .upTo(position))?.latest.living
        periods.add(said, from: day, knownFrom: position)
      }
      text += periods.copyRows(of: unit)
      rows = []
      if text.utf8.count > 1 << 20 {
        try handle.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try environment.read { (transaction: borrowing ReadTransaction<LMDBError>) in
      try transaction.forEach(in: lines) { key, _ in
        // Unit ‖ 0 ‖ 0 ‖ day ‖ position ‖ folds.
        let size = key.byteCount - 15
        guard size > 0, key.byte(at: size) == 0, key.byte(at: size + 1) == 0,
          let day = key.bigEndian(at: size + 2, as: Int32.self),
          let position = key.bigEndian(at: size + 6, as: UInt64.self)
        else { return .continue }
        let next = UnitID(String(decoding: [UInt8](copying: key).prefix(size), as: UTF8.self))
        if next != unit {
          do { try flush() } catch { fatalError("\(error)") }
          unit = next
        }
        rows.append((Day(rawValue: day), position))
        return .continue
      }
    }
    try flush()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
    defer { try? folder.remove(file) }
    return try other.load(file)
  }
}

/// What is said of one unit, as rectangles of valid time and record time.
private struct Periods {
  private struct Period {
    var said: LivingUnit?
    var from: Day
    /// `nil`: for ever.
    var to: Day?
    var knownFrom: UInt64
    /// `nil`: until now.
    var knownTo: UInt64?
  }

  private var all = [Period(said: nil, from: .distantPast, to: nil, knownFrom: 0)]

  /// From a day on, to where the next period begins, something else is said.
  mutating func add(_ said: LivingUnit?, from day: Day, knownFrom position: UInt64) {
    guard
      let index = all.firstIndex(where: {
        $0.knownTo == nil && $0.from <= day && ($0.to.map { day < $0 } ?? true)
      })
    else { return }
    let old = all[index]
    all[index].knownTo = position
    if old.from < day {
      all.append(
        Period(said: old.said, from: old.from, to: day, knownFrom: position, knownTo: nil))
    }
    all.append(Period(said: said, from: day, to: old.to, knownFrom: position, knownTo: nil))
  }

  /// Those in which the unit lives, as COPY reads them.
  func copyRows(of unit: UnitID) -> String {
    var text = ""
    for period in all where period.knownFrom != period.knownTo {
      guard let said = period.said else { continue }
      let parent = said.placement.parent?.text ?? "\\N"
      text += "\(unit)\t\(said.name.full)\t\(said.kind)\t\(parent)"
      text += "\t[\(period.from.rawValue),\(period.to.map { "\($0.rawValue)" } ?? ""))"
      text += "\t[\(period.knownFrom),\(period.knownTo.map { "\($0)" } ?? ""))\n"
    }
    return text
  }
}

/// The program that asks PostgreSQL.
private final class Questioned {
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())
  private var rest = Data()

  init(_ program: String, _ connection: String) throws {
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [connection]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit { try? input.fileHandleForWriting.close() }

  func load(_ file: String) throws -> Int { Int(try answer(to: "load \(file)")) ?? 0 }

  func ask(_ line: String) throws -> (seconds: Double, rows: Int, digest: UInt64) {
    let fields = try answer(to: line).split(separator: " ")
    guard fields.count == 3, let seconds = Double(fields[0]), let rows = Int(fields[1]),
      let digest = UInt64(fields[2])
    else { fatalError("PostgreSQL: \(line.prefix(80))") }
    return (seconds, rows, digest)
  }

  private func answer(to line: String) throws -> String {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        defer { rest = Data(rest[(end + 1)...]) }
        return String(decoding: rest[..<end], as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { fatalError("PostgreSQL has ended") }
      rest += more
    }
  }
}

extension Sequence<PostgresRows.Row> {
  /// FNV-1a of the fields of each row, summed, so that the order does not matter.
  fileprivate var digest: UInt64 {
    reduce(0) { sum, row in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for text in [row.id, row.name, row.kind, row.parent] {
        for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      }
      return sum &+ hash
    }
  }
}

extension [UnitRows] {
  fileprivate func rows(of units: [UnitID]) throws -> [PostgresRows.Row] {
    try zip(units, self).compactMap { unit, rows in
      try rows.brief.map {
        PostgresRows.Row(
          id: unit.text, name: $0.name, kind: $0.kind, parent: $0.parent?.text ?? "")
      }
    }
  }
}
