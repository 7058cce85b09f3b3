@testable import OrgLedger

/// A repeatable sequence of numbers (SplitMix64), so that a failing case can be met again.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func one<Element>(of choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &self)]
  }
}

/// Makes documents of the right form, with texts that are awkward to write.
struct AnyDocument {
  var chance: Chance
  private var number = 0
  let own: InstrumentID = "this/text"

  init(seed: UInt64) { chance = Chance(seed) }

  static let awkward = [
    "Sở Tài chính", "05971", "no", "null", "~", "", " leading", "trailing ", "a: b", "a #b", "#a",
    "\"", "'", "\"'\\", "line\nbreak", "tab\tand\r\nreturn", "- dash", "? x", "[a]", "{a: b}", "*a",
    "&a", "!a", "%a", "@a", "`a", "|", ">", "1e3", "0x1F", "1_000", "2025-03-01", "12:30", "true",
    "Yes", ".inf", "...", "---", "=", "<<", "a,b", "km²", "\u{0}\u{7}\u{1B}\u{7F}",
    "\u{85}\u{2028}",
    "a\u{FEFF}", "\u{FFFF}", "👩‍👩‍👧", "a:", ":a", "unknown", "follow", "a\\nb", "\u{A0}x\u{A0}",
  ]

  mutating func text() -> String { chance.one(of: Self.awkward) }

  /// A text where something must be said.
  mutating func filled() -> String { chance.one(of: Self.awkward.filter { !$0.isEmpty }) }

  mutating func unit() -> UnitID {
    UnitID(chance.one(of: ["a", "0", "no", "05971", "null", "ubnd-tinh", "x/y.z_1", "1e3", "y"]))
  }

  mutating func id<Of>() -> Identifier<Of> {
    Identifier(chance.one(of: ["x", "04/NQ-HĐND", "a#1", "a: b", "no", "1", "~", "\"q\"", "#"]))
  }

  mutating func anyID() -> String {
    let id: InstrumentID = id()
    return id.text
  }

  mutating func fresh<Of>() -> Identifier<Of> {
    number += 1
    return Identifier(chance.one(of: ["id ", "0", "#", "vn/"]) + String(number))
  }

  mutating func day() -> Day {
    Day(rawValue: Int32.random(in: -700_000...2_900_000, using: &chance))
  }

  mutating func impreciseDay() -> ImpreciseDay {
    let (first, second) = (day(), day())
    return chance.one(of: [
      ImpreciseDay(first), ImpreciseDay(earliest: nil, latest: first) ?? .notStated,
      ImpreciseDay(earliest: min(first, second), latest: max(first, second)) ?? .notStated,
      ImpreciseDay(earliest: first, latest: nil) ?? .notStated, .notStated,
    ])
  }

  mutating func decimal() -> Decimal {
    Decimal(
      digits: Int64.random(in: -999_999...999_999, using: &chance),
      scale: Int.random(in: 0...9, using: &chance))
  }

  mutating func optional<Value>(_ make: (inout AnyDocument) -> Value) -> Value? {
    Bool.random(using: &chance) ? make(&self) : nil
  }

  mutating func some<Value>(atLeast least: Int = 0, _ make: (inout AnyDocument) -> Value)
    -> [Value]
  {
    (0..<Int.random(in: least...least + 2, using: &chance)).map { _ in make(&self) }
  }

  mutating func instrument(_ id: InstrumentID) -> Instrument {
    Instrument(
      id: id, number: optional { $0.text() }, kind: optional { $0.text() },
      issuer: optional { $0.text() }, title: optional { $0.text() },
      issuedOn: optional { $0.impreciseDay() }, inForceOn: optional { $0.impreciseDay() },
      relations: some {
        InstrumentRelation(
          relation: $0.chance.one(of: InstrumentRelation.Kind.allCases), instrument: $0.id())
      },
      source: optional {
        Source(
          file: $0.optional { $0.text() }, sha256: $0.optional { $0.text() },
          url: $0.optional { $0.text() })
      },
      note: optional { $0.text() })
  }

  mutating func citation() -> Citation {
    Citation(
      instrument: optional { $0.id() }, lines: optional { $0.text() },
      article: optional { $0.text() }, page: optional { $0.text() }, quote: optional { $0.text() })
  }

