/// What differs between two days: what `diff` answers.
///
/// Units by id; what was undone between the days is not shown. Every list is in order of the
/// events, then of the units.
public struct Diff: Hashable, Sendable, Encodable {
  /// The first day.
  public let from: Day
  /// The second day.
  public let to: Day
  /// Units that live on the second day only.
  public let born: [Born]
  /// Units that live on the first day only.
  public let ended: [Ended]
  /// Other names.
  public let renamed: [Change<String>]
  /// Other kinds.
  public let reclassified: [Change<String>]
  /// Other parents.
  public let reparented: [Change<ParentValue>]
  /// Other codes.
  public let identifiers: [CodeChange]
  /// Functions that others hold.
  public let functions: [FunctionChange]

  /// A unit that lives on the second day only.
  public struct Born: Hashable, Sendable, Encodable {
    /// The unit.
    public let unit: UnitID
    /// Its name on the second day.
    public let name: String
    /// Its kind on the second day.
    public let kind: String
    /// The last event that made the difference.
    public let event: EventID
    /// Whether it is a class that a text names without its members; in JSON only where so.
    @OnlyIfSo public internal(set) var collective: Bool
  }

  /// A unit that lives on the first day only.
  public struct Ended: Hashable, Sendable, Encodable {
    /// The unit.
    public let unit: UnitID
    /// Its successors that live on the second day, in order of birth, then id.
    public let into: [UnitID]
    /// The last event that made the difference.
    public let event: EventID
    /// Whether it was a class that a text names without its members; in JSON only where so.
    @OnlyIfSo public internal(set) var collective: Bool
    /// What it was called on the first day; not in JSON.
    @ForEyes public internal(set) var name: String
  }

  /// A value of a unit that lives on both days and differs.
  public struct Change<Value: Encodable & Hashable & Sendable>: Hashable, Sendable, Encodable {
    /// The unit.
    public let unit: UnitID
    /// On the first day.
    public let before: Value
    /// On the second day.
    public let after: Value
    /// The last event that made the difference.
    public let event: EventID
    /// Whether the unit is a class that a text names without its members; in JSON only where so.
    @OnlyIfSo public internal(set) var collective: Bool
  }

  /// A code that a unit that lives on both days took, lost or changed.
  public struct CodeChange: Hashable, Sendable, Encodable {
    /// The unit.
    public let unit: UnitID
    /// The scheme of the code.
    public let scheme: String
    /// On the first day; `nil`: none.
    @OrNull public internal(set) var before: String?
    /// On the second day; `nil`: none.
    @OrNull public internal(set) var after: String?
    /// The last event that made the difference.
    public let event: EventID
  }

  /// A function that another unit holds, or nobody any more, or nobody before.
  ///
  /// `nil` for a unit means nobody where the sources say so, else that they do not say who.
  public struct FunctionChange: Hashable, Sendable, Encodable {
    /// The function.
    public let function: FunctionID
    /// The unit for whose ground or people it is held; `nil`: for all.
    @OrNull public internal(set) var scope: UnitID?
    /// Who held it on the first day; `nil`: nobody.
    @OrNull public internal(set) var from: UnitID?
    /// Who holds it on the second day; `nil`: nobody.
    @OrNull public internal(set) var to: UnitID?
    /// Whether the sources say who held it, or that nobody did.
    public let fromKnown: Bool
    /// Whether the sources say who holds it, or that nobody does.
    public let toKnown: Bool
    /// The last event that made the difference.
    public let event: EventID
    /// What the function is called; not in JSON.
    @ForEyes public internal(set) var name: String?
  }
}

/// Where a unit stands, as JSON writes it: an id, `null` for a top, `"unknown"` if not stated.
public struct ParentValue: Hashable, Sendable, Encodable {
  /// Where it stands.
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
