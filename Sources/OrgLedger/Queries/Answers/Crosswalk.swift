/// From the units of one day to those of another: what `crosswalk` answers.
public struct Crosswalk: Hashable, Sendable, Encodable {
  /// The day of the old units.
  public let from: Day
  /// The day of the new ones.
  public let to: Day
  /// By the birth of the old unit, then of the new one; units without an old one come last.
  public let rows: [CrosswalkRow]
}

/// An old unit and a new one in which something of it goes on.
public struct CrosswalkRow: Hashable, Sendable, Encodable {
  /// Lives on the first day; `nil`: nothing that did goes on in `to`.
  @OrNull public internal(set) var from: UnitID?
  /// Lives on the second day; `nil`: nothing of `from` goes on.
  @OrNull public internal(set) var to: UnitID?
  /// How the old unit became the new one.
  public let relation: Relation
  /// How many old units stand against how many new ones.
  public let degree: Degree
  /// How much of `from` goes to `to`; `nil`: not stated.
  @OrNull public internal(set) var share: Decimal?
  /// What it is a share of; `nil`: the whole of `from`, or not stated.
  @OrNull public internal(set) var basis: Share.Basis?
  /// Whether both folds of imprecise days have the row.
  public let certainty: AnswerCertainty
  /// The linking events, in order.
  public let path: [EventID]
  /// What the old unit is called on the first day; not in JSON.
  @ForEyes public internal(set) var fromName: String?
  /// What the new unit is called on the second day; not in JSON.
  @ForEyes public internal(set) var toName: String?

  /// How many old units are tied to how many new ones, by links and by living on.
  public enum Degree: String, CaseIterable, Hashable, Sendable, Encodable {
    case oneToOne = "1:1"
    case manyToOne = "n:1"
    case oneToMany = "1:n"
    case manyToMany = "n:m"
    case ended, born
  }

  /// How the old unit became the new one.
  public enum Relation: Hashable, Sendable, Encodable, CustomStringConvertible {
    /// By events of these types, in order.
    case linked([EventType])
    /// It lives on.
    case continues
    /// Nothing of it goes on.
    case ended
    /// It comes from nothing that lived on the first day.
    case born

    /// The types joined by `+`, or the word.
    public var description: String {
      switch self {
      case .linked(let types): types.map(\.rawValue).joined(separator: "+")
      case .continues: "continues"
      case .ended: "ended"
      case .born: "born"
      }
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
  }
}