  mutating func claim(_ id: ClaimID) -> Claim {
    let measures: [Claim.Measure] = [
      .count(
        kinds: some(atLeast: 1) { $0.filled() }, under: optional { $0.unit() },
        level: chance.one(of: Claim.Level.allCases)),
      .change(
        kinds: some(atLeast: 1) { $0.filled() }, under: optional { $0.unit() },
        from: impreciseDay(), to: impreciseDay()),
      .quota(scheme: "no", under: optional { $0.unit() }),
      .figure(what: filled(), unit: optional { $0.text() }),
    ]
    return Claim(
      id: id, instrument: own, asOf: optional { $0.impreciseDay() },
      measure: chance.one(of: measures), value: optional { $0.decimal() },
      comparator: chance.one(of: Claim.Comparator.allCases), base: optional { $0.decimal() },
      percent: optional { $0.decimal() }, parts: some { $0.id() },
      includes: optional { $0.text() }, excludes: optional { $0.text() },
      citations: some { $0.citation() }, note: optional { $0.text() })
  }

  mutating func document() -> Document {
    Document(
      instrument: instrument(own), instruments: some { $0.instrument($0.fresh()) },
      acts: some { $0.act($0.fresh()) }, claims: some { $0.claim($0.fresh()) },
      conflicts: some {
        Conflict(
          id: $0.fresh(), instrument: $0.own, between: $0.some(atLeast: 1) { $0.anyID() },
          note: $0.optional { $0.text() })
      },
      coverage: some {
        Coverage(
          instrument: $0.own, kinds: $0.some(atLeast: 1) { $0.filled() },
          under: $0.optional { $0.unit() }, from: $0.day(), to: $0.optional { $0.day() },
          citations: $0.some { $0.citation() }, note: $0.optional { $0.text() })
      })
  }

  mutating func act(_ id: ActID, depth: Int = 0) -> Act {
    let day = chance.one(of: [nil, impreciseDay()])
    var act = Act(
      id: id, status: chance.one(of: Status.allCases), effectiveOn: day,
      order: Int.random(in: -2...2, using: &chance), instrument: own,
      orderedBy: chance.one(of: [nil, [], [own], some { $0.id() }]), enacts: some { $0.id() },
      plannedUntil: optional { $0.day() }, note: optional { $0.text() }, events: [])
    act.events = some { $0.event($0.chance.one(of: EventType.allCases), depth: depth) }
    for index in act.events.indices {
      if Bool.random(using: &chance) || depth > 0 {
        act.events[index].id = Act.eventID(id, index + 1)
      } else {
        act.events[index].id = fresh()
      }
      if act.events[index].effectiveOn == nil { act.events[index].effectiveOn = day }
      if day == nil, act.status == .enacted, act.events[index].effectiveOn == nil {
        act.events[index].effectiveOn = impreciseDay()
      }
      act.events[index].adoptReplacement()
    }
    return act
  }
}

extension AnyDocument {
  /// An event of a type with every key that the type takes, those required always.
  mutating func event(_ type: EventType, depth: Int = 0) -> Event {
    let specification = type.specification
    var event = Event(
      type: type, effectiveOn: optional { $0.impreciseDay() }, term: optional { $0.text() },
      citations: some { $0.citation() }, certainty: chance.one(of: Certainty.allCases),
      alternatives: some {
        Alternative(key: $0.text(), value: $0.text(), citations: $0.some { $0.citation() })
      }, note: optional { $0.text() })
    event.ends = participants(specification.ends) { $0.unit() }
    event.persists = participants(specification.persists) { $0.unit() }
    event.born = participants(specification.born) { $0.birth(type) }
    for key in specification.required { fill(key, of: &event, depth: depth) }
    for key in specification.optional where Bool.random(using: &chance) {
      fill(key, of: &event, depth: depth)
    }
    return event
  }

  private mutating func participants<Value>(
    _ count: EventSpecification.Count, _ make: (inout AnyDocument) -> Value
  ) -> [Value] {
    let number = Int.random(in: count.least...(count.most ?? count.least + 2), using: &chance)
    return (0..<number).map { _ in make(&self) }
  }

  private mutating func birth(_ type: EventType) -> Birth {
    Birth(
      id: unit(), name: Name(filled(), short: optional { $0.text() }), kind: filled(),
      parent: placement(),
      codes: chance.one(of: [
        [], [Code(scheme: "no", value: filled())],
        [
          Code(scheme: "a: b", value: filled()), Code(scheme: "05", value: "05971"),
        ],
      ]),
      functions: some { $0.function() },
      restores: some(atLeast: type.mustRestore ? 1 : 0) { $0.unit() },
      collective: Bool.random(using: &chance), members: optional { _ in 11 })
  }

