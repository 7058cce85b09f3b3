@testable import OrgLedger

/// A generator that gives the same numbers for the same seed on every run.
///
/// - Source: SplitMix64, Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Nothing half of the time.
  mutating func maybe<Value>(_ value: (inout SeededGenerator) -> Value) -> Value? {
    Bool.random(using: &self) ? value(&self) : nil
  }

  /// None to three values.
  mutating func some<Value>(_ value: (inout SeededGenerator) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &self)).map { _ in value(&self) }
  }

  mutating func pick<Value: CaseIterable>(_ type: Value.Type) -> Value {
    Value.allCases.randomElement(using: &self)!
  }

  mutating func text() -> String {
    ["", "a", "Sở Tài chính", "xã", "số 04/NQ-HĐND", String(repeating: "đ", count: 70), "①🏛️"]
      .randomElement(using: &self)!
  }

  mutating func id<Of>() -> Identifier<Of> {
    Identifier("id/\(UInt8.random(in: 0...9, using: &self))")
  }

  mutating func position() -> UInt64 { next() >> UInt64.random(in: 0...63, using: &self) }

  mutating func day() -> Day { Day(rawValue: Int32.random(in: -800_000...3_000_000, using: &self)) }

  mutating func days() -> ImpreciseDay {
    let (one, two) = (day(), day())
    return ImpreciseDay(
      earliest: maybe { _ in min(one, two) }, latest: maybe { _ in max(one, two) })!
  }

  mutating func decimal() -> Decimal {
    Decimal(
      digits: Int64.random(in: -999_999_999_999...999_999_999_999, using: &self),
      scale: Int.random(in: 0...18, using: &self))
  }

  mutating func place() -> Placement {
    [.notStated, .top, .under(id())].randomElement(using: &self)!
  }

  mutating func citation() -> Citation {
    Citation(
      instrument: maybe { $0.id() }, lines: maybe { $0.text() }, article: maybe { $0.text() },
      page: maybe { $0.text() }, quote: maybe { $0.text() })
  }

  mutating func mention() -> FunctionMention {
    FunctionMention(
      id(), name: maybe { $0.text() }, scope: maybe { $0.id() }, parent: maybe { $0.id() })
  }

  mutating func policy<Of>() -> Policy<Identifier<Of>> {
    switch Int.random(in: 0...2, using: &self) {
    case 0: .unstated
    case 1: .follow
    default:
      .entries(
        some { random in
          .init(
            random.id(),
            [.unit(random.id()), .ends, .notStated].randomElement(using: &random)!)
        }.sorted { $0.key < $1.key })
    }
  }
}

extension Record {
  static func random(using random: inout SeededGenerator) -> Record {
    Record(
      position: random.position(), recordedAt: SystemTime(rawValue: Int64(random.position() >> 1)),
      recordedBy: random.text(), body: Body.random(using: &random))
  }
}

extension Record.Body {
  static func random(using random: inout SeededGenerator) -> Record.Body {
    switch Int.random(in: 0...9, using: &random) {
    case 0: .instrument(Instrument.random(using: &random))
    case 1: .act(ActHeader(Act.random(depth: 0, using: &random)))
    case 2: .claim(Claim.random(using: &random))
    case 3:
      .conflict(
        Conflict(
          id: random.id(), instrument: random.id(), between: random.some { $0.text() },
          note: random.maybe { $0.text() }))
    case 4:
      .coverage(
        Coverage(
          instrument: random.id(), kinds: random.some { $0.text() },
          under: random.maybe { $0.id() },
          from: random.day(), to: random.maybe { $0.day() },
          citations: random.some { $0.citation() }, note: random.maybe { $0.text() }))
    default:
      .event(
        EventRecord(
          event: Event.random(depth: 2, using: &random), act: random.position(),
          status: random.pick(Status.self), order: Int.random(in: -300...300, using: &random),
          slot: random.maybe { $0.position() },
          retracts: random.some { $0.position() }.sorted()))
    }
  }
}

extension Instrument {
  static func random(using random: inout SeededGenerator) -> Instrument {
    Instrument(
      id: random.id(), number: random.maybe { $0.text() }, kind: random.maybe { $0.text() },
      issuer: random.maybe { $0.text() }, title: random.maybe { $0.text() },
      issuedOn: random.maybe { $0.days() }, inForceOn: random.maybe { $0.days() },
      relations: random.some { random in
        InstrumentRelation(
          relation: random.pick(InstrumentRelation.Kind.self), instrument: random.id())
      },
      source: random.maybe { random in
        Source(
          file: random.maybe { $0.text() }, sha256: random.maybe { $0.text() },
          url: random.maybe { $0.text() })
      },
      note: random.maybe { $0.text() })
  }
}

