/// Why what a person wrote names no unit, or no function.
public enum ReferenceError<ID: Hashable & Sendable>: Error, Hashable, Sendable {
  /// Several are meant by it on the day asked, or, if none is, at any time.
  case ambiguous(text: String, candidates: [Candidate<ID>])
  /// Nothing is meant by it; what is nearest in writing comes first.
  case notFound(text: String, nearest: [Candidate<ID>])
  /// Nothing is meant by it, nor was by the same words ever; what is near in writing was not looked
  /// for among so many records.
  case notFoundAmongMany(text: String, records: UInt64)
}

/// Something that a person may have meant.
public struct Candidate<ID: Hashable & Sendable>: Hashable, Sendable {
  /// Its identifier.
  public let id: ID
  /// Its name on the day asked, or the one that is near to what was written.
  public let name: String
  /// The days of its birth and end; `nil` where it has no life, or has not ended.
  public let from: ImpreciseDay?
  /// The day of its end; `nil` while it lives.
  public let to: ImpreciseDay?
  /// The plan that alone would bring it about; `nil`: it exists, or existed.
  public let plannedBy: ActID?

  /// Something that may be meant.
  public init(
    id: ID, name: String, from: ImpreciseDay?, to: ImpreciseDay?, plannedBy: ActID? = nil
  ) {
    self.id = id
    self.name = name
    self.from = from
    self.to = to
    self.plannedBy = plannedBy
  }
}

/// Why a text names no unit.
public typealias UnitReferenceError = ReferenceError<UnitID>
/// Why a text names no function.
public typealias FunctionReferenceError = ReferenceError<FunctionID>
