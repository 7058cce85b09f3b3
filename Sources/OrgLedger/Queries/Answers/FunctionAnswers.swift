/// Who holds what on a day: what `functions` answers.
public struct FunctionHoldings: Hashable, Sendable, Encodable {
  public let asOf: Day
  /// By function, then scope.
  public let functions: [FunctionHolding]
}

/// A function in one scope with those who hold it.
public struct FunctionHolding: Hashable, Sendable, Encodable {
  public let id: FunctionID
  @OrNull public internal(set) var name: String?
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
  @OrNull public internal(set) var scope: UnitID?
  public let since: ImpreciseDay
  public let event: EventID
  @ForEyes public internal(set) var cause: Cause
}

/// Who holds one function on a day, and how it came there: what `who` answers.
public struct WhoAnswer: Hashable, Sendable, Encodable {
  public let function: FunctionID
  public let asOf: Day
  /// By scope, those who lead first, then by id.
  public let holders: [FunctionHolder]
  /// The scopes in which the sources do not say who holds it.
  public let unstated: [UnstatedHolder]
  /// The events by which it came to the present holders, or out of the hands of the last, in order.
  public let path: [EventID]
  /// What the function is called; not in JSON.
  @ForEyes public internal(set) var functionName: String?
}

/// A unit that holds a function.
public struct FunctionHolder: Hashable, Sendable, Encodable {
  public let unit: UnitID
  public let name: String
  public let role: Role
  @OrNull public internal(set) var scope: UnitID?
  public let since: ImpreciseDay
  public let event: EventID
  public let certainty: AnswerCertainty
  /// What it holds; where that is the whole of which the function asked for is a part, the whole.
  @ForEyes public internal(set) var function: NamedFunction
  @ForEyes public internal(set) var cause: Cause
}
