import OrgLedgerTesting

@testable import OrgLedger

/// What is asked of a log, with the answers of the definition: the structure and every life on each
/// day on which anything happens and on those beside it, as known at several times, and as many
/// questions of every other kind.
struct Inquiry {
  struct Entry {
    var known: Known
    var question: Question
    var expected: Answer
  }

  private(set) var entries: [Entry] = []

  /// - Parameters:
  ///   - ends: The last positions of submissions.
  ///   - times: At how many of these it is asked, the last one always.
  ///   - samples: How many questions of each kind but the structure are asked at each of them.
  ///   - charts: For how many days at most structures are asked at each of them.
  init(
    _ records: [Record], ends: [UInt64], seed: UInt64, times: Int, samples: Int,
    charts: Int = .max
  ) {
    var random = SplitMix64(seed: seed)
    let past = ends.dropLast().shuffled(using: &random).prefix(times - 1)
    let named = Named(records)
    for position in (past + ends.suffix(1)).sorted() {
      let history = History(records.prefix(Int(position)))
      let known = Self.ways(of: position, records)
      for question in named.questions(samples: samples, charts: charts, &random) {
        let stated = question.textsUntil.map {
          History(records.prefix(Int(position)), textsUntil: $0)
        }
        entries.append(
          Entry(
            known: random.pick(known) ?? .upTo(position), question: question,
            expected: question.answer(by: stated ?? history)))
      }
    }
  }

  /// All ways to say how much is known where the log ended at a position.
  private static func ways(
    of position: UInt64, _ records: [Record]
  ) -> [Known] {
    let time = records[Int(position) - 1].recordedAt
    let next = records[Int(position)...]
    var ways = [Known.upTo(position), .at(time)]
    guard let first = next.first else { return ways + [.now, .upTo(.max), .at(.distantFuture)] }
    // In the middle of the next submission only what came before it counts.
    ways.append(.at(SystemTime(rawValue: first.recordedAt.rawValue - 1)))
    if next.dropFirst().first?.recordedAt == first.recordedAt { ways.append(.upTo(first.position)) }
    return ways
  }

  /// One of so many of its questions.
  func share(of count: Int, from first: Int) -> Inquiry {
    var inquiry = self
    inquiry.entries = stride(from: first % count, to: entries.count, by: count).map { entries[$0] }
    return inquiry
  }

  /// The first answers that are not those of the definition, with the checks they fail.
  ///
  /// - Parameters:
  ///   - check: Only the questions that can fail it are asked; `nil`: all.
  ///   - isEnough: Told what was found; whether no more is looked for.
  func differences(
    of ledger: Ledger, on path: Path, for check: Check? = nil,
    until isEnough: (Set<Check>) -> Bool = { _ in true }
  ) throws -> [Difference] {
    var found: [Difference] = []
    for entry in entries where check?.isAbout(entry.question) ?? true {
      let answer = try entry.question.answer(by: ledger, knowing: entry.known)
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
    at \(entry.known) is answered
    \(answer)
    for
    \(entry.expected)
    """
  }
}