extension Act {
  static func random(depth: Int, using random: inout SeededGenerator) -> Act {
    var act = Act(
      id: random.id(), status: random.pick(Status.self), effectiveOn: random.maybe { $0.days() },
      order: Int.random(in: -300...300, using: &random), instrument: random.id(),
      orderedBy: random.some { $0.id() }, enacts: random.some { $0.id() },
      plannedUntil: random.maybe { $0.day() }, note: random.maybe { $0.text() },
      events: depth > 0 ? random.some { Event.random(depth: depth - 1, using: &$0) } : [])
    act.stated = Act.Stated(rawValue: UInt8.random(in: 0...3, using: &random))
    return act
  }
}

extension Claim {
  static func random(using random: inout SeededGenerator) -> Claim {
    let measures: [Measure] = [
      .count(
        kinds: random.some { $0.text() }, under: random.maybe { $0.id() },
        level: random.pick(Level.self)),
      .change(
        kinds: random.some { $0.text() }, under: random.maybe { $0.id() }, from: random.days(),
        to: random.days()),
      .quota(scheme: random.text(), under: random.maybe { $0.id() }),
      .figure(what: random.text(), unit: random.maybe { $0.text() }),
    ]
    return Claim(
      id: random.id(), instrument: random.id(), asOf: random.maybe { $0.days() },
      measure: measures.randomElement(using: &random)!, value: random.maybe { $0.decimal() },
      comparator: random.pick(Comparator.self), base: random.maybe { $0.decimal() },
      percent: random.maybe { $0.decimal() }, parts: random.some { $0.id() },
      includes: random.maybe { $0.text() }, excludes: random.maybe { $0.text() },
      citations: random.some { $0.citation() }, note: random.maybe { $0.text() })
  }
}

extension Event {
  static func random(depth: Int, using random: inout SeededGenerator) -> Event {
    Event(
      id: random.id(), type: random.pick(EventType.self), effectiveOn: random.maybe { $0.days() },
      ends: random.some { $0.id() }, persists: random.some { $0.id() },
      born: random.some { random in
        Birth(
          id: random.id(), name: Name(random.text(), short: random.maybe { $0.text() }),
          kind: random.text(), parent: random.place(),
          codes: random.some { Code(scheme: $0.text(), value: $0.text()) },
          functions: random.some { $0.mention() }, restores: random.some { $0.id() },
          collective: Bool.random(using: &random), members: random.maybe { Int($0.next() >> 50) })
      },
      details: Details.random(depth: depth, using: &random), term: random.maybe { $0.text() },
      citations: random.some { $0.citation() }, certainty: random.pick(Certainty.self),
      alternatives: random.some { random in
        Alternative(
          key: random.text(), value: random.text(), citations: random.some { $0.citation() })
      },
      note: random.maybe { $0.text() })
  }
}

extension Event.Details {
  static func random(depth: Int, using random: inout SeededGenerator) -> Event.Details {
    var details = Event.Details()
    details.name = random.maybe { $0.text() }
    details.shortName = random.maybe { $0.text() }
    details.kind = random.maybe { $0.text() }
    details.parent = random.maybe { $0.place() }
    details.role = random.maybe { $0.text() }
    details.mode = random.maybe { $0.text() }
    details.reason = random.maybe { $0.text() }
    details.description = random.maybe { $0.text() }
    details.functions = random.some { $0.mention() }
    details.from = random.maybe { $0.id() }
    details.to = random.maybe { $0.id() }
    details.links = random.some { Link(from: $0.id(), to: $0.id()) }
    details.shares = random.some { random in
      Share(
        from: random.id(), to: random.id(), share: random.maybe { $0.decimal() },
        amount: random.maybe { $0.decimal() }, unit: random.maybe { $0.text() },
        basis: random.pick(Share.Basis.self), note: random.maybe { $0.text() })
    }
    details.scheme = random.maybe { $0.text() }
    details.value = random.maybe { $0.text() }
    details.period = random.maybe { $0.text() }
    details.posts = random.some { Post(unit: $0.id(), title: $0.text()) }
    details.about = random.some { $0.id() }
    details.children = random.policy()
    details.heldFunctions = random.policy()
    details.target = random.maybe { $0.text() }
    details.targets = random.some { $0.text() }
    details.replacement = depth > 0 ? random.maybe { $0.replacement(depth: depth) } : nil
    details.ids = random.some { $0.id() }
    details.canonical = random.maybe { $0.id() }
    return details
  }
}

extension SeededGenerator {
  mutating func replacement(depth: Int) -> Replacement {
    switch Int.random(in: 0...3, using: &self) {
    case 0: .event(.random(depth: depth - 1, using: &self))
    case 1: .act(.random(depth: depth - 1, using: &self))
    case 2: .instrument(.random(using: &self))
    default: .claim(.random(using: &self))
    }
  }
}
