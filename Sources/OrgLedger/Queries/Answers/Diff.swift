/// What differs between two days: what `diff` answers.
///
/// Units by id; what was undone between the days is not shown. Every list is in order of the
/// events, then of the units.
public struct Diff: Hashable, Sendable, Encodable {
  public let from: Day
  public let to: Day
  public let born: [Born]
  public let ended: [Ended]
  public let renamed: [Change<String>]
  public let reclassified: [Change<String>]
  public let reparented: [Change<ParentValue>]
  public let identifiers: [CodeChange]
  public let functions: [FunctionChange]

  /// A unit that lives on the second day only.
  public struct Born: Hashable, Sendable, Encodable {
    public let unit: UnitID
    public let name: String
    public let kind: String
    public let event: EventID
    /// Whether it is a class that a text names without its members; in JSON only where so.
    @OnlyIfSo public internal(set) var collective: Bool
  }

  /// A unit that lives on the first day only.
  public struct Ended: Hashable, Sendable, Encodable {
    public let unit: UnitID
    /// Its successors that live on the second day, in order of birth, then id.
    public let into: [UnitID]
    public let event: EventID
    /// Whether it was a class that a text names without its members; in JSON only where so.
    @OnlyIfSo public internal(set) var collective: Bool
    /// What it was called on the first day; not in JSON.
    @ForEyes public internal(set) var name: String
  }

  /// A value of a unit that lives on both days and differs.
  public struct Change<Value: Encodable & Hashable & Sendable>: Hashable, Sendable, Encodable {
    public let unit: UnitID
    public let before: Value
    public let after: Value
    /// The last event that made the difference.
    public let event: EventID
    /// Whether the unit is a class that a text names without its members; in JSON only where so.
    @OnlyIfSo public internal(set) var collective: Bool
  }

  /// A code that a unit that lives on both days took, lost or changed.
  public struct CodeChange: Hashable, Sendable, Encodable {
    public let unit: UnitID
    public let scheme: String
    @OrNull public internal(set) var before: String?
    @OrNull public internal(set) var after: String?
    public let event: EventID
  }

  /// A function that another unit holds, or nobody any more, or nobody before.
  ///
  /// `nil` for a unit means nobody where the sources say so, else that they do not say who.
  public struct FunctionChange: Hashable, Sendable, Encodable {
    public let function: FunctionID
    @OrNull public internal(set) var scope: UnitID?
    @OrNull public internal(set) var from: UnitID?
    @OrNull public internal(set) var to: UnitID?
    /// Whether the sources say who held it, or that nobody did.
    public let fromKnown: Bool
    /// Whether the sources say who holds it, or that nobody does.
    public let toKnown: Bool
    public let event: EventID
    /// What the function is called; not in JSON.
    @ForEyes public internal(set) var name: String?
  }
}

/// Where a unit stands, as JSON writes it: an id, `null` for a top, `"unknown"` if not stated.
public struct ParentValue: Hashable, Sendable, Encodable {
  public let placement: Placement

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch placement {
    case .under(let unit): try container.encode(unit)
    case .top: try container.encodeNil()
    case .notStated: try container.encode("unknown")
    }
  }
}
