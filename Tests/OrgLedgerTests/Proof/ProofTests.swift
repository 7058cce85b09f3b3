import FoundationEssentials
import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// How much is proven: what `make test` has time for, or what the environment says.
struct ProofSize: Sendable {
  /// How many small histories.
  var histories: Int
  /// The first seed.
  var seed: UInt64
  /// How long the large histories are.
  var large: [Int]
  /// How much is asked of a small one.
  var depth: ProofDepth

  static let current: ProofSize = {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["SEED"].flatMap(UInt64.init) ?? 1
    guard let histories = environment["HISTORIES"].flatMap(Int.init) else {
      // Where the library is not optimised, each takes many times as long.
      let isOptimised = environment["ORGLEDGER_PROVING"] == "1"
      return ProofSize(
        histories: isOptimised ? 3_000 : 300, seed: seed, large: [],
        depth: ProofDepth(times: 2, samples: 1, share: 4, shareOfTwin: 8))
    }
    return ProofSize(
      histories: histories, seed: seed,
      large: (environment["LARGE"] ?? "300,1000,3000,10000").split(separator: ",")
        .compactMap { Int($0) },
      depth: ProofDepth(times: 3, samples: 3))
  }()

  /// The seeds of the histories whose acts are judged both ways: of 110 submissions each.
  var judged: ClosedRange<UInt64> { seed...seed + UInt64(max(histories / 50, 20)) - 1 }

  /// How long the history of a seed is: short ones mostly, since they come by the thousand, and what
  /// fails is read more easily.
  static func length(ofSeed seed: UInt64) -> Int {
    var random = SplitMix64(seed: seed)
    return Int(random.chance(85) ? random.number(1...9) : random.number(10...30))
  }
}

@Suite("Every way to an answer is the fold of all facts")
struct ProofTests {
  @Test func `over small histories`() async throws {
    let size = ProofSize.current
    let start = Date()
    var total = Tally()
    try await withThrowingTaskGroup(of: Tally.self) { group in
      // Apart, so that several processors work.
      let parts = 16
      for part in 0..<parts {
        group.addTask {
          var tally = Tally()
          for number in stride(from: part, to: size.histories, by: parts) {
            try tally.prove(seed: size.seed &+ UInt64(number), size.depth)
          }
          return tally
        }
      }
      for try await tally in group { total.add(tally) }
    }
    print(
      """
      \(total.histories) small histories, \(total.records) records, \(total.comparisons) answers \
      compared in \(Int(Date().timeIntervalSince(start))) s
      """)
    // Some come once in hundreds of histories.
    guard total.histories >= 2_000 else { return }
    #expect(total.variety.types == Set(EventType.allCases))
    #expect(total.variety.situations == Set(Variety.Situation.allCases))
  }

  @Test(arguments: ProofSize.current.large)
  func `over large histories`(count: Int) throws {
    let (start, seed) = (Date(), ProofSize.current.seed)
    let submissions = try RandomSubmissions.worlds(seed: seed, count: count)
    let proof = try Proof(
      submissions, seed: seed,
      ProofDepth(times: 3, samples: 8, charts: 6, shareOfTwin: max(1, count / 300)))
    #expect(proof.failures.isEmpty, "seed \(seed), \(count) submissions: \(proof.failures)")
    #expect(proof.records.count > count / 2)
    print(
      """
      a history of \(count) submissions, \(proof.records.count) records, \(proof.comparisons) \
      answers compared in \(Int(Date().timeIntervalSince(start))) s
      """)
  }
}

/// What was proven so far.
private struct Tally {
  var histories = 0
  var records = 0
  var comparisons = 0
  var variety = Variety()
  private var hasFailed = false

  mutating func prove(seed: UInt64, _ depth: ProofDepth) throws {
    // One failure is enough to read.
    guard !hasFailed else { return }
    let submissions = try RandomSubmissions.sequence(
      seed: seed, count: ProofSize.length(ofSeed: seed))
    let proof = try Proof(submissions, seed: seed, depth)
    histories += 1
    records += proof.records.count
    comparisons += proof.comparisons
    variety.take(proof.records)
    guard !proof.failures.isEmpty else { return }
    hasFailed = true
    report(proof, submissions, seed)
  }

  mutating func add(_ other: Tally) {
    histories += other.histories
    records += other.records
    comparisons += other.comparisons
    variety.add(other.variety)
  }

  /// Says what is wrong with the shortest history found that has anything wrong.
  private func report(_ proof: Proof, _ submissions: [Submission], _ seed: UInt64) {
    let acts = submissions.compactMap { if case .act(let act) = $0 { act } else { nil } }
    let shrunk = shrink(acts) { acts in
      let fewer = [text] + acts.map(Submission.act)
      return try? Proof(fewer, seed: seed, ProofDepth(times: .max, samples: 20)).failures.first
    }
    Issue.record(
      """
      seed \(seed), \(submissions.count) submissions: \(proof.failures.joined(separator: "\n"))
      shortest: \(shrunk?.reason ?? "not of its acts alone")
      \((shrunk?.acts ?? acts).readable)
      """)
  }
}
