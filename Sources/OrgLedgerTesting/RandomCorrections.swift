import OrgLedger

/// Acts about the record, out of a seed: corrections of events and acts, of what is suspended and of
/// corrections, of texts and claims, annulments of them and of annulments, suspensions, resumptions,
/// and ids of one body; many can be done after the records they are made for, some cannot.
public struct RandomCorrections {
  var random: SplitMix64
  private var number = 0
  /// What is recorded, and of it the events that count.
  private(set) var records: [Record] = []
  private var facts: [Fact] = []

  /// What every identifier begins with.
  private let world: String
  private let units: [UnitID]

  /// The corrections of a seed.
  ///
  /// - Parameter world: That of the acts, as ``RandomActs/init(seed:imprecise:mistaken:world:)``.
  public init(seed: UInt64, world: String = "") {
    random = SplitMix64(seed: seed)
    self.world = world
    units = RandomActs.units.map { UnitID(world + $0.text) }
  }

  /// An act about the record that may or may not be possible after records.
  ///
  /// - Precondition: The records are a log, in order.
  public mutating func next(after records: [Record]) -> Act {
    number += 1
    self.records = records
    let history = History(records)
    facts = history.facts
    let id = ActID("\(world)correction-\(number)")
    var events: [Event]
    switch random.number(0...24) {
    case 0...6: events = [corrected()]
    case 7: events = [correctedAct(random.pick(ofTheWorld)?.act)]
    case 8...11: events = [annulled()]
    case 12: events = [annulledWithWhatRestsOnIt()]
    case 13...15: events = [suspension(.suspended)]
    case 16...17: events = [suspension(.resumed)]
    case 18: events = identified()
    case 19...21: events = [correctedWhileSuspended()]
    case 22: events = [correctedText()]
    case 23: events = [correctedClaim()]
    default: events = [corrected(), annulled()]
    }
    for index in events.indices {
      events[index].id = Act.eventID(id, index + 1)
      guard case .act(var act) = events[index].details.replacement else { continue }
      act.id = ActID(events[index].id.text)
      for other in act.events.indices {
        act.events[other].id = Act.eventID(act.id, other + 1)
      }
      events[index].details.replacement = .act(act)
    }
    return Act(id: id, instrument: Given.instrument, events: events)
  }
}

extension RandomCorrections {
  private var ofTheWorld: [Fact] { facts.filter { !$0.event.type.isAboutTheRecord } }

  /// The id of an event: one that counts, mostly, else any.
  private mutating func target() -> String {
    let all = records.compactMap { record in
      if case .event(let event) = record.body { event.event.id.text } else { nil }
    }
    let standing = ofTheWorld.map(\.event.id.text)
    return random.pick(standing.isEmpty || random.chance(25) ? all : standing) ?? "nothing"
  }

  private func event(_ id: String) -> Event? {
    ofTheWorld.last { $0.event.id.text == id }?.event
  }

  private mutating func corrected() -> Event {
    let target = target()
    guard let event = event(target), !random.chance(15) else {
      return .corrected(target, by: random.chance(50) ? nil : .event(.noted("noted")))
    }
    return .corrected(target, by: .event(changed(event)))
  }

  private mutating func correctedAct(_ act: ActHeader?) -> Event {
    guard let act else { return annulled() }
    var events = ofTheWorld.filter { $0.act.id == act.id }.map { changed($0.event) }
    if events.count > 1, random.chance(30) { events.removeLast() }
    for index in events.indices where random.chance(50) { events[index].effectiveOn = nil }
    var new = act.act(with: events)
    if random.chance(30) { new.effectiveOn = day() }
    return .corrected(act.id.text, by: .act(new))
  }

  /// A correction of something that is suspended, or of its act; without such, a suspension.
  private mutating func correctedWhileSuspended() -> Event {
    var suspended: Set<UInt64> = []
    for fact in facts {
      if fact.event.type == .suspended { suspended.formUnion(fact.targets) }
      if fact.event.type == .resumed, random.chance(80) { suspended.subtract(fact.targets) }
    }
    guard let fact = random.pick(ofTheWorld.filter { suspended.contains($0.position) }) else {
      return suspension(.suspended)
    }
    if random.chance(30) { return correctedAct(fact.act) }
    return .corrected(fact.event.id.text, by: .event(changed(fact.event)))
  }

