import LMDB

extension LMDBStore {
  public func history(
    of scope: Scope, at known: Known, textsUntil: Day?
  ) throws(StoreError) -> History? {
    guard tables.lines != nil, scope != .everything else { return nil }
    let layout = LMDBLayout(tables: tables, read: ReadFacts())
    return try environment.read { transaction throws(StoreError) -> History? in
      guard try transaction.isCurrent(tables, asked) else { return nil }
      let head = try transaction.head(at: known, tables)
      var stated = StatedTexts(until: textsUntil)
      let marks = try transaction.counting(
        try transaction.facts(mentioning: .reading, asKnownAt: head.position, layout), &stated,
        asKnownAt: head.position, layout)
      let identities = Identities(marks)
      let scope = scope.reading(identities)
      let limit = readingLimit(of: head)
      let counting = try scope.facts(
        reading: { mention throws(StoreError) in
          var found: [Fact] = []
          for spelled in identities.spelled(mention) {
            found += try transaction.facts(mentioning: spelled, asKnownAt: head.position, layout)
          }
          found = try transaction.counting(found, &stated, asKnownAt: head.position, layout)
          return identities.read(found)
        },
        beginningWith: { beginning throws(StoreError) -> [Fact]? in
          guard
            let all = try transaction.facts(
              beginning, atMost: limit, asKnownAt: head.position, layout)
          else { return nil }
          return identities.read(
            try transaction.counting(all, &stated, asKnownAt: head.position, layout))
        }, atMost: limit)
      guard var facts = counting else { return nil }
      // What says how others are read belongs to each of them.
      let known = Set(facts.map(\.position))
      facts += marks.filter { !known.contains($0.position) }
      var corrections = try transaction.corrections(
        of: scope.units.flatMap { identities.members(of: $0) }, among: facts,
        asKnownAt: head.position, layout)
      if scope == .plans {
        for plan in Set(facts.flatMap(\.act.enacts)) {
          corrections.actsReplaced[plan] = try transaction.replacing(
            plan, asKnownAt: head.position, layout)
        }
      }
      var headers = facts.map(\.act)
      if case .acts(let acts, _) = scope {
        for id in acts {
          guard let act = try transaction.act(id, asKnownAt: head.position, layout)?.header,
            try transaction.counts(act.instrument, &stated, asKnownAt: head.position, layout)
          else { continue }
          headers.append(act)
          if act.id != id { corrections.actsReplaced[id] = act.id }
        }
      }
      var instruments: [Instrument] = []
      let told = facts + corrections.takenBack.map(\.fact)
      for id in Set(told.flatMap(\.instrumentsNamed)).sorted() {
        guard let text = try transaction.instrument(id, layout, asKnownAt: head.position),
          textsUntil.map(text.isIssued) ?? true
        else { continue }
        instruments.append(text)
      }
      // Coverage speaks of the whole ledger, and not of what some texts state.
      let coverage =
        textsUntil == nil ? try transaction.coverage(tables, through: head.position) : []
      return History(
        facts: facts, instruments: instruments, acts: headers, coverage: coverage,
        offsetMinutes: identity.offsetMinutes, head: head, corrections: corrections,
        textsUntil: textsUntil, undatedTexts: stated.undated)
    }
  }
}

extension LMDBStore {
  /// How many facts are found one by one before all are better read in turn.
  ///
  /// What is found so is read with all that its units went through, while a scan reads each record
  /// once.
  func readingLimit(of head: Head) -> Int { 16 + Int(head.position / 8) }
}

extension Transaction where Failure == StoreError {
  /// The facts that the texts state that count.
  fileprivate func counting(
    _ facts: [Fact], _ stated: inout StatedTexts, asKnownAt known: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) -> [Fact] {
    guard stated.day != nil else { return facts }
    var found: [Fact] = []
    for fact in facts where try counts(fact.act.instrument, &stated, asKnownAt: known, layout) {
      found.append(fact)
    }
    return found
  }

  /// Whether what a text states counts.
  fileprivate func counts(
    _ text: InstrumentID, _ stated: inout StatedTexts, asKnownAt known: UInt64,
    _ layout: LMDBLayout
  ) throws(StoreError) -> Bool {
    try stated.count(text) { id throws(StoreError) in
      try instrument(id, layout, asKnownAt: known)
    }
  }

  /// The visible facts with which a scope begins; `nil`: they are more than are worth being found one
  /// by one.
  fileprivate func facts(
    _ beginning: Scope.Beginning, atMost limit: Int, asKnownAt known: UInt64,
    _ layout: LMDBLayout
  ) throws(StoreError) -> [Fact]? {
    switch beginning {
    case .placedOn(let days):
      return try facts(placedOn: days, atMost: limit, asKnownAt: known, layout)
    case .ofPlans: return try factsOfPlans(atMost: limit, asKnownAt: known, layout)
    case .ofActs(let acts):
      var found: [Fact] = []
      for id in acts.sorted() { found += try act(id, asKnownAt: known, layout)?.facts ?? [] }
      return found
    }
  }

  /// An act, or what replaced it, with its facts; `nil`: it does not count.
  fileprivate func act(
    _ id: ActID, asKnownAt known: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) -> (header: ActHeader, facts: [Fact])? {
    guard id.isStorable else { return nil }
    // A correction may bear the id too, whatever it is about.
    var positions: Set<UInt64> = []
    for first in [try position(of: .act, id: id.text, layout), try named(id.text, .act, layout)] {
      if let first, !positions.contains(first) {
        positions.formUnion(try everything(at: first, layout))
      }
    }
    var header: ActHeader?
    var facts: [Fact] = []
    for position in positions.sorted() where try isVisible(position, asKnownAt: known, layout) {
      if case .act(let act) = try record(at: position, layout).body { header = act }
      if let fact = try fact(at: position, layout) { facts.append(fact) }
    }
    return header.map { ($0, facts) }
  }

