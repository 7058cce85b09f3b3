extension Ledger {
  /// Numbers about the ledger, for its upkeep.
  ///
  /// - Parameter day: On which living units are counted; without it, on the day of the last record.
  /// - Throws: What the store throws.
  /// - Complexity: O(*n* log *n*) in the number of records, whose bytes are all read.
  public func statistics(asOf day: Day? = nil) throws(StoreError) -> Statistics {
    let records = try records()
    var bytes = 0
    for record in records { bytes += try store.storedBytes(at: record.position)?.count ?? 0 }
    let offset = identity.offsetMinutes
    let history = History(records, offsetMinutes: offset)
    let last = records.last?.recordedAt
    let asked = day ?? (last ?? SystemTime(rawValue: 0)).day(offsetMinutes: offset)
    let effective = history.effectiveDays
    return Statistics(
      asOf: asked, origin: identity.origin, store: identity.id, format: identity.format,
      positions: records.last?.position ?? 0,
      firstRecordedAt: records.first.map { Timestamp($0.recordedAt, offsetMinutes: offset) },
      lastRecordedAt: last.map { Timestamp($0, offsetMinutes: offset) },
      records: Record.Kind.allCases.map { kind in
        Statistics.Number(name: kind.rawValue, count: records.count { $0.body.kind == kind })
      },
      takenBack: records.count - records.visible(at: .distantFuture).count,
      events: records.eventsByType, units: history.numberOfUnits(on: asked),
      functions: Set(history.facts.flatMap { $0.event.functionMentions.map(\.id) }).count,
      firstEffectiveOn: effective.min(), lastEffectiveOn: effective.max(), bytesOfRecords: bytes)
  }
}

extension [Record] {
  fileprivate var eventsByType: [Statistics.Number] {
    var counts: [EventType: Int] = [:]
    for case .event(let event) in map(\.body) { counts[event.event.type, default: 0] += 1 }
    return counts.map { Statistics.Number(name: $0.key.rawValue, count: $0.value) }.sorted {
      $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count
    }
  }
}

extension History {
  /// The ends of the days of all enacted events; open ends are left out.
  fileprivate var effectiveDays: [Day] {
    facts.lazy.filter { $0.act.status == .enacted && $0.isPlaced }.flatMap {
      [$0.effectiveOn.earliest, $0.effectiveOn.latest].compactMap { $0 }
    }
  }

  fileprivate func numberOfUnits(on day: Day) -> Statistics.Units {
    let always = folds(on: .distantFuture)
    var (named, collective): (Set<UnitID>, Set<UnitID>) = ([], [])
    for state in always.distinct.flatMap(\.units.values) {
      if state.collective { collective.insert(state.id) } else { named.insert(state.id) }
    }
    let living = folds(on: day).distinct.map { chart in
      Set(chart.units.values.lazy.filter { $0.end == nil && !$0.collective }.map(\.id))
    }
    let certain = living.dropFirst().reduce(living[0]) { $0.intersection($1) }
    return Statistics.Units(
      named: named.count, collective: collective.count, living: certain.count,
      possiblyLiving: Set(living.joined()).count)
  }
}