  private mutating func placement() -> Placement {
    chance.one(of: [.top, .notStated, .under(unit())])
  }

  private mutating func function() -> FunctionMention {
    FunctionMention(
      id(), name: optional { $0.filled() }, scope: optional { $0.unit() },
      parent: optional { $0.id() })
  }

  private mutating func destination() -> Destination {
    chance.one(of: [.ends, .notStated, .unit(unit())])
  }

  private mutating func policy<Key>(
    _ type: EventType, _ key: (inout AnyDocument) -> Key
  ) -> Policy<Key> {
    var map: [Key: Destination] = [:]
    for _ in 0..<3 { map[key(&self)] = destination() }
    let other: Policy<Key> = type.specification.follows ? .unstated : .follow
    return chance.one(of: [other, .map(map), .entries([])])
  }

  private mutating func fill(_ key: EventKey, of event: inout Event, depth: Int) {
    let type = event.type
    func word(_ chance: inout Chance) -> String? {
      type.choices(of: key).map { chance.one(of: $0) }
    }
    switch key {
    case .name: event.details.name = filled()
    case .shortName: event.details.shortName = text()
    case .kind: event.details.kind = filled()
    case .parent:
      event.details.parent = type == .reparented ? placement() : .under(unit())
    case .role:
      let role = word(&chance) ?? filled()
      event.details.role = type == .functionAssigned && role == "leads" ? nil : role
    case .mode: event.details.mode = word(&chance)
    case .reason: event.details.reason = word(&chance) ?? filled()
    case .description: event.details.description = filled()
    case .functions: event.details.functions = some(atLeast: 1) { $0.function() }
    case .from: event.details.from = unit()
    case .to: event.details.to = unit()
    case .links: event.details.links = some(atLeast: 1) { Link(from: $0.unit(), to: $0.unit()) }
    case .shares:
      event.details.shares = some {
        Share(
          from: $0.unit(), to: $0.unit(), share: $0.optional { $0.decimal() },
          amount: $0.optional { $0.decimal() }, unit: $0.optional { $0.text() },
          basis: $0.chance.one(of: Share.Basis.allCases), note: $0.optional { $0.text() })
      }
    case .scheme: event.details.scheme = "05: no"
    case .value: event.details.value = filled()
    case .period: event.details.period = text()
    case .posts:
      event.details.posts = some(atLeast: 1) { Post(unit: $0.unit(), title: $0.filled()) }
    case .about: event.details.about = some { $0.unit() }
    case .children: event.details.children = policy(type) { $0.unit() }
    case .heldFunctions: event.details.heldFunctions = policy(type) { $0.id() }
    case .target: event.details.target = "some: target"
    case .targets: event.details.targets = some(atLeast: 1) { $0.anyID() }
    case .ids: event.details.ids = some(atLeast: 1) { $0.unit() }
    case .canonical: event.details.canonical = unit()
    case .replacement:
      guard depth < 2 else { return }
      event.details.replacement = chance.one(of: [
        nil, .event(self.event(chance.one(of: EventType.allCases), depth: depth + 1)),
        .act(act("replaced", depth: depth + 1)), .instrument(instrument("replaced")),
        .claim(claim("replaced")),
      ])
    }
  }
}

extension Event {
  /// Gives a replacement the id of the event, as reading it would.
  mutating func adoptReplacement() {
    switch details.replacement {
    case nil: break
    case .instrument(var instrument):
      instrument.id = InstrumentID(id.text)
      details.replacement = .instrument(instrument)
    case .claim(var claim):
      claim.id = ClaimID(id.text)
      details.replacement = .claim(claim)
    case .event(var event):
      event.id = id
      event.adoptReplacement()
      details.replacement = .event(event)
    case .act(var act):
      act.id = ActID(id.text)
      for index in act.events.indices {
        act.events[index].id = Act.eventID(act.id, index + 1)
        act.events[index].adoptReplacement()
      }
      // What is the default is stated now and then, told by its length.
      if act.orderedBy == [act.instrument], act.events.count > 1 { act.stated.insert(.orderedBy) }
      if act.order == 0, act.events.count > 1 { act.stated.insert(.order) }
      details.replacement = .act(act)
    }
  }
}
