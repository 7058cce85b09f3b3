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
    var texts: [InstrumentID: Instrument] = [:]
    for case .instrument(let text) in lazy.map(\.body) { texts[text.id] = text }
    var stated = StatedTexts(until: day)
    var acts: [UInt64: InstrumentID] = [:]
    let records = filter { record in
      if case .instrument(let text) = record.body {
        return text.isIssued(by: day)
      }
      if case .coverage = record.body { return false }
      if case .act(let act) = record.body { acts[record.position] = act.instrument }
      guard let text = record.body.statedBy(acts) else { return false }
      return stated.count(text) { texts[$0] }
    }
    return (records, stated.undated)
  }
}

extension Instrument {
  /// Whether it was issued by a day, as far as that is certain.
  func isIssued(by day: Day) -> Bool { issuedOn?.latest.map { $0 <= day } ?? false }
}

/// Which texts count of those that are met one after the other.
struct StatedTexts {
  /// Their last day; `nil`: all texts count.
  let day: Day?
  /// Those that were left out, since nobody knows by when they were issued.
  private(set) var undated: Set<InstrumentID> = []
  private var known: [InstrumentID: Bool] = [:]

  init(until day: Day?) { self.day = day }

  /// Whether a text counts.
  ///
  /// - Parameter text: Gives it as it is known, once.
  mutating func count<Failure: Error>(
    _ id: InstrumentID, _ text: (InstrumentID) throws(Failure) -> Instrument?
  ) throws(Failure) -> Bool {
    guard let day else { return true }
    if let known = known[id] { return known }
    let text = try text(id)
    if text?.issuedOn?.latest == nil { undated.insert(id) }
    let counts = text?.isIssued(by: day) ?? false
    known[id] = counts
    return counts
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
