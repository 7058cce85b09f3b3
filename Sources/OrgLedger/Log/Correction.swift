/// What one event of an act does to the record.
struct Correction {
  /// The positions of the records that it takes back, ascending.
  var retracts: [UInt64] = []
  /// What is recorded right behind it, in place of what it takes back.
  var replacement: [Record.Body] = []
}

/// What an act does to the record: as facts, for who judges it, and as records, by the place of the
/// event that does it.
struct ActCorrections {
  var amendment = Amendment()
  var corrections: [Int: Correction] = [:]
}

extension RecordReading where Self: ~Copyable {
  /// Finds out what an act does to what is recorded.
  ///
  /// Everything that its events name is looked for in the record as it is, none of them being done
  /// yet; what several of them would take back is refused.
  ///
  /// - Complexity: proportional to the records that it takes back, with what was put in their place.
  func corrections(by act: Act, _ layout: Layout) throws(Failure) -> ActCorrections {
    var result = ActCorrections()
    guard act.events.contains(where: { $0.type.isAboutTheRecord }) else { return result }
    // The header comes first.
    var next = try lastPosition(layout) + 2
    var taken: Set<UInt64> = []
    var suspended: [Int: [String: Set<UInt64>]] = [:]
    for (index, event) in act.events.enumerated() {
      var found = Found()
      switch event.type {
      case .corrected: found = try corrected(by: event, in: act, at: next, layout)
      case .annulled: found = try annulled(by: event, layout)
      case .suspended, .resumed: found = try self.suspended(by: event, layout)
      default: break
      }
      let visible = try found.retracts.visible(in: self, layout)
      // What one event names twice is told by its form.
      let named = event.targetsNamed
      let isTwice = Set(named).count == named.count && Set(visible).count < visible.count
      if isTwice || visible.contains(where: taken.contains) {
        found.violations.append(
          Violation(.targetTwice, event: event.id, about: event.targetsNamed))
      }
      taken.formUnion(visible)
      result.amendment.violations += found.violations
      result.amendment.replacements += found.judgedAs
      result.amendment.added += found.facts
      result.amendment.inPlaceOf.merge(found.inPlaceOf) { $1 }
      if !found.targets.isEmpty { suspended[index] = found.targets }
      result.corrections[index] = Correction(
        retracts: Set(found.retracts).sorted(), replacement: found.replacement)
      next += 1 + UInt64(found.replacement.count)
    }
    for (index, targets) in suspended.sorted(by: { $0.key < $1.key }) {
      let taken = try gone(targets, of: act.events[index], in: act, by: result, layout)
      result.amendment.violations += taken
      result.amendment.targets[index] = Set(targets.values.joined())
    }
    guard result.amendment.violations.isEmpty else { return result }
    try addWhatChanges(to: &result, layout)
    result.amendment.suspendWhatIsPutInPlace()
    return result
  }

  /// What a suspension names that the same act takes back with nothing in its place.
  private func gone(
    _ targets: [String: Set<UInt64>], of event: Event, in act: Act, by result: ActCorrections,
    _ layout: Layout
  ) throws(Failure) -> [Violation] {
    let retracted = Set(result.corrections.values.flatMap(\.retracts))
    var found: [Violation] = []
    for (target, all) in targets.sorted(by: { $0.key < $1.key }) {
      var isLeft = all.contains { result.amendment.inPlaceOf[$0] != nil }
      for position in all where !isLeft {
        isLeft = try isVisible(position, without: retracted, layout)
      }
      guard !isLeft else { continue }
      let by = result.corrections.filter { !all.isDisjoint(with: $0.value.retracts) }.keys.sorted()
      found.append(
        Violation(
          .targetTakenBack, event: event.id, about: [target] + by.map { act.events[$0].id.text }))
    }
    return found
  }

