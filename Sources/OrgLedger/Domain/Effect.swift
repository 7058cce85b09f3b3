/// What an event does to the chart: the closed list that every fold understands.
///
/// Charts, indexes, lineage and diffs fold effects, never types; a new type only says which.
public enum Effect: Hashable, Sendable {
  /// A unit begins.
  case born(UnitID, collective: Bool, members: Int?)
  /// A unit ends; the estate says what becomes of what it leaves.
  case ended(UnitID, Estate)
  /// Something of one unit goes on in another: what lineage and crosswalks follow.
  case succeeded(from: UnitID, to: UnitID, [Share])
  /// A unit bears a name from now on.
  case named(UnitID, Name)
  /// A unit is of a kind from now on.
  case classified(UnitID, kind: String)
  /// A unit stands there from now on.
  case placed(UnitID, Placement)
  /// A unit holds a function.
  case functionHeld(FunctionMention, by: UnitID, Role)
  /// A unit no longer holds a function, which goes to another unit or ends.
  case functionReleased(FunctionMention, by: UnitID, to: UnitID?)
  /// A unit bears a code of a scheme; `nil`: none any more.
  case coded(UnitID, scheme: String, value: String?)
  /// A unit has so many posts under a scheme.
  case quota(UnitID, Quota)
  /// A unit stands under a second one too, or no longer does.
  case linked(UnitID, to: UnitID, role: String?, holds: Bool)
  /// Posts are in one hand, or no longer are.
  case posted([Post], holds: Bool)
}

/// What becomes of what an ended unit leaves.
public struct Estate: Hashable, Sendable {
  /// The one unit that everything follows to, if the policy says so.
  public var successor: UnitID?
  /// Children that follow to the successor.
  public var childrenFollow: Bool
  /// Functions that follow to the successor.
  public var functionsFollow: Bool
  /// What becomes of single children.
  public var children: [Policy<UnitID>.Entry]
  /// What becomes of single functions.
  public var functions: [Policy<FunctionID>.Entry]

  public init(
    successor: UnitID? = nil, childrenFollow: Bool = false, functionsFollow: Bool = false,
    children: [Policy<UnitID>.Entry] = [], functions: [Policy<FunctionID>.Entry] = []
  ) {
    self.successor = successor
    self.childrenFollow = childrenFollow
    self.functionsFollow = functionsFollow
    self.children = children
    self.functions = functions
  }
}

/// How many posts a unit has under a scheme (*biên chế*).
public struct Quota: Hashable, Sendable {
  /// The scheme under which it has the posts.
  public var scheme: String
  /// The number as written.
  public var value: String
  /// What it was given for: a year, a term.
  public var period: String?

  public init(scheme: String, value: String, period: String? = nil) {
    self.scheme = scheme
    self.value = value
    self.period = period
  }
}