  private func facts(
    placedOn days: ClosedRange<Day>, atMost limit: Int, asKnownAt known: UInt64,
    _ layout: LMDBLayout
  ) throws(StoreError) -> [Fact]? {
    let positions = try positions(
      from: days.lowerBound, through: days.upperBound, atMost: limit, layout.tables)
    guard positions.count <= limit else { return nil }
    var found: [UInt64: Fact] = [:]
    var queue = positions
    while let position = queue.popLast() {
      guard position <= known, found[position] == nil,
        try isVisible(position, asKnownAt: known, layout),
        var fact = try recordedFact(at: position, layout)
      else { continue }
      if fact.event.type.isSuspension {
        // What it is about may have been replaced since it was recorded.
        fact = try self.fact(at: position, layout) ?? fact
        queue += fact.targets
      }
      found[position] = fact
    }
    return found.values.sorted { $0.position < $1.position }
  }

  /// - Complexity: O(*n*) in the number of records, of which the headers are looked at.
  private func factsOfPlans(
    atMost limit: Int, asKnownAt known: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) -> [Fact]? {
    var acts: Set<UInt64> = []
    var events: [UInt64] = []
    try forEach(in: layout.tables.log) { key, value throws(StoreError) in
      let header = try RecordHeader(
        stored: value, at: key.bigEndian(at: 0, as: UInt64.self) ?? 0)
      guard header.position <= known, events.count <= limit else { return .stop }
      if header.concernsPlans { acts.insert(header.position) }
      if header.kind == .event, let act = header.act, acts.contains(act) {
        events.append(header.position)
      }
      return .continue
    }
    guard events.count <= limit else { return nil }
    var found: [Fact] = []
    for position in events where try isVisible(position, asKnownAt: known, layout) {
      if let fact = try fact(at: position, layout) { found.append(fact) }
    }
    return found
  }

  /// What is said to be complete, as recorded by a position, in log order.
  fileprivate func coverage(
    _ tables: Tables, through last: UInt64
  ) throws(StoreError) -> [Coverage] {
    var found: [Coverage] = []
    for position in try positions(of: .coverage, tables) where position <= last {
      if case .coverage(let stated) = try record(at: position, tables).body { found.append(stated) }
    }
    return found
  }

  /// What took back the facts that once mentioned some units, and what the facts that count stand
  /// in place of.
  fileprivate func corrections(
    of units: [UnitID], among facts: [Fact], asKnownAt known: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) -> Corrections {
    guard try hasRetractions(layout) else { return Corrections() }
    var taken: [Corrections.TakenBack] = []
    var seen: Set<UInt64> = []
    for unit in units {
      for fact in try recordedFacts(mentioning: .unit(unit), layout)
      where fact.position <= known && !fact.event.type.isAboutTheRecord
        && seen.insert(fact.position).inserted
      {
        for later in try retractions(of: fact.position, layout)
        where try isVisible(later, asKnownAt: known, layout) {
          guard let by = try self.fact(at: later, layout) else { continue }
          taken.append(Corrections.TakenBack(fact: fact, by: by))
        }
      }
    }
    var origins: [UInt64: Corrections.Origin] = [:]
    for fact in facts where fact.slot != fact.position {
      // A replacement stands right behind its correction, or, of an act, behind the act's header.
      var position = fact.position - 1
      if try recordedFact(at: position, layout)?.event.details.replacement?.kind != .event {
        guard let event = try event(at: fact.position, layout) else { continue }
        position = event.act - 1
      }
      guard let correction = try recordedFact(at: position, layout) else { continue }
      origins[fact.position] = Corrections.Origin(correction)
    }
    return Corrections(takenBack: taken, origins: origins)
  }

  /// The act that stands in place of another one for who knows the log up to a position.
  fileprivate func replacing(
    _ act: ActID, asKnownAt known: UInt64, _ layout: LMDBLayout
  ) throws(StoreError) -> ActID? {
    guard act.isStorable else { return nil }
    var (next, last) = (try position(of: .act, id: act.text, layout), nil as ActID?)
    while let position = next {
      next = nil
      for later in try retractions(of: position, layout)
      where try isVisible(later, asKnownAt: known, layout) {
        guard let event = try event(at: later, layout)?.event,
          case .act = event.details.replacement
        else { continue }
        (next, last) = (later + 1, ActID(event.id.text))
      }
    }
    return last
  }

  /// A text as it counts for who knows the log up to a position.
  fileprivate func instrument(
    _ id: InstrumentID, _ layout: LMDBLayout, asKnownAt known: UInt64
  ) throws(StoreError) -> Instrument? {
    guard id.isStorable, let first = try named(id.text, .instrument, layout) else { return nil }
    for position in try chain(of: first, layout)
    where try isVisible(position, asKnownAt: known, layout) {
      if case .instrument(let text) = try record(at: position, layout).body { return text }
    }
    return nil
  }
}

extension Fact {
  /// The texts by which it is told.
  fileprivate var instrumentsNamed: [InstrumentID] {
    let citations = event.citations + event.alternatives.flatMap(\.citations)
    return [act.instrument] + act.orderedBy + citations.compactMap(\.instrument)
  }
}
