/// What one event of an act would do to the record, as found out in it.
struct RecordEffect {
  var retracts: [UInt64] = []
  var replacement: [Record.Body] = []
  /// The facts that its replacement states.
  var facts: [Fact] = []
  /// The act as which its replacement is judged by itself.
  var judgedAs: [Act] = []
  /// By the position of what it replaces: those of the events that it puts there.
  var inPlaceOf: [UInt64: Set<UInt64>] = [:]
  /// What a suspension is about, by the id that it names.
  var targets: [String: Set<UInt64>] = [:]
  var violations: [Violation] = []

  static func refused(_ rule: Rule, _ event: Event, _ about: String...) -> RecordEffect {
    var found = RecordEffect()
    found.violations = [Violation(rule, event: event.id, about: about)]
    return found
  }
}

// The three ways to take something back or leave it without effect.
extension RecordReading where Self: ~Copyable {
  func annulment(by event: Event, _ layout: Layout) throws(Failure) -> RecordEffect {
    var found = RecordEffect()
    for target in event.details.targets {
      // The id of a correction means what it did, where it is to be as if it had never been.
      if let correction = try isCorrection(target, layout) {
        if try standing(correction, layout) == nil {
          found.violations.append(try takenBack(target, correction, event, layout))
        } else {
          found.retracts += try everything(at: correction, layout)
        }
      } else if let position = try eventOrAct(target, of: event, &found, layout) {
        found.retracts += try everything(at: position, layout)
      }
    }
    return found
  }

  private func isCorrection(_ id: String, _ layout: Layout) throws(Failure) -> UInt64? {
    guard EventID(id).isStorable, let position = try position(of: .event, id: id, layout),
      try event(at: position, layout)?.event.type == .corrected
    else { return nil }
    return position
  }

  func suspension(by event: Event, _ layout: Layout) throws(Failure) -> RecordEffect {
    var found = RecordEffect()
    for target in event.details.targets {
      guard let position = try eventOrAct(target, of: event, &found, layout) else { continue }
      let all = try everything(at: position, layout)
      for position in all {
        guard let type = try self.event(at: position, layout)?.event.type, type.isAboutTheRecord
        else { continue }
        let violation = Violation(
          .targetOfOtherKind, event: event.id, about: [target, type.rawValue])
        if !found.violations.contains(violation) { found.violations.append(violation) }
      }
      found.targets[target] = Set(all)
    }
    return found
  }

  /// The event or act that an id names and that counts; where there is none, why is said.
  private func eventOrAct(
    _ target: String, of event: Event, _ found: inout RecordEffect, _ layout: Layout
  ) throws(Failure) -> UInt64? {
    let (one, act) = (try named(target, .event, layout), try named(target, .act, layout))
    guard let position = one ?? act else {
      found.violations.append(try missing(target, [.event, .act], event, layout))
      return nil
    }
    if one != nil, act != nil {
      found.violations.append(Violation(.ambiguousTarget, event: event.id, about: [target]))
      return nil
    }
    guard try standing(position, layout) != nil else {
      found.violations.append(try takenBack(target, position, event, layout))
      return nil
    }
    return position
  }

  func correction(
    by event: Event, in act: Act, at position: UInt64, _ layout: Layout
  ) throws(Failure) -> RecordEffect {
    let target = event.details.target ?? ""
    let replacement = event.details.replacement
    let kinds = replacement.map { [$0.kind] } ?? [.event, .act, .instrument, .claim]
    var named: [UInt64] = []
    for kind in kinds {
      if let position = try self.named(target, kind, layout) { named.append(position) }
    }
    guard let first = named.first else {
      var found = RecordEffect()
      found.violations = [try missing(target, kinds, event, layout)]
      return found
    }
    guard named.count == 1 else { return .refused(.ambiguousTarget, event, target) }
    guard let standing = try standing(first, layout) else {
      var found = RecordEffect()
      found.violations = [try takenBack(target, first, event, layout)]
      return found
    }
    let correction = try isCorrection(target, layout)
    if correction == standing {
      // It put nothing in the place of what it took back.
      return .refused(.targetTakenBack, event, target, target)
    }
    guard let replacement else {
      if case .instrument = try record(at: standing, layout).body {
        return .refused(.textTakenBack, event, target)
      }
      var found = RecordEffect()
      found.retracts = try everything(at: first, layout)
      return found
    }
    let old = try record(at: standing, layout)
    switch (replacement, old.body) {
    case (.event(let new), .event(let record)):
      return try replaced(record, at: standing, by: new, of: event, in: act, position, layout)
    case (.act(let new), .act(let header)):
      return try replaced(header, at: standing, by: new, of: event, in: act, position, layout)
    case (.instrument(var new), .instrument(let text)):
      new.id = text.id
      var found = RecordEffect()
      (found.retracts, found.replacement) = ([standing], [.instrument(new)])
      return found
    case (.claim(var new), .claim(let claim)):
      (new.id, new.instrument) = (claim.id, claim.instrument)
      new.citations = new.citations.located(from: act.instrument, in: claim.instrument)
      var found = RecordEffect()
      (found.retracts, found.replacement) = ([standing], [.claim(new)])
      return found
    default: return .refused(.targetOfOtherKind, event, target, old.body.kind.rawValue)
    }
  }

