/// Who holds what on a day: what `functions` answers.
public struct FunctionHoldings: Hashable, Sendable, Encodable {
  /// The day of the question.
  public let asOf: Day
  /// By name in Vietnamese order, then id and scope.
  public let functions: [FunctionHolding]
}

/// A function in one scope with those who hold it.
public struct FunctionHolding: Hashable, Sendable, Encodable {
  /// Its identifier.
  public let id: FunctionID
  /// What it is called; `nil` where no event says so.
  @OrNull public internal(set) var name: String?
  /// The unit for whose ground or people it is held; `nil`: for all.
  @OrNull public internal(set) var scope: UnitID?
  /// The function of which it is a part.
  @OrNull public internal(set) var parent: FunctionID?
  /// Those who lead first, then by id; empty: nobody on record holds it any more.
  public let holders: [FunctionHolder]
  /// Since when the sources do not say who holds it; `nil` where they say who does, or that nobody
  /// does.
  @OrNull public internal(set) var unstated: UnstatedHolder?
}

/// A function whose holder the sources do not state: it was left to nobody who is named.
public struct UnstatedHolder: Hashable, Sendable, Encodable {
  /// The unit for whose ground or people it is held; `nil`: for all.
  @OrNull public internal(set) var scope: UnitID?
  /// Since when that is so.
  public let since: ImpreciseDay
  /// The event that makes it so.
  public let event: EventID
  /// The event with its texts; not in JSON.
  @ForEyes public internal(set) var cause: Cause
}

/// Who holds one function on a day, and how it came there: what `who` answers.
public struct WhoAnswer: Hashable, Sendable, Encodable {
  /// The function asked for.
  public let function: FunctionID
  /// The day of the question.
  public let asOf: Day
  /// By scope, those who lead first, then by id.
  public let holders: [FunctionHolder]
  /// The scopes in which the sources do not say who holds it.
  public let unstated: [UnstatedHolder]
  /// The events by which it came to the present holders, or out of the hands of the last, in order.
  public let path: [EventID]
  /// What is to be known of the events named; in JSON only where there is any.
  @IfAny public internal(set) var qualifications: [Qualification]
  /// What the function is called; not in JSON.
  @ForEyes public internal(set) var functionName: String?
}

/// A unit that holds a function.
public struct FunctionHolder: Hashable, Sendable, Encodable {
  /// Its identifier.
  public let unit: UnitID
  /// Its name on that day.
  public let name: String
  /// How it holds the function.
  public let role: Role
  /// The unit for whose ground or people it is held; `nil`: for all.
  @OrNull public internal(set) var scope: UnitID?
  /// Since when it holds it.
  public let since: ImpreciseDay
  /// The event that makes it so.
  public let event: EventID
  /// Whether both folds of imprecise days have it so.
  public let certainty: AnswerCertainty
  /// What it holds; where that is the whole of which the function asked for is a part, the whole.
  @ForEyes public internal(set) var function: NamedFunction
  /// The event with its texts; not in JSON.
  @ForEyes public internal(set) var cause: Cause
}
