/// Which way a lineage is followed.
public enum LineageDirection: String, CaseIterable, Hashable, Sendable {
  /// How the unit came to exist.
  case back
  /// What became of it.
  case forward
  /// The union of the two.
  case both
}

/// How a unit came to exist and what became of it, as a graph: what `lineage` answers.
public struct Lineage: Hashable, Sendable, Encodable {
  /// The unit whose lineage it is.
  public let unit: UnitID
  /// In order of birth, then id; the unit itself is one of them.
  public let nodes: [LineageNode]
  /// In order of their events.
  public let edges: [LineageEdge]
}

/// A unit in a lineage.
public struct LineageNode: Hashable, Sendable, Encodable {
  /// Its identifier.
  public let id: UnitID
  /// Its last name up to the day asked.
  public let name: String
  /// What it is, or last was.
  public let kind: String
  /// The day of its birth.
  public let from: ImpreciseDay
  /// The day of its end; `nil` while it lives.
  @OrNull public internal(set) var to: ImpreciseDay?
}

/// A link between two units of a lineage.
public struct LineageEdge: Hashable, Sendable, Encodable {
  /// The unit of which something goes on.
  public let from: UnitID
  /// The unit in which it goes on.
  public let to: UnitID
  /// The type of the event.
  public let type: EventType
  /// When it took effect, as precisely as the sources say.
  public let on: ImpreciseDay
  /// The event that links them.
  public let event: EventID
  /// The document that states it.
  public let instrument: InstrumentID
  /// The texts that order it; empty: the sources do not say.
  public let orderedBy: [InstrumentID]
  /// How much of `from` it carries: 1 where that ends into one unit; `nil`: not stated.
  @OrNull public internal(set) var share: Decimal?
  /// What it is a share of; `nil`: the whole of `from`, or not stated.
  @OrNull public internal(set) var basis: Share.Basis?
  /// Whether both folds of imprecise days have the link.
  public let certainty: AnswerCertainty
  /// Everything that the event states of it, amounts too; not in JSON.
  @ForEyes public internal(set) var stated: [Share]
}
