/// What is appended as one: it gets one record time, and is recorded whole or not at all.
public enum Submission: Hashable, Sendable {
  case instrument(Instrument)
  /// An act with all its events.
  case act(Act)
  case claim(Claim)
  case conflict(Conflict)
  case coverage(Coverage)

  /// The kind of its first record.
  public var kind: Record.Kind {
    switch self {
    case .instrument: .instrument
    case .act: .act
    case .claim: .claim
    case .conflict: .conflict
    case .coverage: .coverage
    }
  }

  /// The identifier in documents; coverage has none, its content identifies it.
  public var id: String {
    switch self {
    case .instrument(let instrument): instrument.id.text
    case .act(let act): act.id.text
    case .claim(let claim): claim.id.text
    case .conflict(let conflict): conflict.id.text
    case .coverage: ""
    }
  }

  /// What decides whether the same comes again, or another under the same identifier.
  public var contentBytes: [UInt8] {
    switch self {
    case .instrument(let instrument): RecordCodec.contentBytes(of: instrument)
    case .act(let act): RecordCodec.contentBytes(of: act)
    case .claim(let claim): RecordCodec.contentBytes(of: claim)
    case .conflict(let conflict): RecordCodec.contentBytes(of: conflict)
    case .coverage(let coverage): RecordCodec.contentBytes(of: coverage)
    }
  }

  /// How many records it makes.
  public var recordCount: Int {
    guard case .act(let act) = self else { return 1 }
    return act.events.reduce(1) { count, event in
      switch event.details.replacement {
      case nil: count + 1
      case .act(let replacement): count + 2 + replacement.events.count
      case .event, .instrument, .claim: count + 2
      }
    }
  }

  /// Its records, the act before its events, and behind each event what it puts in place of others.
  func records(
    from position: UInt64, at time: SystemTime, by author: String,
    _ corrections: [Int: Correction] = [:]
  ) -> [Record] {
    func record(_ offset: Int, _ body: Record.Body) -> Record {
      Record(
        position: position + UInt64(offset), recordedAt: time, recordedBy: author, body: body)
    }
    switch self {
    case .instrument(let instrument): return [record(0, .instrument(instrument))]
    case .claim(let claim): return [record(0, .claim(claim))]
    case .conflict(let conflict): return [record(0, .conflict(conflict))]
    case .coverage(let coverage): return [record(0, .coverage(coverage))]
    case .act(let act):
      var records = [record(0, .act(ActHeader(act)))]
      for (index, event) in act.events.enumerated() {
        let correction = corrections[index] ?? Correction()
        let own = EventRecord(
          event: event, act: position, status: act.status, order: act.order,
          retracts: correction.retracts)
        for body in [.event(own)] + correction.replacement {
          records.append(record(records.count, body))
        }
      }
      return records
    }
  }
}

extension Submission {
  /// The same, as it comes from a document: a replacement has the id of its correction and the text
  /// of its act, whatever its maker left there.
  var normalised: Submission {
    guard case .act(var act) = self else { return self }
    act.stated = []
    for index in act.events.indices {
      let id = act.events[index].id.text
      switch act.events[index].details.replacement {
      case nil: continue
      case .event(var event):
        event.id = EventID(id)
        act.events[index].details.replacement = .event(event)
      case .act(var other):
        (other.id, other.instrument) = (ActID(id), act.instrument)
        // What is not the default is stated anyway.
        if other.orderedBy != [act.instrument] { other.stated.remove(.orderedBy) }
        if other.order != 0 { other.stated.remove(.order) }
        for number in other.events.indices {
          if other.events[number].id.text.isEmpty {
            other.events[number].id = Act.eventID(other.id, number + 1)
          }
          other.events[number].effectiveOn = other.events[number].effectiveOn ?? other.effectiveOn
        }
        act.events[index].details.replacement = .act(other)
      case .instrument(var text):
        text.id = InstrumentID(id)
        act.events[index].details.replacement = .instrument(text)
      case .claim(var claim):
        (claim.id, claim.instrument) = (ClaimID(id), act.instrument)
        act.events[index].details.replacement = .claim(claim)
      }
    }
    return .act(act)
  }
}