  /// Adds the facts that count no longer or again, and those whose suspensions change.
  private func addWhatChanges(
    to result: inout ActCorrections, _ layout: Layout
  ) throws(Failure) {
    let retracted = Set(result.corrections.values.flatMap(\.retracts))
    var (seen, queue) = (retracted, Array(retracted))
    while let position = queue.popLast() {
      for earlier in try record(at: position, layout).retracts
      where seen.insert(earlier).inserted { queue.append(earlier) }
    }
    var targets = Set(result.amendment.targets.values.joined())
    for position in seen.sorted() {
      let before = try isVisible(position, layout)
      let after = try isVisible(position, without: retracted, layout)
      guard before != after, let fact = try fact(at: position, layout) else { continue }
      if before {
        result.amendment.removed.append(fact)
      } else {
        result.amendment.added.append(fact)
      }
      targets.formUnion(fact.targets)
    }
    for position in targets.subtracting(seen).sorted() where try isVisible(position, layout) {
      if let fact = try fact(at: position, layout) { result.amendment.touched.append(fact) }
    }
  }

  /// Whether a record would count if others were taken back.
  private func isVisible(
    _ position: UInt64, without retracted: Set<UInt64>, _ layout: Layout
  ) throws(Failure) -> Bool {
    guard !retracted.contains(position) else { return false }
    for later in try retractions(of: position, layout) {
      if try isVisible(later, without: retracted, layout) { return false }
    }
    return true
  }
}

/// What was found out of one event.
private struct Found {
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

  static func refused(_ rule: Rule, _ event: Event, _ about: String...) -> Found {
    var found = Found()
    found.violations = [Violation(rule, event: event.id, about: about)]
    return found
  }
}

extension [UInt64] {
  fileprivate func visible<Reading: RecordReading & ~Copyable>(
    in reading: borrowing Reading, _ layout: Reading.Layout
  ) throws(Reading.Failure) -> [UInt64] {
    var found: [UInt64] = []
    for position in self where try reading.isVisible(position, layout) { found.append(position) }
    return found
  }
}

// The three ways to take something back or leave it without effect.
extension RecordReading where Self: ~Copyable {
  private func annulled(by event: Event, _ layout: Layout) throws(Failure) -> Found {
    var found = Found()
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

  private func suspended(by event: Event, _ layout: Layout) throws(Failure) -> Found {
    var found = Found()
    for target in event.details.targets {
      guard let position = try eventOrAct(target, of: event, &found, layout) else { continue }
      let all = try everything(at: position, layout)
      for position in all {
        guard let type = try self.event(at: position, layout)?.event.type, type.isAboutTheRecord
        else { continue }
        found.violations.append(
          Violation(.targetOfOtherKind, event: event.id, about: [target, type.rawValue]))
      }
      found.targets[target] = Set(all)
    }
    return found
  }

  /// The event or act that an id names and that counts; where there is none, why is said.
  private func eventOrAct(
    _ target: String, of event: Event, _ found: inout Found, _ layout: Layout
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

  private func corrected(
    by event: Event, in act: Act, at position: UInt64, _ layout: Layout
  ) throws(Failure) -> Found {
    let target = event.details.target ?? ""
    let replacement = event.details.replacement
    let kinds = replacement.map { [$0.kind] } ?? [.event, .act, .instrument, .claim]
    var named: [UInt64] = []
    for kind in kinds {
      if let position = try self.named(target, kind, layout) { named.append(position) }
    }
    guard let first = named.first else {
      var found = Found()
      found.violations = [try missing(target, kinds, event, layout)]
      return found
    }
    guard named.count == 1 else { return .refused(.ambiguousTarget, event, target) }
    guard let standing = try standing(first, layout) else {
      var found = Found()
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
      var found = Found()
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
      var found = Found()
      (found.retracts, found.replacement) = ([standing], [.instrument(new)])
      return found
    case (.claim(var new), .claim(let claim)):
      (new.id, new.instrument) = (claim.id, claim.instrument)
      new.citations = new.citations.located(from: act.instrument, in: claim.instrument)
      var found = Found()
      (found.retracts, found.replacement) = ([standing], [.claim(new)])
      return found
    default: return .refused(.targetOfOtherKind, event, target, old.body.kind.rawValue)
    }
  }

  /// A new event in the slot of another, and in its act.
  private func replaced(
    _ old: EventRecord, at standing: UInt64, by replacement: Event, of event: Event, in act: Act,
    _ position: UInt64, _ layout: Layout
  ) throws(Failure) -> Found {
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
    var found = Found()
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
  ) throws(Failure) -> Found {
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
    if new.orderedBy == [act.instrument] { new.orderedBy = old.orderedBy }
    if new.order == 0 { new.order = old.order }
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
    var found = Found()
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

extension Found {
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
