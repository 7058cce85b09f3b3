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
  public var recordCount: Int { if case .act(let act) = self { act.events.count + 1 } else { 1 } }

  /// Its records, the act before its events.
  public func records(
    from position: UInt64, at time: SystemTime, by author: String
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
      return [record(0, .act(ActHeader(act)))]
        + act.events.enumerated().map { index, event in
          record(
            index + 1,
            .event(
              EventRecord(event: event, act: position, status: act.status, order: act.order)))
        }
    }
  }
}
