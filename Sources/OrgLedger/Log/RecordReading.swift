/// Finds records: as much of a log as it takes to tell what a correction is about.
///
/// The layout comes as an argument, since a borrowed transaction cannot be kept in a struct.
protocol RecordReading: ~Copyable {
  associatedtype Failure: Error
  /// Where things are kept.
  associatedtype Layout

  /// The last position.
  func lastPosition(_ layout: Layout) throws(Failure) -> UInt64
  /// Where something with an identifier was recorded first.
  func position(
    of kind: Record.Kind, id: String, _ layout: Layout
  ) throws(Failure) -> UInt64?
  /// Where everything of a kind that has identifiers was recorded first, ascending.
  func positions(of kind: Record.Kind, _ layout: Layout) throws(Failure) -> [UInt64]
  func record(at position: UInt64, _ layout: Layout) throws(Failure) -> Record
  /// The positions of the records that take back the one at a position, ascending.
  func retractions(of position: UInt64, _ layout: Layout) throws(Failure) -> [UInt64]
}

// What stands for what: a record and those that replace it.
extension RecordReading where Self: ~Copyable {
  /// Whether a record counts for who knows the log up to a position.
  func isVisible(
    _ position: UInt64, asKnownAt known: UInt64 = .max, _ layout: Layout
  ) throws(Failure) -> Bool {
    try OrgLedger.isVisible(position, asKnownAt: known) { position throws(Failure) in
      try retractions(of: position, layout)
    }
  }

  /// The record of an event.
  func event(at position: UInt64, _ layout: Layout) throws(Failure) -> EventRecord? {
    if case .event(let event) = try record(at: position, layout).body { event } else { nil }
  }

  /// A record with all that was recorded in its place, whether it still counts or not.
  func chain(of position: UInt64, _ layout: Layout) throws(Failure) -> [UInt64] {
    var chain = [position]
    let kind = try record(at: position, layout).body.kind
    for later in try retractions(of: position, layout)
    where try event(at: later, layout)?.event.details.replacement?.kind == kind {
      // A replacement stands right behind the event that gives it.
      chain += try self.chain(of: later + 1, layout)
    }
    return chain
  }

  /// The one of a record and its replacements that counts.
  func standing(
    _ position: UInt64, _ layout: Layout
  ) throws(Failure) -> UInt64? {
    for position in try chain(of: position, layout) where try isVisible(position, layout) {
      return position
    }
    return nil
  }

  /// The events that were recorded with an act's header.
  func ownEvents(ofActAt position: UInt64, _ layout: Layout) throws(Failure) -> [UInt64] {
    let (time, last) = (try record(at: position, layout).recordedAt, try lastPosition(layout))
    var events: [UInt64] = []
    var next = position + 1
    while next <= last {
      let record = try record(at: next, layout)
      // A new record time is a new submission.
      guard record.recordedAt == time else { break }
      if case .event(let event) = record.body, event.act == position { events.append(next) }
      next += 1
    }
    return events
  }

  /// All that a record stated and that was recorded in its place, down to what its corrections did.
  func everything(at position: UInt64, _ layout: Layout) throws(Failure) -> [UInt64] {
    var all: [UInt64] = []
    for position in try chain(of: position, layout) {
      all.append(position)
      switch try record(at: position, layout).body {
      case .act:
        for event in try ownEvents(ofActAt: position, layout) {
          all += try everything(at: event, layout)
        }
      case .event(let record) where record.event.details.replacement != nil:
        all += try everything(at: position + 1, layout)
      default: break
      }
    }
    return all
  }

  /// The records of which a suspension or resumption says when they take effect.
  ///
  /// What is not recorded is passed over, since this is read of what was judged.
  func suspended(by event: Event, _ layout: Layout) throws(Failure) -> Set<UInt64> {
    var targets: Set<UInt64> = []
    for target in event.details.targets {
      for kind in [Record.Kind.event, .act] {
        guard let named = try named(target, kind, layout) else { continue }
        targets.formUnion(try everything(at: named, layout))
      }
    }
    return targets
  }

  /// Where what an id names was recorded first; the id of a correction names its replacement.
  func named(
    _ id: String, _ kind: Record.Kind, _ layout: Layout
  ) throws(Failure) -> UInt64? {
    guard EventID(id).isStorable else { return nil }
    if let correction = try position(of: .event, id: id, layout),
      let replacement = try event(at: correction, layout)?.event.details.replacement
    {
      return replacement.kind == kind ? correction + 1 : nil
    }
    return try position(of: kind, id: id, layout)
  }

  /// The position of the act of an event, or of the first one, where acts replaced each other.
  func firstAct(of event: EventRecord, _ layout: Layout) throws(Failure) -> UInt64 {
    guard let slot = event.slot else { return event.act }
    return try self.event(at: slot, layout)?.act ?? event.act
  }

  /// An event as a fact; `nil` for other records.
  func fact(at position: UInt64, _ layout: Layout) throws(Failure) -> Fact? {
    let record = try record(at: position, layout)
    guard case .event(let event) = record.body,
      case .act(let act) = try self.record(at: event.act, layout).body
    else { return nil }
    let fact = Fact(
      event, in: act, at: try firstAct(of: event, layout), of: record)
    return event.event.type.isSuspension
      ? fact.with(targets: try suspended(by: event.event, layout)) : fact
  }
}

extension Replacement {
  /// The kind of record that it is.
  var kind: Record.Kind {
    switch self {
    case .event: .event
    case .act: .act
    case .instrument: .instrument
    case .claim: .claim
    }
  }
}

extension Fact {
  /// An event's record as a fact.
  ///
  /// - Parameter actPosition: That of its act, or of the first one, where acts replaced each other.
  convenience init(
    _ event: EventRecord, in act: ActHeader, at actPosition: UInt64, of record: Record
  ) {
    self.init(
      event: event.event, act: act, position: record.position, slot: event.slot,
      actPosition: actPosition, recordedAt: record.recordedAt,
      recordedBy: record.recordedBy, retracts: event.retracts)
  }
}
