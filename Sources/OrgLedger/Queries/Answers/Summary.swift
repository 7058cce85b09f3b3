/// What an event meant for one unit, as facts: words are made of them in one place.
public struct Summary: Hashable, Sendable, Encodable, CustomStringConvertible {
  /// In the order of the effects; empty where the event only mentions the unit.
  public let facts: [UnitFact]
  /// The type of the event.
  public let type: EventType

  /// In English, without a full stop.
  public var description: String { SummaryWords.english(self) }

  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

/// A unit by id and by the name that it bore then.
public struct NamedUnit: Hashable, Sendable {
  /// Its identifier.
  public let id: UnitID
  /// The name that it bore then.
  public let name: String
}

/// A function by id and name.
public struct NamedFunction: Hashable, Sendable {
  /// Its identifier.
  public let id: FunctionID
  /// What it is called; `nil` where no event says so.
  public let name: String?
  /// The unit for whose ground or people it is held; `nil`: for all.
  public let scope: UnitID?
  /// What that unit was called then.
  public let scopeName: String?
}

/// One thing that an event meant for a unit.
public enum UnitFact: Hashable, Sendable {
  /// It began.
  case born(name: String, kind: String, under: NamedUnit?)
  /// It ended.
  case ended
  /// Something of it goes on in others.
  case goesOnIn([NamedUnit])
  /// Something of others goes on in it.
  case receives([NamedUnit])
  /// It bears a name from now on.
  case named(Name)
  /// It is of a kind from now on.
  case classified(String)
  /// It stands under another unit, or under none, from now on.
  case placed(Placement, under: NamedUnit?)
  /// It holds a function from now on.
  case holds(NamedFunction, Role)
  /// It no longer holds a function, which another unit holds, or nobody.
  case noLongerHolds(NamedFunction, to: NamedUnit?)
  /// For its ground or people a function is held from now on by another unit, or by nobody on
  /// record; and who held it before.
  case scopeOf(NamedFunction, from: NamedUnit?, to: NamedUnit?, Role?)
  /// It bears a code of a scheme; `nil`: none any more.
  case coded(scheme: String, value: String?)
  /// It has so many posts under a scheme from now on.
  case quota(Quota)
  /// It stands under a second unit too, or no longer does.
  case linked(to: NamedUnit, role: String?, holds: Bool)
  /// Posts are in one hand, or no longer are.
  case posted([Post], holds: Bool)
  /// Something is on record in the words of the document.
  case described(String)
}
