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
        return text.isIssued(by: day)
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

extension Instrument {
  /// Whether it was issued by a day, as far as that is certain.
  func isIssued(by day: Day) -> Bool { issuedOn?.latest.map { $0 <= day } ?? false }
}

/// Tells of facts that are read one after the other whether texts issued by a day state them: the
/// same as of records, for whoever does not read all of these.
struct StatedFacts {
  /// The last day of the texts that count; `nil`: all texts do.
  let textsUntil: Day?
  /// The texts met that were left out, since nobody knows by when they were issued.
  private(set) var undated: Set<InstrumentID> = []
  private var counts: [InstrumentID: Bool] = [:]

  init(textsUntil: Day?) { self.textsUntil = textsUntil }

  /// The facts that count.
  ///
  /// - Parameter text: Gives a text as it is known.
  mutating func counting<Failure: Error>(
    _ facts: [Fact], _ text: (InstrumentID) throws(Failure) -> Instrument?
  ) throws(Failure) -> [Fact] {
    guard let textsUntil else { return facts }
    var found: [Fact] = []
    for fact in facts {
      let id = fact.act.instrument
      if counts[id] == nil {
        let text = try text(id)
        if text?.issuedOn?.latest == nil { undated.insert(id) }
        counts[id] = text?.isIssued(by: textsUntil) ?? false
      }
      if counts[id] == true { found.append(fact) }
    }
    return found
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
