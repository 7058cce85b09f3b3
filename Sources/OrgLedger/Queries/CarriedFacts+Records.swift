extension Sequence where Element == Record {
  /// The records that carry the facts of a list.
  ///
  /// A unit is carried by the event of its birth, a function by the first event in log order by
  /// which a unit holds it, or, if none does, that mentions it. A planned act carries only what no
  /// enacted one does. A record that a later one has taken back carries nothing.
  ///
  /// - Precondition: They come in log order, and hold the acts of their events.
  /// - Complexity: O(*n* + *k*) in the records and the lines of the list.
  public func carrying(_ list: FactList) -> CarriedFacts {
    let index = CarrierIndex(self)
    let facts = list.facts.map { fact in
      CarriedFact(
        kind: fact.kind, fact: fact.fact, records: fact.records.map { index.carrier(of: $0) })
    }
    var (order, counts): ([String], [String: (facts: Int, carried: Int)]) = ([], [:])
    for fact in facts {
      if counts[fact.kind] == nil { order.append(fact.kind) }
      counts[fact.kind, default: (0, 0)].facts += 1
      if fact.isCarried { counts[fact.kind, default: (0, 0)].carried += 1 }
    }
    return CarriedFacts(
      facts: facts,
      kinds: order.map {
        CarriedKind(
          kind: $0, facts: counts[$0, default: (0, 0)].facts,
          carried: counts[$0, default: (0, 0)].carried)
      })
  }
}

/// What each name of a list leads to.
private struct CarrierIndex {
  private struct Entry {
    var position: UInt64
    var event: EventID?
    var citations: [Citation]
    /// Of several events the one that says more of it carries it.
    var rank = Rank.held
  }

  private enum Rank: Int, Comparable {
    case plannedMention, planned, mentioned, held
    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  private struct Key: Hashable {
    let kind: ListedRecord.Kind
    let id: String
  }

  private var entries: [Key: Entry] = [:]
  private var takenBack: Set<Key> = []

  init(_ records: some Sequence<Record>) {
    let all = Array(records)
    let visible = all.visible(at: .distantFuture)
    var texts: [UInt64: (act: ActID, text: InstrumentID)] = [:]
    for record in visible {
      switch record.body {
      case .instrument(let text): add(.instrument, text.id.text, record, [])
      case .act(let act):
        texts[record.position] = (act.id, act.instrument)
        add(.act, act.id.text, record, [])
      case .claim(let claim):
        add(.claim, claim.id.text, record, located(claim.citations, claim.instrument))
      case .conflict(let conflict): add(.conflict, conflict.id.text, record, [])
      case .coverage: continue
      case .event(let event): add(event, record, texts[event.act])
      }
    }
    let kept = Set(visible.map(\.position))
    for record in all where !kept.contains(record.position) {
      guard case .event(let event) = record.body else { continue }
      takenBack.insert(Key(kind: .event, id: event.event.id.text))
      for birth in event.event.born { takenBack.insert(Key(kind: .unit, id: birth.id.text)) }
    }
  }

  private mutating func add(
    _ kind: ListedRecord.Kind, _ id: String, _ record: Record, _ citations: [Citation],
    _ event: EventID? = nil, _ rank: Rank = .held
  ) {
    let key = Key(kind: kind, id: id)
    if let known = entries[key], known.rank >= rank { return }
    entries[key] = Entry(
      position: record.position, event: event, citations: citations, rank: rank)
  }

  private mutating func add(
    _ stated: EventRecord, _ record: Record, _ act: (act: ActID, text: InstrumentID)?
  ) {
    let (event, isPlanned) = (stated.event, stated.status == .proposed)
    let citations = located(
      event.citations + event.alternatives.flatMap(\.citations), act?.text)
    add(.event, event.id.text, record, citations)
    if let act {
      entries[Key(kind: .act, id: act.act.text)]?.citations += citations
    }
    for birth in event.born {
      add(.unit, birth.id.text, record, citations, event.id, isPlanned ? .planned : .held)
    }
    let held = Set(
      event.effects.compactMap { effect -> FunctionID? in
        switch effect {
        case .functionHeld(let mention, by: _, _): mention.id
        case .functionReleased(let mention, by: _, to: .some): mention.id
        default: nil
        }
      })
    for function in Set(event.functionMentions.map(\.id)) {
      let rank: Rank =
        held.contains(function)
        ? (isPlanned ? .planned : .held) : isPlanned ? .plannedMention : .mentioned
      add(.function, function.text, record, citations, event.id, rank)
    }
  }

  private func located(_ citations: [Citation], _ text: InstrumentID?) -> [Citation] {
    citations.map { citation in
      var citation = citation
      citation.instrument = citation.instrument ?? text
      return citation
    }
  }

  func carrier(of listed: ListedRecord) -> Carrier {
    let key = Key(kind: listed.kind, id: listed.id)
    guard let entry = entries[key] else {
      return Carrier(
        kind: listed.kind, id: listed.id, state: takenBack.contains(key) ? .takenBack : .missing,
        citations: [])
    }
    return Carrier(
      kind: listed.kind, id: listed.id, state: entry.rank < .mentioned ? .planned : .recorded,
      position: entry.position,
      event: entry.event, citations: entry.citations)
  }
}