  /// An event as somebody might correct it.
  private mutating func changed(_ event: Event) -> Event {
    var event = event
    event.id = ""
    event.effectiveOn = random.chance(60) ? nil : day()
    switch random.number(0...5) {
    case 0:
      event.details.name = event.details.name.map { $0 + "′" }
      for index in event.born.indices { event.born[index].name.full += "′" }
    case 1:
      for index in event.born.indices { event.born[index].kind = "district" }
      if event.details.kind != nil { event.details.kind = "district" }
    case 2:
      if event.details.parent?.parent != nil { event.details.parent = .top }
      for index in event.born.indices where random.chance(50) { event.born[index].parent = .top }
    case 3 where !event.persists.isEmpty && event.type != .postsCombined:
      event.persists = [random.pick(units) ?? units[0]]
    case 4: event.note = "corrected"
    default: break
    }
    return event
  }

  private mutating func day() -> ImpreciseDay {
    ImpreciseDay(Day(rawValue: random.number(1...RandomActs.lastDay)))
  }

  /// An annulment of events, acts, corrections, annulments.
  private mutating func annulled() -> Event {
    let record = facts.filter(\.event.type.isAboutTheRecord).map(\.event.id.text)
    var targets: [String] = []
    for _ in 0...(random.chance(25) ? 1 : 0) {
      let target: String? =
        switch random.number(0...3) {
        case 0...1: random.pick(record)
        case 2: random.pick(facts)?.act.id.text
        default: nil
        }
      let named = target ?? self.target()
      if !targets.contains(named) { targets.append(named) }
    }
    return .annulled(targets)
  }

  /// An annulment that takes the events along that mention what begins in the annulled one.
  private mutating func annulledWithWhatRestsOnIt() -> Event {
    guard let first = random.pick(ofTheWorld.filter { $0.act.id.text != "\(world)act-1" }) else {
      return annulled()
    }
    var (gone, units) = ([first.event.id.text], Set(first.event.born.map(\.id)))
    for fact in ofTheWorld where fact !== first {
      let rests = fact.event.mentions.contains {
        switch $0 {
        case .unit(let unit), .parent(let unit): units.contains(unit)
        default: false
        }
      }
      guard rests else { continue }
      gone.append(fact.event.id.text)
      units.formUnion(fact.event.born.map(\.id))
    }
    return .annulled(gone)
  }

  /// A suspension or resumption: of what may cease for a time, or of what is still to come.
  private mutating func suspension(_ type: EventType) -> Event {
    let suspended = facts.filter { $0.event.type == .suspended }.flatMap(\.event.details.targets)
    let ceasing: [EventType] = [
      .functionAssigned, .functionTransferred, .functionEnded, .quotaSet, .postsCombined,
      .postsUncombined, .secondaryParentSet, .secondaryParentEnded,
    ]
    var target = target()
    if type == .resumed, let known = random.pick(suspended) {
      target = known
    } else if let fact = random.pick(ofTheWorld.filter { ceasing.contains($0.event.type) }),
      random.chance(70)
    {
      target = random.chance(85) ? fact.event.id.text : fact.act.id.text
    }
    var event = type == .resumed ? Event.resumed([target]) : .suspended([target])
    event.effectiveOn = day()
    if random.chance(10) {
      event.effectiveOn = ImpreciseDay(
        earliest: Day(rawValue: 3), latest: Day(rawValue: random.number(3...RandomActs.lastDay)))
    }
    return event
  }

  /// Two ids of one body, with the birth of one annulled, mostly.
  private mutating func identified() -> [Event] {
    let births = ofTheWorld.filter { $0.act.status == .enacted && $0.event.born.count == 1 }
    guard let other = random.pick(births), let id = other.event.born.first?.id,
      let named = random.pick(units)
    else { return [annulled()] }
    var events = [Event.identified([id, named], as: named)]
    if random.chance(80) { events.append(.annulled([other.event.id.text])) }
    return events
  }
}
