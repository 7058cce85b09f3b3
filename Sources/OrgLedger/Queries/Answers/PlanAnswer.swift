/// What was planned, held against what was enacted by a day: what `plans` answers.
public struct PlansAnswer: Hashable, Sendable, Encodable {
  /// The day of the question.
  public let asOf: Day
  /// By their planned days, then id.
  public let plans: [PlanAnswer]
  /// Acts that change the organisation and carry out no plan on record, in order; `nil`: not told.
  @OrNull public internal(set) var unplanned: [ActID]?
  /// Acts that were to hold for a time only, by the day until which they were planned.
  public let pilots: [PilotAnswer]
}

/// One proposed act and what became of it.
public struct PlanAnswer: Hashable, Sendable, Encodable {
  /// The proposed act.
  public let act: ActID
  /// The document that plans it.
  public let instrument: InstrumentID
  /// When it was to take effect; `nil` where the plan does not say.
  @OrNull public internal(set) var effectiveOn: ImpreciseDay?
  /// What became of it.
  public let outcome: PlanOutcome
  /// Whether its last possible day is over and nothing carries it out.
  public let overdue: Bool
  /// The acts that carry it out, in order.
  public let enactedBy: [ActID]
  /// Its events, each with what carried it out.
  public let events: [PlannedEvent]
}

/// What became of a plan.
public enum PlanOutcome: String, CaseIterable, Hashable, Sendable, Encodable {
  /// Every event was enacted as it was planned.
  case asPlanned
  /// It was carried out, but not all of it, or not in the same way.
  case otherwise
  /// No act carries it out.
  case notDone
}

/// One event of a plan and what was enacted for it: one event, or several of its type that together
/// are no more than it.
public struct PlannedEvent: Hashable, Sendable, Encodable {
  /// Its identifier.
  public let event: EventID
  /// Its type.
  public let type: EventType
  /// The events that were enacted for it, in order; empty: none.
  public let enacted: [EventID]
  /// In what they differ from it; empty where nothing was enacted.
  public let differences: [PlanDifference]
}

/// A way in which an enacted event differs from the planned one.
public enum PlanDifference: String, CaseIterable, Hashable, Sendable, Encodable {
  case type, day, ends, persists, born, from, to, functions, parent, name, kind, children
  case heldFunctions, posts, value
}

/// An act that was to hold until a day.
public struct PilotAnswer: Hashable, Sendable, Encodable {
  /// The act that is tried out.
  public let act: ActID
  /// The day until which it was to hold.
  public let plannedUntil: Day
  /// Whether that day is over and something of it still holds.
  public let overdue: Bool
  /// The units of which something still holds as the act made it, by id.
  public let ongoing: [UnitID]
}

/// A proposed act to be shown as if it had been enacted.
public struct ScenarioAct: Hashable, Sendable {
  /// The proposed act.
  public var act: ActID
  /// The day on which all of it takes effect; `nil`: on its last planned day.
  public var day: Day?

  public init(_ act: ActID, on day: Day? = nil) {
    self.act = act
    self.day = day
  }
}

/// Why a scenario cannot be shown.
public enum ScenarioError: Error, Hashable, Sendable {
  /// No act of that id is recorded.
  case unknownAct(ActID)
  /// It was enacted: it is in every chart already.
  case enacted(ActID)
  /// The plan states no last day, and none was given.
  case noDay(ActID)
}