  /// A new event in the slot of another, and in its act.
  private func replaced(
    _ old: EventRecord, at standing: UInt64, by replacement: Event, of event: Event, in act: Act,
    _ position: UInt64, _ layout: Layout
  ) throws(Failure) -> RecordEffect {
    let (before, after) = (old.event.type, replacement.type)
    // What takes others back is annulled, and done anew: the record does not change under it.
    guard
      !before.isAboutTheRecord && !after.isAboutTheRecord
        || before.isSuspension && after.isSuspension
        || before == .identified && after == .identified,
      case .act(let header) = try record(at: old.act, layout).body
    else {
      return .refused(
        .targetOfOtherKind, event, event.details.target ?? "", before.rawValue, after.rawValue)
    }
    var new = replacement
    new.effectiveOn = replacement.effectiveOn ?? old.event.effectiveOn
    new = new.located(from: act.instrument, in: header.instrument)
    var found = RecordEffect()
    found.retracts = [standing]
    // Only the event is new; the plans that its act carries out may have been taken back.
    var judgedAs = header.act(with: [new])
    judgedAs.enacts = []
    found.judgedAs = [judgedAs]
    found.add(
      new, in: header, at: position + 1,
      EventRecord(
        event: new, act: old.act, status: old.status, order: old.order,
        slot: old.slot ?? standing),
      of: try firstAct(of: old, layout),
      suspending: new.type.isSuspension ? try suspended(by: new, layout) : [])
    found.inPlaceOf[standing] = [position + 1]
    return found
  }

  /// A new act in the slot of the first event of another.
  private func replaced(
    _ old: ActHeader, at standing: UInt64, by replacement: Act, of event: Event, in act: Act,
    _ position: UInt64, _ layout: Layout
  ) throws(Failure) -> RecordEffect {
    let target = event.details.target ?? ""
    var own: [EventRecord] = []
    let positions = try ownEvents(ofActAt: standing, layout)
    for position in positions {
      if let event = try self.event(at: position, layout) { own.append(event) }
    }
    for type in (own.map(\.event.type) + replacement.events.map(\.type))
    where type.isAboutTheRecord {
      return .refused(.targetOfOtherKind, event, target, type.rawValue)
    }
    guard replacement.status == old.status else {
      return .refused(
        .targetOfOtherKind, event, target, old.status.rawValue, replacement.status.rawValue)
    }
    var new = replacement
    new.instrument = old.instrument
    if new.orderedBy == [act.instrument], !new.stated.contains(.orderedBy) {
      new.orderedBy = old.orderedBy
    }
    if new.order == 0, !new.stated.contains(.order) { new.order = old.order }
    new.stated = []
    let days = Set(own.map(\.event.effectiveOn))
    let inherited = old.effectiveOn ?? (days.count == 1 ? days.first ?? nil : nil)
    new.effectiveOn = replacement.effectiveOn ?? inherited
    for index in new.events.indices {
      new.events[index].effectiveOn = new.events[index].effectiveOn ?? new.effectiveOn
      new.events[index] = new.events[index].located(from: act.instrument, in: new.instrument)
    }
    let slot = zip(positions, own).map { $1.slot ?? $0 }.min() ?? standing
    let header = ActHeader(new)
    let first = try own.first.map { event throws(Failure) in try firstAct(of: event, layout) }
    var found = RecordEffect()
    found.retracts = try everything(at: standing, layout)
    found.judgedAs = [new]
    found.replacement = [.act(header)]
    for (index, event) in new.events.enumerated() {
      found.add(
        event, in: header, at: position + 2 + UInt64(index),
        EventRecord(
          event: event, act: position + 1, status: new.status, order: new.order, slot: slot),
        of: first ?? standing)
    }
    found.inPlaceOf[standing] = Set(found.facts.map(\.position))
    return found
  }

  /// Why nothing is there under an id.
  private func missing(
    _ target: String, _ kinds: [Record.Kind], _ event: Event, _ layout: Layout
  ) throws(Failure) -> Violation {
    for kind in [Record.Kind.event, .act, .instrument, .claim, .conflict] {
      guard try named(target, kind, layout) != nil else { continue }
      return Violation(
        .targetOfOtherKind, event: event.id,
        about: [target, kind.rawValue] + kinds.map(\.rawValue))
    }
    if let correction = try isCorrection(target, layout) {
      return try takenBack(target, correction, event, layout)
    }
    return Violation(.unknownTarget, event: event.id, about: [target])
  }

  /// By which event something no longer counts.
  private func takenBack(
    _ target: String, _ position: UInt64, _ event: Event, _ layout: Layout
  ) throws(Failure) -> Violation {
    var by: [String] = []
    for position in try chain(of: position, layout) {
      for later in try retractions(of: position, layout) where try isVisible(later, layout) {
        guard let event = try self.event(at: later, layout)?.event else { continue }
        if !by.contains(event.id.text) { by.append(event.id.text) }
      }
    }
    return Violation(.targetTakenBack, event: event.id, about: [target] + by)
  }
}

extension RecordEffect {
  fileprivate mutating func add(
    _ event: Event, in header: ActHeader, at position: UInt64, _ record: EventRecord,
    of actPosition: UInt64, suspending targets: Set<UInt64> = []
  ) {
    replacement.append(.event(record))
    facts.append(
      Fact(
        event: event, act: header, position: position, slot: record.slot,
        actPosition: actPosition, targets: targets))
  }
}

extension [Citation] {
  /// Citations of a document as they stand in what another text states.
  fileprivate func located(from own: InstrumentID, in other: InstrumentID) -> [Citation] {
    map { citation in
      var citation = citation
      let instrument = citation.instrument ?? own
      citation.instrument = instrument == other ? nil : instrument
      return citation
    }
  }
}

extension Event {
  /// An event of a document as it stands in an act of another text.
  fileprivate func located(from own: InstrumentID, in other: InstrumentID) -> Event {
    var event = self
    event.citations = citations.located(from: own, in: other)
    for index in alternatives.indices {
      event.alternatives[index].citations = alternatives[index].citations.located(
        from: own, in: other)
    }
    return event
  }
}
