import OrgLedgerTesting

@testable import OrgLedger

/// What is asked of a log, with the answers of the definition: the structure on every day on which
/// anything happens and on those beside it, as known at several times, and as many questions of
/// every other kind.
struct Inquiry {
  struct Entry {
    var position: UInt64
    var question: Question
    var expected: Answer
  }

  private(set) var entries: [Entry] = []

  /// - Parameters:
  ///   - ends: The last positions of submissions.
  ///   - times: At how many of these it is asked, the last one always.
  ///   - samples: How many questions of each kind but the chart are asked at each of them.
  ///   - charts: How many days at most charts are asked for at each of them.
  init(
    _ records: [Record], ends: [UInt64], seed: UInt64, times: Int, samples: Int,
    charts: Int = .max
  ) {
    var random = SplitMix64(seed: seed)
    let past = ends.dropLast().shuffled(using: &random).prefix(times - 1)
    let named = Named(records)
    for position in (past + ends.suffix(1)).sorted() {
      let history = History(records.prefix(Int(position)))
      for question in named.questions(samples: samples, charts: charts, &random) {
        entries.append(
          Entry(
            position: position, question: question, expected: question.answer(by: history)))
      }
    }
  }

  /// One of so many of its questions.
  func share(of count: Int, from first: Int) -> Inquiry {
    var inquiry = self
    inquiry.entries = stride(from: first % count, to: entries.count, by: count).map { entries[$0] }
    return inquiry
  }

  /// The first answers that are not those of the definition, with the checks they fail.
  ///
  /// - Parameter isEnough: Told what was found; whether no more is looked for.
  func differences(
    of ledger: Ledger, on path: Path, until isEnough: (Set<Check>) -> Bool = { _ in true }
  ) throws -> [Difference] {
    var found: [Difference] = []
    for entry in entries {
      let answer = try entry.question.answer(by: ledger, knowing: .upTo(entry.position))
      let checks = entry.expected.checks(failedBy: answer)
      guard !checks.isEmpty else { continue }
      found.append(Difference(path: path, entry: entry, checks: checks, answer: answer))
      if isEnough(checks) { break }
    }
    return found
  }
}

/// The ways to an answer.
enum Path: String, CaseIterable, Sendable {
  /// A store as it was written.
  case live
  /// The same with a read model that was made again.
  case rebuilt
  /// A store of the documents that another one gives out.
  case imported
  /// The store in memory.
  case memory

  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// An answer that is not that of the definition.
struct Difference: CustomStringConvertible {
  var path: Path
  var entry: Inquiry.Entry
  var checks: Set<Check>
  var answer: Answer

  var description: String {
    """
    \(path), \(checks.map(\.rawValue).sorted().joined(separator: ", ")): \(entry.question) as known \
    at \(entry.position) is answered
    \(answer)
    for
    \(entry.expected)
    """
  }
}

/// What records name, and so can be asked about.
private struct Named {
  var days: [Day]
  var units: [UnitID] = []
  var functions: [FunctionID] = []
  var texts: [String] = []

  init(_ records: [Record]) {
    var days: Set<Day> = []
    var units: Set<UnitID> = ["nobody"]
    var functions: Set<FunctionID> = ["nothing"]
    var texts: Set<String> = ["nobody"]
    for case .event(let record) in records.map(\.body) {
      for end in record.event.effectiveOn?.ends ?? [] {
        days.formUnion([end.previous, end, end.next])
      }
      texts.formUnion(record.event.born.map(\.name.full))
      if let name = record.event.details.name { texts.insert(name) }
      for mention in record.event.mentions {
        switch mention {
        case .unit(let unit), .parent(let unit): units.insert(unit)
        case .function(let function), .functionNamed(let function): functions.insert(function)
        case .name: break
        case .code(let code): texts.insert("\(code.scheme):\(code.value)")
        case .reading: break
        }
      }
    }
    self.days = days.union([.distantPast, .distantFuture]).sorted()
    self.units = units.sorted()
    self.functions = functions.sorted()
    self.texts = (texts.union(units.map(\.text))).sorted()
  }

  func questions(
    samples: Int, charts: Int, _ random: inout SplitMix64
  ) -> [Question] {
    var questions: [Question] = []
    let asked = charts < days.count ? Array(days.shuffled(using: &random).prefix(charts)) : days
    for day in asked {
      questions.append(.chart(day, root: nil, depth: nil))
      questions.append(
        .chart(day, root: random.pick(units), depth: random.pick([0, 1, 2, nil]) ?? nil))
      if let unit = random.pick(units) { questions.append(.life(unit, day)) }
    }
    for _ in 0..<samples {
      guard let unit = random.pick(units), let day = random.pick(days),
        let function = random.pick(functions), let text = random.pick(texts)
      else { continue }
      questions += [
        .show(unit, day), .history(unit), .lineage(unit, day), .functions(unit, day),
        .who(function, day), .unit(text, day), .function(function.text.uppercased()),
      ]
    }
    return questions
  }
}
