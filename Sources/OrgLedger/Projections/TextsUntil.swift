extension Sequence where Element == Record {
  /// The records that texts issued by a day state: what somebody could know who had read all texts
  /// of that time, however long afterwards they were recorded.
  ///
  /// A text of imprecise day counts once its last possible day has come. One of which no last day
  /// is stated is left out with all that it states. Nor does coverage count: it says that the whole
  /// ledger is complete, and not this part of it.
  ///
  /// - Precondition: They are visible, in log order, and hold the acts of their events.
  /// - Returns: The records in log order, and the texts without a last day that state something.
  /// - Complexity: O(*n*).
  func stated(until day: Day) -> (records: [Record], undated: Set<InstrumentID>) {
    var issued: [InstrumentID: Day] = [:]
    for case .instrument(let text) in lazy.map(\.body) {
      issued[text.id] = text.issuedOn?.latest
    }
    var undated: Set<InstrumentID> = []
    var acts: [UInt64: InstrumentID] = [:]
    let records = filter { record in
      if case .instrument(let text) = record.body {
        return text.issuedOn?.latest.map { $0 <= day } ?? false
      }
      if case .coverage = record.body { return false }
      if case .act(let act) = record.body { acts[record.position] = act.instrument }
      guard let text = record.body.statedBy(acts) else { return false }
      guard let issued = issued[text] else {
        undated.insert(text)
        return false
      }
      return issued <= day
    }
    return (records, undated)
  }
}

extension Record.Body {
  /// The text that states it; of a text, itself.
  fileprivate func statedBy(_ acts: [UInt64: InstrumentID]) -> InstrumentID? {
    switch self {
    case .instrument(let text): text.id
    case .act(let act): act.instrument
    case .event(let event): acts[event.act]
    case .claim(let claim): claim.instrument
    case .conflict(let conflict): conflict.instrument
    case .coverage(let coverage): coverage.instrument
    }
  }
}
