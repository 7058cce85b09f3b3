import OrgLedgerTesting

@testable import OrgLedger

extension Defect {
  /// What reads the log wrong; `nil`: it is no defect of that.
  var readingOfLog: (@Sendable ([Record]) -> [Record])? {
    switch self {
    case .showsHalfAnAct:
      { records in
        var seen: Set<UInt64> = []
        return records.map { record in
          guard let event = record.event, !seen.insert(event.act).inserted else { return record }
          return record.sayingNothing
        }
      }
    case .takesPlansForDone:
      Self.each({ EventRecord($0, status: .enacted) }, { $0.status = .enacted })
    case .forgetsOrdersOfADay: Self.each({ EventRecord($0, order: 0) }, { $0.order = 0 })
    case .forgetsSlots: Self.each({ EventRecord($0, slot: .some(nil)) })
    case .keepsWhatDoesNotCount: Self.each({ EventRecord($0, retracts: []) })
    case .roundsDays:
      Self.each({ record in
        var event = record.event
        if let day = event.effectiveOn, day.exact == nil {
          event.effectiveOn = ImpreciseDay(day.earliest ?? Day(rawValue: 1))
        }
        return EventRecord(record, event: event)
      })
    case .readsTooFewRecords:
      { records in records.filter { $0.recordedAt != records.last?.recordedAt } }
    case .losesSuccessions:
      Self.without { record in
        (record.event?.event.effects ?? []).contains {
          if case .succeeded = $0 { true } else { false }
        }
      }
    case .losesWhatIsCarriedOut: Self.each({ $0 }, { $0.enacts = [] })
    case .losesPlans: Self.without { $0.event?.status == .proposed }
    case .keepsOldTexts:
      { records in
        var first: [String: Record.Body] = [:]
        return records.map { record in
          guard record.body.kind == .instrument else { return record }
          defer { first[record.body.id] = first[record.body.id] ?? record.body }
          return first[record.body.id].map(record.with) ?? record
        }
      }
    case .losesNewNames: Self.without { $0.event?.event.type == .renamed }
    case .forgetsWhoRecorded:
      { records in
        records.map {
          Record(
            position: $0.position, recordedAt: $0.recordedAt, recordedBy: "", body: $0.body)
        }
      }
    default: nil
    }
  }

  private static func without(
    _ isLeftOut: @escaping @Sendable (Record) -> Bool
  ) -> @Sendable ([Record]) -> [Record] {
    { records in records.map { isLeftOut($0) ? $0.sayingNothing : $0 } }
  }

  private static func each(
    _ change: @escaping @Sendable (EventRecord) -> EventRecord,
    _ changeAct: @escaping @Sendable (inout ActHeader) -> Void = { _ in }
  ) -> @Sendable ([Record]) -> [Record] {
    { records in
      records.map { record in
        var record = record
        switch record.body {
        case .event(let event): record.body = .event(change(event))
        case .act(var act):
          changeAct(&act)
          record.body = .act(act)
        default: break
        }
        return record
      }
    }
  }

  /// How documents are changed on their way into another store; `nil`: it is no defect of them.
  var documents: ((inout Document) -> Void)? {
    switch self {
    case .losesOrdersInDocuments:
      { for index in $0.acts.indices { $0.acts[index].order = 0 } }
    case .losesDaysInDocuments:
      { document in
        for act in document.acts.indices {
          for event in document.acts[act].events.indices
          where document.acts[act].events[event].effectiveOn?.exact == nil {
            guard let day = document.acts[act].effectiveOn else { continue }
            document.acts[act].events[event].effectiveOn = day
          }
        }
      }
    case .losesCorrectionsInDocuments:
      { $0.acts.removeAll { $0.events.contains(where: \.type.isAboutTheRecord) } }
    case .losesClaimsInDocuments: { $0.claims = [] }
    default: nil
    }
  }
}

extension Record {
  fileprivate var event: EventRecord? { if case .event(let event) = body { event } else { nil } }

  /// The same with an event that does nothing, since a log without one of its records is none.
  fileprivate var sayingNothing: Record {
    guard let event else { return self }
    var nothing = Event.noted("nothing")
    (nothing.id, nothing.effectiveOn) = (event.event.id, event.event.effectiveOn)
    return with(.event(EventRecord(event, event: nothing)))
  }

  fileprivate func with(_ body: Record.Body) -> Record {
    Record(position: position, recordedAt: recordedAt, recordedBy: recordedBy, body: body)
  }
}

extension EventRecord {
  /// The same, but for what is given.
  fileprivate convenience init(
    _ record: EventRecord, event: Event? = nil, status: Status? = nil, order: Int? = nil,
    slot: UInt64?? = nil, retracts: [UInt64]? = nil
  ) {
    self.init(
      event: event ?? record.event, act: record.act, status: status ?? record.status,
      order: order ?? record.order, slot: slot ?? record.slot,
      retracts: retracts ?? record.retracts)
  }
}
