import FoundationEssentials
import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// How much is proven: what `make test` has time for, or what the environment says.
struct ProofSize: Sendable {
  /// How many small histories, of 1 to 30 submissions.
  var histories: Int
  /// The first seed.
  var seed: UInt64
  /// How long the large histories are.
  var large: [Int]
  /// How many questions of each kind are asked at each time.
  var samples: Int
  /// As of a ``Proof``.
  var share: Int

  /// Whether there is time for what takes long.
  static let isSoak = ProcessInfo.processInfo.environment["HISTORIES"] != nil

  static let current: ProofSize = {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["SEED"].flatMap(UInt64.init) ?? 1
    guard let histories = environment["HISTORIES"].flatMap(Int.init) else {
      return ProofSize(histories: 160, seed: seed, large: [], samples: 1, share: 1)
    }
    return ProofSize(
      histories: histories, seed: seed, large: [300, 1_000, 3_000, 10_000], samples: 4, share: 1)
  }()
}

@Suite("Every way to an answer is the fold of all facts")
struct ProofTests {
  /// Apart, so that several processors work.
  static let parts = 16

  @Test(arguments: 0..<ProofTests.parts)
  func `over small histories`(part: Int) throws {
    let size = ProofSize.current
    var (histories, comparisons) = (0, 0)
    for number in stride(from: part, to: size.histories, by: Self.parts) {
      let seed = size.seed &+ UInt64(number)
      var random = SplitMix64(seed: seed)
      // Short ones mostly: they come by the thousand, and what fails is read more easily.
      let lengths = (0..<4).map { _ in Int(random.number(1...30)) }
      let count = lengths.min() ?? 1
      let submissions = try RandomSubmissions.sequence(seed: seed, count: count)
      let proof = try Proof(
        submissions, seed: seed, times: 2, samples: size.samples, share: size.share)
      histories += 1
      comparisons += proof.comparisons
      if !proof.failures.isEmpty {
        try report(proof, submissions, seed)
        return
      }
    }
    print("\(histories) small histories, \(comparisons) comparisons")
  }

  @Test(arguments: ProofSize.current.large)
  func `over large histories`(count: Int) throws {
    let seed = ProofSize.current.seed
    let submissions = try RandomSubmissions.worlds(seed: seed, count: count)
    let proof = try Proof(
      submissions, seed: seed, times: 3, samples: 2 * ProofSize.current.samples, charts: 6)
    #expect(proof.failures.isEmpty, "seed \(seed), \(count) submissions: \(proof.failures)")
    #expect(proof.records.count > count / 2)
    print("a history of \(proof.records.count) records, \(proof.comparisons) comparisons")
  }

  /// Says what is wrong with the shortest history found that has anything wrong.
  private func report(_ proof: Proof, _ submissions: [Submission], _ seed: UInt64) throws {
    let acts = submissions.compactMap { if case .act(let act) = $0 { act } else { nil } }
    let shrunk = shrink(acts) { acts in
      let fewer = [text] + acts.map(Submission.act)
      return try? Proof(fewer, seed: seed, times: .max, samples: 20).failures.first
    }
    Issue.record(
      """
      seed \(seed), \(submissions.count) submissions: \(proof.failures.joined(separator: "\n"))
      shortest: \(shrunk?.reason ?? "not of its acts alone")
      \((shrunk?.acts ?? acts).readable)
      """)
  }

  @Test func `over histories that have everything`() throws {
    var types: Set<EventType> = []
    var seen: Set<String> = []
    for seed in ProofSize.current.seed..<ProofSize.current.seed + 60 {
      let store = MemoryStore(clock: StoppedClock(1).now)
      for submission in try RandomSubmissions.sequence(seed: seed, count: 60) {
        _ = try store.append(AppendRequest([submission]))
      }
      let records = try store.all()
      let retracting = Set(records.filter { !$0.retracts.isEmpty }.map(\.position))
      if !retracting.isDisjoint(with: records.flatMap(\.retracts)) {
        seen.insert("corrections of corrections")
      }
      let events = records.compactMap { record in
        if case .event(let event) = record.body { event } else { nil }
      }
      var bearers: [Code: Set<UnitID>] = [:]
      var latest = Day.distantPast
      for event in events {
        types.insert(event.event.type)
        if event.status == .proposed { seen.insert("plans") }
        if event.order != 0 { seen.insert("orders within a day") }
        if event.event.born.contains(where: { !$0.restores.isEmpty }) {
          seen.insert("restorations")
        }
        for birth in event.event.born {
          for code in birth.codes { bearers[code, default: []].insert(birth.id) }
        }
        guard let day = event.event.effectiveOn else { continue }
        if let exact = day.exact {
          if exact < latest { seen.insert("back-dated acts") }
          latest = max(latest, exact)
        } else {
          seen.insert("imprecise days")
        }
      }
      if bearers.values.contains(where: { $0.count > 1 }) { seen.insert("recycled codes") }
    }
    #expect(types == Set(EventType.allCases))
    #expect(
      seen == [
        "corrections of corrections", "plans", "orders within a day", "restorations",
        "back-dated acts", "imprecise days", "recycled codes",
      ])
  }
}
