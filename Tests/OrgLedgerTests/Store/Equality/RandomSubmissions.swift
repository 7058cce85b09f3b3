import OrgLedger
import OrgLedgerTesting

/// Submissions out of a seed: acts good and bad, plans, texts, claims, conflicts, coverage, the
/// same again and other content under an old identifier.
struct RandomSubmissions {
  private var random: SplitMix64
  private var acts: RandomActs
  private var corrections: RandomCorrections
  /// What was recorded of them.
  private let model = MemoryStore(clock: StoppedClock(1).now)
  private var made: [Submission] = texts
  private var plans: [ActID] = []
  private var number = 0
  /// How many of a hundred are about the record.
  private let correcting: Int
  /// What every identifier begins with.
  private let world: String

  init(seed: UInt64, world: String = "") throws {
    random = SplitMix64(seed: seed)
    correcting = random.pick([15, 25, 50]) ?? 25
    acts = RandomActs(seed: seed &+ 1, mistaken: 8, world: world)
    corrections = RandomCorrections(seed: seed &+ 2, world: world)
    self.world = world
    for text in Self.texts { try model.take(text) }
  }

  /// The texts by which acts are stated: that of the test kit, of no stated day, and some of an
  /// early, a late and an imprecise one.
  static let texts: [Submission] =
    [text]
    + [
      ("early", ImpreciseDay(Day(rawValue: 2))), ("late", ImpreciseDay(Day(rawValue: 8))),
      ("between", ImpreciseDay(earliest: Day(rawValue: 3), latest: Day(rawValue: 6)) ?? .notStated),
    ].map { .instrument(Instrument(id: $0, issuedOn: $1)) }

  /// The first submissions of a seed; the texts come first.
  static func sequence(seed: UInt64, count: Int, world: String = "") throws -> [Submission] {
    var submissions = try RandomSubmissions(seed: seed, world: world)
    return try texts + (1..<max(count, 1)).map { _ in try submissions.next() }
  }

  /// Submissions about several worlds, shuffled together: as long as one likes, while each world
  /// stays small enough for much to happen to each of its units.
  static func worlds(seed: UInt64, count: Int, each size: Int = 50) throws -> [Submission] {
    var random = SplitMix64(seed: seed)
    // The texts with which each begins come once.
    var waiting = try (0...(count / (size - 1))).map { number in
      try sequence(seed: seed &+ UInt64(number) &* 1_000_003, count: size, world: "w\(number)-")[
        texts.count...]
    }
    var submissions = texts
    while submissions.count < count {
      let index = Int(random.next() % UInt64(waiting.count))
      if let next = waiting[index].popFirst() { submissions.append(next) }
    }
    return submissions
  }

  private mutating func next() throws -> Submission {
    number += 1
    let submission = try submission()
    made.append(submission)
    _ = try model.append(AppendRequest([submission]))
    return submission
  }

  private mutating func submission() throws -> Submission {
    // Without units there is nothing to correct or to claim.
    if number == 1 { return .act(try act()) }
    if random.chance(correcting) {
      var act = corrections.next(after: try model.all())
      act.instrument = stating()
      return .act(act)
    }
    return switch random.number(0...19) {
    case 0...12: .act(try act())
    case 13: .instrument(instrument())
    case 14: .claim(claim())
    case 15: .conflict(conflict())
    case 16: .coverage(coverage())
    case 17: changed(random.pick(made) ?? text)
    default: random.pick(made) ?? text
    }
  }

  private mutating func act() throws -> Act {
    var act = acts.next(after: Given(try model.history()))
    act.lengthenNames()
    if random.chance(15) {
      act.status = .proposed
      plans.append(act.id)
    } else if random.chance(15), let plan = random.pick(plans) {
      act.enacts = [plan]
    }
    if act.status == .enacted, number.isMultiple(of: 9) {
      act.plannedUntil = act.effectiveOn?.latest
    }
    act.instrument = stating()
    if random.chance(10) {
      act.orderedBy = [InstrumentID("\(world)text-\(random.number(0...200))")]
    }
    return act
  }

  private mutating func instrument() -> Instrument {
    Instrument(
      id: InstrumentID("\(world)text-\(random.number(0...20))"),
      title: random.pick([nil, "Nghị quyết", "Quyết định"]) ?? nil,
      issuedOn: random.chance(75) ? acts.day() : nil)
  }

  private mutating func claim() -> Claim {
    Claim(
      id: ClaimID("\(world)claim-\(random.number(0...20))"), instrument: known(),
      measure: .count(kinds: ["office"], under: unit(), level: .all), value: Decimal("12"))
  }

  private mutating func conflict() -> Conflict {
    Conflict(
      id: ConflictID("\(world)conflict-\(number)"), instrument: known(),
      between: ["\(world)act-\(random.number(1...20))#1", "\(world)claim-\(random.number(0...20))"])
  }

  private mutating func coverage() -> Coverage {
    Coverage(
      instrument: known(), kinds: ["office"], under: unit(),
      from: Day(rawValue: random.number(0...3)))
  }

  /// A text by which an act is stated: one that is recorded.
  private mutating func stating() -> InstrumentID {
    random.pick(Self.texts).map { InstrumentID($0.id) } ?? Given.instrument
  }

  /// A text that is recorded, mostly.
  private mutating func known() -> InstrumentID {
    random.chance(80) ? Given.instrument : InstrumentID("\(world)text-\(random.number(0...20))")
  }

  private mutating func unit() -> UnitID? {
    (random.pick([nil] + RandomActs.units) ?? nil).map { UnitID(world + $0.text) }
  }

  private func changed(_ submission: Submission) -> Submission {
    switch submission {
    case .instrument(var instrument):
      instrument.note = "changed"
      return .instrument(instrument)
    case .act(var act):
      act.note = "changed"
      return .act(act)
    case .claim(var claim):
      claim.note = "changed"
      return .claim(claim)
    case .conflict(var conflict):
      conflict.note = "changed"
      return .conflict(conflict)
    case .coverage(var coverage):
      coverage.note = "changed"
      return .coverage(coverage)
    }
  }
}

extension Act {
  /// Gives some names a common beginning that is longer than what a key holds of a name.
  fileprivate mutating func lengthenNames() {
    func long(_ name: String) -> String {
      name == "2" || name == "3" ? String(repeating: "Ủy ban ", count: 30) + name : name
    }
    for event in events.indices {
      for birth in events[event].born.indices {
        events[event].born[birth].name.full = long(events[event].born[birth].name.full)
      }
      events[event].details.name = events[event].details.name.map(long)
    }
  }
}
