/// The whole timeline of a unit: what `history` answers.
public struct UnitHistory: Hashable, Sendable, Encodable {
  /// The unit whose timeline it is.
  public let unit: UnitID
  /// In the order in which they took effect.
  public let entries: [HistoryEntry]
  /// What concerned it and no longer counts; left out of JSON where there is nothing.
  public let takenBack: [EntryTakenBack]?
}

/// In the place of what an event stands, and by which correction.
public struct EntryCorrected: Hashable, Sendable, Encodable {
  /// What was corrected, as the correction names it.
  public let target: String
  /// The correction.
  public let event: EventID
  /// Why it was corrected: dataEntry, erratum, newEvidence.
  public let reason: String
  public let position: UInt64

  init(_ origin: Corrections.Origin) {
    target = origin.target
    event = origin.event
    reason = origin.reason
    position = origin.position
  }
}

/// An event that no longer counts, with what took it back.
public struct EntryTakenBack: Hashable, Sendable, Encodable {
  public let on: ImpreciseDay
  public let event: EventID
  public let type: EventType
  public let position: UInt64
  /// The correction or annulment.
  public let by: EventID
  /// Whether it was corrected or annulled.
  public let how: EventType
  /// Why it was corrected; left out of JSON where it was annulled.
  public let reason: String?
  public let byPosition: UInt64
  public let recordedAt: Timestamp
  public let recordedBy: String
}

/// An event in the timeline of a unit.
public struct HistoryEntry: Hashable, Sendable, Encodable {
  /// When it took effect, as precisely as the sources say.
  public let on: ImpreciseDay
  /// Its identifier.
  public let event: EventID
  /// Its type.
  public let type: EventType
  /// What it meant for the unit; in JSON its English words.
  public let summary: Summary
  /// The document that states it.
  public let instrument: InstrumentID
  /// The texts that order it; empty: the sources do not say.
  public let orderedBy: [InstrumentID]
  /// Each with its text, also where the document left that to be understood.
  public let citations: [Citation]
  /// What other sources say of single keys; shown, never folded.
  public let alternatives: [Alternative]
  /// Whether the text says so, or it follows from it, or it is taken to be so.
  public let certainty: Certainty
  /// Its place in the log.
  public let position: UInt64
  /// When it was recorded.
  public let recordedAt: Timestamp
  /// Who says that they recorded it.
  public let recordedBy: String
  /// In the place of what it stands; left out of JSON where of nothing.
  public let corrects: EntryCorrected?
  /// The verb of the text, verbatim; not in JSON.
  @ForEyes public internal(set) var term: String?
  /// What whoever recorded it adds; not in JSON.
  @ForEyes public internal(set) var note: String?
}
