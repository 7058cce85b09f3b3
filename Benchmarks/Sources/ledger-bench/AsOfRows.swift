import BenchSupport
import OrgLedger
import OrgLedgerTesting
import lmdb_c
import lmdb_count

/// One unit as of a day, beside a bare floor in C on a copy of the same file.
struct AsOfRows {
  let folder: Scratch
  let options: Options

  private static let batches = 100
  private static let unitsOfABatch = 1_000

  /// Units that live on a day, asked about together or one by one.
  struct Batch {
    let units: [UnitID]
    let day: Day
  }

  func run(into results: inout Results) throws {
    let base =
      try options.store.map { try Base(at: $0, records: options.records) }
      ?? Base(in: folder, records: options.records)
    let copy = try folder.copy(ofStore: base.path)
    defer { try? folder.remove(copy) }
    let store = try LMDBStore.open(at: base.path, readOnly: true)
    defer { store.close() }
    var random = SplitMix64(seed: 2)
    let n = Figures.whole([Double(try store.head().position)])
    let batches = try batches(of: base.country, in: store, known: [.now], &random)
    try besideC(store, copy, batches, n, into: &results)
    let early = try early(in: store)
    let both = try self.batches(of: base.country, in: store, known: [.now, .at(early)], &random)
    try knownEarly(store, both, early, n, into: &results)
  }

  // MARK: Beside C

  private func besideC(
    _ store: LMDBStore, _ copy: String, _ batches: [Batch], _ n: String,
    into results: inout Results
  ) throws {
    let table = c_open_table(copy, "lines")
    defer { c_close(table) }
    let questions = StoredQuestions(batches)
    let count = Double(questions.count)
    var sums: Set<UInt64> = []
    let measure: [() throws -> Double] = [
      { try seconds { try oneByOne(store, batches, .now) } },
      { seconds { sums.insert(questions.ask { c_lives_each(table, $0, $1, $2) }) } },
      { seconds { sums.insert(questions.ask { c_lives_renewed(table, $0, $1, $2) }) } },
      { try seconds { try together(store, batches, .now) } },
      {
        try seconds {
          for batch in batches {
            for unit in batch.units {
              guard try store.unit(unit, on: batch.day, at: .now)?.brief != nil else {
                fatalError("\(unit) does not live")
              }
            }
          }
        }
      },
      {
        seconds {
          sums.insert(questions.ask(atOnce: Self.unitsOfABatch) { c_lives(table, $0, $1, $2) })
        }
      },
    ]
    // Once before the clock counts, so that no page has to be mapped while it does.
    for body in measure { _ = try body() }
    for round in 0..<options.rounds {
      var time = [Double](repeating: 0, count: measure.count)
      for step in measure.indices {
        let index = round.isMultiple(of: 2) ? step : measure.count - 1 - step
        time[index] = try measure[index]()
      }
      results.add(
        "one unit as of a day, a read transaction each, on \(n) records: time ÷ C",
        time[0] / time[1], goal: "≤ 1.5")
      results.add("… ÷ C that renews transaction and cursor", time[0] / time[2])
      results.add("… with its name, kind and parent read: ÷ C", time[4] / time[1])
      results.add("… microseconds", time[0] / count * 1e6)
      results.add("… in C", time[1] / count * 1e6)
      results.add("… in C, renewed", time[2] / count * 1e6)
      results.add(
        "a thousand units in one read transaction: time ÷ C", time[3] / time[5], goal: "≤ 1.5")
      results.add("… microseconds a unit", time[3] / count * 1e6)
      results.add("… in C, a unit", time[5] / count * 1e6)
    }
    precondition(sums.count == 1, "C must find the same each time")
    try countSearches("one by one", count, into: &results) { try oneByOne(store, batches, .now) }
    try countSearches("together", count, into: &results) { try together(store, batches, .now) }
    countSearches("in C", count, into: &results) {
      _ = questions.ask { c_lives_each(table, $0, $1, $2) }
    }
  }

  /// What is asked of LMDB for a question.
  private func countSearches(
    _ name: String, _ questions: Double, into results: inout Results, _ body: () throws -> Void
  ) rethrows {
    let (searches, steps) = (lmdb_count_searches(), lmdb_count_steps())
    try body()
    results.add(
      "searches from the root a question, \(name)",
      Double(lmdb_count_searches() - searches) / questions)
    results.add(
      "… steps to the entry beside", Double(lmdb_count_steps() - steps) / questions,
      under: name)
  }

  // MARK: As known early

  /// A time at which half of the records were known.
  private func early(in store: LMDBStore) throws -> SystemTime {
    let head = try store.head()
    guard let time = try store.head(at: .upTo(head.position / 2)).recordedAt else {
      fatalError("the store is empty")
    }
    return time
  }

