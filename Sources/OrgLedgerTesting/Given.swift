import OrgLedger

/// A history to which an act is put: `given(…).when(…).thenRefused(by: …)`.
///
/// Nothing is stored. A step that does not hold throws an ``Unmet``, which fails the test that
/// calls it, in whatever framework.
public struct Given: Sendable {
  public private(set) var timeline = MemoryTimeline()
  private var position: UInt64 = 0

  /// The text that orders every act whose instrument is not named.
  public static let instrument: InstrumentID = "text"

  /// A history of acts, each judged where it is given.
  public init(
    _ acts: [Act] = [], instruments: [Instrument] = [], file: String = #fileID, line: Int = #line
  ) throws(Unmet) {
    timeline.add(Instrument(id: Self.instrument))
    for instrument in instruments { timeline.add(instrument) }
    for act in acts {
      if case .refused(let violations, _) = decide(act, on: timeline) {
        throw Unmet("the given act \(act.id) is refused: \(violations)", file, line)
      }
      record(act)
    }
  }

  /// The facts of a history, whatever took others back.
  public init(_ history: History) {
    for instrument in history.instruments.values { timeline.add(instrument) }
    for act in history.acts.values { timeline.add(act) }
    for fact in history.facts { timeline.add(fact) }
    position = history.position
  }

  /// Takes an act in without asking whether it may stand.
  public mutating func record(_ act: Act) {
    let header = ActHeader(act)
    timeline.add(header)
    position += 1
    let actPosition = position
    for event in act.events {
      position += 1
      timeline.add(
        Fact(event: event, act: header, position: position, actPosition: actPosition))
    }
  }

  /// The organisation at the end of a day.
  public func chart(on day: Day, _ fold: Fold = .latest) -> OrgChart {
    OrgChart(timeline.facts.inOrder(fold), through: day)
  }

  /// Puts an act to the history.
  public func when(_ act: Act, vocabulary: Vocabulary = Vocabulary()) -> Outcome {
    var after = self
    after.record(act)
    return Outcome(verdict: decide(act, on: timeline, vocabulary: vocabulary), after: after)
  }
}

/// A history of acts, each judged where it is given.
public func given(
  _ acts: Act..., instruments: [Instrument] = [], file: String = #fileID, line: Int = #line
) throws(Unmet) -> Given {
  try Given(acts, instruments: instruments, file: file, line: line)
}

/// An act of events on a day; days are tiny numbers here, counted from 1970-01-01.
public func act(
  _ id: ActID, on day: Int32, order: Int = 0, status: Status = .enacted, enacts: [ActID] = [],
  _ events: Event...
) -> Act {
  act(
    id, on: ImpreciseDay(Day(rawValue: day)), order: order, status: status, enacts: enacts, events)
}

/// An act of events on an imprecise day; a function without a name is named by its id where a unit
/// is given it.
public func act(
  _ id: ActID, on day: ImpreciseDay?, order: Int = 0, status: Status = .enacted,
  enacts: [ActID] = [], _ events: [Event]
) -> Act {
  var numbered = events
  for index in numbered.indices {
    if numbered[index].id.text.isEmpty { numbered[index].id = Act.eventID(id, index + 1) }
    if numbered[index].effectiveOn == nil { numbered[index].effectiveOn = day }
    if events[index].type == .functionAssigned { name(&numbered[index].details.functions) }
    for birth in numbered[index].born.indices { name(&numbered[index].born[birth].functions) }
  }
  return Act(
    id: id, status: status, effectiveOn: day, order: order, instrument: Given.instrument,
    enacts: enacts, events: numbered)
}

/// A unit as it begins: its name is its id unless said otherwise.
public func unit(
  _ id: UnitID, _ name: String? = nil, kind: String = "unit", under parent: UnitID? = nil,
  codes: [Code] = [], functions: [FunctionMention] = [], restores: [UnitID] = []
) -> Birth {
  Birth(
    id: id, name: Name(name ?? id.text), kind: kind, parent: parent.map(Placement.under) ?? .top,
    codes: codes, functions: functions, restores: restores)
}

/// Names functions by their ids, where they have no other name.
private func name(_ functions: inout [FunctionMention]) {
  for index in functions.indices where functions[index].name == nil {
    functions[index].name = functions[index].id.text
  }
}
