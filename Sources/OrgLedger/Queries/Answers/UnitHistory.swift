/// The whole timeline of a unit: what `history` answers.
public struct UnitHistory: Hashable, Sendable, Encodable {
  public let unit: UnitID
  /// In the order in which they took effect.
  public let entries: [HistoryEntry]
}

/// An event in the timeline of a unit.
public struct HistoryEntry: Hashable, Sendable, Encodable {
  public let on: ImpreciseDay
  public let event: EventID
  public let type: EventType
  /// What it meant for the unit; in JSON its English words.
  public let summary: Summary
  public let instrument: InstrumentID
  public let orderedBy: [InstrumentID]
  /// Each with its text, also where the document left that to be understood.
  public let citations: [Citation]
  public let alternatives: [Alternative]
  /// Whether the text says so, or it follows from it, or it is taken to be so.
  public let certainty: Certainty
  public let position: UInt64
  public let recordedAt: Timestamp
  public let recordedBy: String
  /// The verb of the text, verbatim; not in JSON.
  @ForEyes public internal(set) var term: String?
  @ForEyes public internal(set) var note: String?
}