  private func knownEarly(
    _ store: LMDBStore, _ batches: [Batch], _ early: SystemTime, _ n: String,
    into results: inout Results
  ) throws {
    let count = Double(batches.count * Self.unitsOfABatch)
    let first = try store.head(at: .upTo(store.head().position / 2)).recordedAt?.rawValue ?? 0
    let last = try store.head().recordedAt?.rawValue ?? 0
    // Other times, all as late as the early one at least, so that the units live as known then.
    var random = SplitMix64(seed: 3)
    let times = batches.map { batch in
      batch.units.map { _ in
        SystemTime(rawValue: first + Int64(random.next() % UInt64(max(1, last - first))))
      }
    }
    let measure: [() throws -> Double] = [
      { try seconds { try oneByOne(store, batches, .now) } },
      { try seconds { try oneByOne(store, batches, .at(early)) } },
      { try seconds { try oneByOne(store, batches, times) } },
      { try seconds { try together(store, batches, .now) } },
      { try seconds { try together(store, batches, .at(early)) } },
    ]
    for body in measure { _ = try body() }
    for round in 0..<options.rounds {
      var time = [0.0, 0, 0, 0, 0]
      for step in measure.indices {
        let index = round.isMultiple(of: 2) ? step : measure.count - 1 - step
        time[index] = try measure[index]()
      }
      results.add(
        "one unit as known when half was recorded, on \(n) records: time ÷ now", time[1] / time[0],
        goal: "≤ 1.2")
      results.add("… ÷ now, another time for each question", time[2] / time[0])
      results.add(
        "… ÷ now, a thousand units in one read transaction", time[4] / time[3], goal: "≤ 1.2")
      results.add("… microseconds", time[1] / count * 1e6, under: "early")
    }
    try countSearches("as known early", count, into: &results) {
      try oneByOne(store, batches, .at(early))
    }
  }

  // MARK: Questions

  private func oneByOne(_ store: LMDBStore, _ batches: [Batch], _ known: Known) throws {
    for batch in batches {
      for unit in batch.units {
        guard let row = try store.unit(unit, on: batch.day, at: known), row.lives
        else { fatalError("\(unit) does not live") }
      }
    }
  }

  /// Each as known at a time of its own.
  private func oneByOne(
    _ store: LMDBStore, _ batches: [Batch], _ times: [[SystemTime]]
  ) throws {
    for (batch, times) in zip(batches, times) {
      for (unit, time) in zip(batch.units, times) {
        guard try store.unit(unit, on: batch.day, at: .at(time)) != nil else {
          fatalError("no read model")
        }
      }
    }
  }

  private func together(_ store: LMDBStore, _ batches: [Batch], _ known: Known) throws {
    for batch in batches {
      guard let rows = try store.units(batch.units, on: batch.day, at: known),
        rows.allSatisfy({ $0.lives })
      else { fatalError("a unit does not live") }
    }
  }

  /// Random units on random days, all of which live then as known at some points of record time.
  private func batches(
    of country: Country, in store: LMDBStore, known: [Known], _ random: inout SplitMix64
  ) throws -> [Batch] {
    var batches: [Batch] = []
    while batches.count < Self.batches {
      let day = Day(
        rawValue: random.number(
          Country.firstDay.rawValue + 3_650...Country.lastDay.rawValue))
      var units: [UnitID] = []
      while units.count < Self.unitsOfABatch {
        let unit = Country.commune(1 + Int(random.next() % UInt64(country.communesEver)))
        let lives = try known.allSatisfy { known in
          try store.unit(unit, on: day, at: known)?.lives == true
        }
        if lives { units.append(unit) }
      }
      batches.append(Batch(units: units, day: day))
    }
    return batches
  }
}

/// The same questions, as C reads them.
private struct StoredQuestions {
  private var bytes: [UInt8] = []
  private var questions: [c_question] = []

  var count: Int { questions.count }

  init(_ batches: [AsOfRows.Batch]) {
    for batch in batches {
      for unit in batch.units {
        questions.append(
          c_question(
            unit_at: bytes.count, unit_size: UInt32(unit.text.utf8.count),
            day: UInt32(bitPattern: batch.day.rawValue ^ Int32.min)))
        bytes += Array(unit.text.utf8)
      }
    }
  }

  /// Asks all, so many in a call; the sum of the answers.
  func ask(
    atOnce: Int = .max, _ body: (UnsafePointer<UInt8>?, UnsafePointer<c_question>?, Int) -> UInt64
  ) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      questions.withUnsafeBufferPointer { questions in
        guard let first = questions.baseAddress else { return 0 }
        let size = min(atOnce, questions.count)
        return stride(from: 0, to: questions.count, by: size).reduce(0) { sum, start in
          sum &+ body(bytes.baseAddress, first + start, min(size, questions.count - start))
        }
      }
    }
  }
}
