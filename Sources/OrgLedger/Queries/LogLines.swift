/// Which records a log shows; what is not said does not matter.
public struct LogFilter: Hashable, Sendable {
  /// Events that mention the unit by any of its ids, and those that take such back.
  public var unit: UnitID?
  /// Events of the type.
  public var type: EventType?
  /// The text itself, and what it states or orders.
  public var instrument: InstrumentID?
  /// The first and the last position.
  public var from: UInt64?
  /// The last position.
  public var to: UInt64?

  /// A filter; without arguments it takes every record.
  public init(
    unit: UnitID? = nil, type: EventType? = nil, instrument: InstrumentID? = nil,
    from: UInt64? = nil, to: UInt64? = nil
  ) {
    self.unit = unit
    self.type = type
    self.instrument = instrument
    self.from = from
    self.to = to
  }
}

extension Sequence where Element == Record {
  /// The records as lines, in order of position, those taken back by later ones too.
  ///
  /// Hashes of leaves are the store's to fill in.
  ///
  /// - Precondition: The records come in log order, and hold the acts of their events.
  /// - Complexity: O(*n*); memory is taken for the acts and for the lines.
  public func logLines(
    _ filter: LogFilter = LogFilter(), offsetMinutes: Int = 0
  ) -> [LogLine] {
    var acts: [UInt64: ActHeader] = [:]
    var lines: [LogLine] = []
    var concerned: Set<UInt64> = []
    let units = filter.unit.map { Set(identities.members(of: $0)) }
    for record in self {
      if let units, case .event(let event) = record.body,
        event.event.concerns(units) || event.retracts.contains(where: concerned.contains)
      {
        concerned.insert(record.position)
      }
      if case .act(let act) = record.body { acts[record.position] = act }
      guard filter.from.map({ $0 <= record.position }) ?? true else { continue }
      if let to = filter.to, record.position > to { break }
      let act: ActHeader? =
        switch record.body {
        case .act(let act): act
        case .event(let event): acts[event.act]
        default: nil
        }
      guard filter.passes(record, act, concerned) else { continue }
      lines.append(LogLine(record, act, offsetMinutes))
    }
    return lines
  }
}

extension Sequence where Element == Record {
  /// Which ids of units are read as which, for who knows all of the records.
  private var identities: Identities {
    var acts: [UInt64: ActHeader] = [:]
    var facts: [Fact] = []
    for record in visible(at: .distantFuture) {
      if case .act(let act) = record.body { acts[record.position] = act }
      guard case .event(let event) = record.body, event.event.type == .identified,
        let act = acts[event.act]
      else { continue }
      facts.append(Fact(event, in: act, at: event.act, of: record))
    }
    return Identities(facts)
  }
}

extension LogFilter {
  fileprivate func passes(
    _ record: Record, _ act: ActHeader?, _ concerned: Set<UInt64>
  ) -> Bool {
    if let instrument, !record.texts(act).contains(instrument) { return false }
    guard unit != nil || type != nil else { return true }
    guard case .event(let event) = record.body else { return false }
    return (type.map { $0 == event.event.type } ?? true)
      && (unit == nil || concerned.contains(record.position))
  }
}

extension Event {
  /// Whether it mentions one of some units in any part, a parent's included.
  fileprivate func concerns(_ units: Set<UnitID>) -> Bool {
    mentions.contains {
      switch $0 {
      case .unit(let unit), .parent(let unit): units.contains(unit)
      default: false
      }
    }
  }
}

extension Record {
  /// The document that states it, where it has one.
  fileprivate func instrument(_ act: ActHeader?) -> InstrumentID? {
    switch body {
    case .instrument(let instrument): instrument.id
    case .act, .event: act?.instrument
    case .claim(let claim): claim.instrument
    case .conflict(let conflict): conflict.instrument
    case .coverage(let coverage): coverage.instrument
    }
  }

  /// The texts that state or order it.
  fileprivate func texts(_ act: ActHeader?) -> [InstrumentID] {
    (instrument(act).map { [$0] } ?? []) + (act?.orderedBy ?? [])
  }
}

extension LogLine {
  fileprivate init(_ record: Record, _ act: ActHeader?, _ offsetMinutes: Int) {
    var (event, slot): (Event?, UInt64?) = (nil, nil)
    if case .event(let record) = record.body { (event, slot) = (record.event, record.slot) }
    self.init(
      position: record.position,
      recordedAt: Timestamp(record.recordedAt, offsetMinutes: offsetMinutes),
      recordedBy: record.recordedBy, kind: record.body.kind, id: record.body.id,
      act: event == nil ? nil : act?.id, type: event?.type,
      effectiveOn: event == nil ? act?.effectiveOn : event?.effectiveOn, order: act?.order,
      instrument: record.instrument(act), retracts: record.retracts.isEmpty ? nil : record.retracts,
      slot: slot, leaf: nil)
  }
}
