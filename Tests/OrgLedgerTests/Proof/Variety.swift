import OrgLedgerTesting

@testable import OrgLedger

/// What occurs in histories, so that nobody believes to have proven what never came about.
struct Variety: Sendable {
  enum Situation: String, CaseIterable {
    case plan, orderWithinADay, backDatedAct, impreciseDay, restoration, recycledCode
    case correctionOfAnEvent, correctionOfAnAct, correctionOfAText, correctionOfAClaim
    case correctionOfACorrection, annulmentOfAnAnnulment, idsOfOneBody
    case pilot, enactmentOfAReplacedPlan
    case suspensionBeforeTheEvent, suspensionAfterTheEvent
    case correctionOfWhatIsSuspended, resumptionOfWhatWasCorrected
    /// By the texts of some day, others not yet.
    case statedInPart, suspensionNotStated, joinedIDsNotStated
  }

  private(set) var types: Set<EventType> = []
  private(set) var situations: Set<Situation> = []

  mutating func add(_ other: Variety) {
    types.formUnion(other.types)
    situations.formUnion(other.situations)
  }

  /// Looks at one history.
  mutating func take(_ records: [Record]) {
    let events = records.compactMap { record in
      if case .event(let event) = record.body { event } else { nil }
    }
    types.formUnion(events.map(\.event.type))
    takeTimes(events)
    takeCorrections(records)
    takeSuspensions(records)
    takeTexts(records)
    takePlans(records)
    var bearers: [Code: Set<UnitID>] = [:]
    for birth in events.flatMap(\.event.born) {
      if !birth.restores.isEmpty { situations.insert(.restoration) }
      for code in birth.codes { bearers[code, default: []].insert(birth.id) }
    }
    if bearers.values.contains(where: { $0.count > 1 }) { situations.insert(.recycledCode) }
  }

  private mutating func takeTimes(_ events: [EventRecord]) {
    var latest = Day.distantPast
    for event in events {
      if event.status == .proposed { situations.insert(.plan) }
      if event.order != 0 { situations.insert(.orderWithinADay) }
      guard let day = event.event.effectiveOn else { continue }
      guard let exact = day.exact else {
        situations.insert(.impreciseDay)
        continue
      }
      if exact < latest { situations.insert(.backDatedAct) }
      latest = max(latest, exact)
    }
  }

  private mutating func takeCorrections(_ records: [Record]) {
    for case .event(let record) in records.map(\.body) {
      let event = record.event
      switch event.details.replacement {
      case .event: situations.insert(.correctionOfAnEvent)
      case .act: situations.insert(.correctionOfAnAct)
      case .instrument: situations.insert(.correctionOfAText)
      case .claim: situations.insert(.correctionOfAClaim)
      case nil: break
      }
      if event.type == .identified { situations.insert(.idsOfOneBody) }
      for position in record.retracts {
        guard case .event(let target) = records[Int(position) - 1].body else { continue }
        switch (event.type, target.event.type) {
        case (.annulled, .annulled): situations.insert(.annulmentOfAnAnnulment)
        case (_, .corrected): situations.insert(.correctionOfACorrection)
        case (.corrected, _) where target.slot != nil:
          situations.insert(.correctionOfACorrection)
        default: break
        }
      }
    }
  }

  private mutating func takePlans(_ records: [Record]) {
    let history = History(records)
    for act in history.facts.map(\.act) where act.status == .enacted {
      if act.plannedUntil != nil { situations.insert(.pilot) }
      for plan in act.enacts where history.corrections.actsReplaced[plan] != nil {
        situations.insert(.enactmentOfAReplacedPlan)
      }
    }
  }

  private mutating func takeTexts(_ records: [Record]) {
    let history = History(records)
    let days = Set(history.instruments.values.compactMap { $0.issuedOn?.latest })
    for day in days {
      func isStated(_ fact: Fact) -> Bool {
        history.instruments[fact.act.instrument]?.isIssued(by: day) ?? false
      }
      let stated = history.facts.filter(isStated)
      guard !stated.isEmpty, stated.count < history.facts.count else { continue }
      situations.insert(.statedInPart)
      let known = Set(stated.map(\.position))
      for fact in history.facts where !isStated(fact) {
        if fact.event.type.isSuspension, !fact.targets.isDisjoint(with: known) {
          situations.insert(.suspensionNotStated)
        }
        if fact.event.type == .identified { situations.insert(.joinedIDsNotStated) }
      }
    }
  }

  private mutating func takeSuspensions(_ records: [Record]) {
    let facts = History(records).facts
    var corrected: Set<UInt64> = []
    for fact in facts where fact.slot != fact.position {
      let marks = facts.filter { $0.targets.contains(fact.position) }
      // The replacement was recorded after the suspension that is about it.
      if marks.contains(where: { $0.event.type == .suspended && $0.position < fact.position }) {
        situations.insert(.correctionOfWhatIsSuspended)
        corrected.insert(fact.position)
      }
    }
    for mark in facts where mark.event.type.isSuspension {
      let earlier = corrected.filter { $0 < mark.position }
      if mark.event.type == .resumed, !mark.targets.isDisjoint(with: earlier) {
        situations.insert(.resumptionOfWhatWasCorrected)
      }
      for fact in facts where mark.targets.contains(fact.position) {
        guard let day = mark.event.effectiveOn?.exact, let own = fact.effectiveOn.exact else {
          continue
        }
        situations.insert(day <= own ? .suspensionBeforeTheEvent : .suspensionAfterTheEvent)
      }
    }
  }
}
