/// The organisation on a day in both folds of imprecise days, which are one where none is.
struct Folds {
  let latest: OrgChart
  /// `nil`: as the latest.
  private let other: OrgChart?

  init(latest: OrgChart, earliest: OrgChart?) {
    self.latest = latest
    other = earliest
  }

  var earliest: OrgChart { other ?? latest }

  /// The folds that may differ: the latest one first.
  var distinct: [OrgChart] { other.map { [latest, $0] } ?? [latest] }

  /// A unit as the latest fold has it, or, where that does not know it yet, the earliest.
  func state(_ unit: UnitID) -> UnitState? { latest.units[unit] ?? other?.units[unit] }

  /// Whether a unit lives in either fold.
  func isAlive(_ unit: UnitID) -> Bool {
    latest.isAlive(unit) || (other?.isAlive(unit) ?? false)
  }

  /// The fold whose values are shown for a unit.
  ///
  /// The latest one, where the unit lives in it: what only the earliest adds has possibly not
  /// happened. Otherwise the earliest, if it lives there.
  func shown(_ unit: UnitID) -> OrgChart {
    guard let other, !latest.isAlive(unit) else { return latest }
    return other.isAlive(unit) || latest.units[unit] == nil ? other : latest
  }

  /// Whether both folds say that a unit lives, is called so, is of that kind and stands there.
  func certainty(of unit: UnitID) -> AnswerCertainty {
    guard let other else { return .certain }
    guard let one = latest.units[unit], let two = other.units[unit], one.end == nil,
      two.end == nil, one.name == two.name, one.kind == two.kind, one.placement == two.placement
    else { return .possible }
    return .certain
  }
}

extension History {
  /// The organisation at the end of a day, in both folds.
  func folds(on day: Day) -> Folds {
    Folds(latest: chart(on: day, .latest), earliest: foldsDiffer ? chart(on: day, .earliest) : nil)
  }

  /// The fact from which a statement comes.
  ///
  /// - Complexity: O(log *n*), since facts stand in log order.
  func fact(at origin: Origin) -> Fact? {
    var (low, high) = (0, facts.count)
    while low < high {
      let middle = (low + high) / 2
      if facts[middle].position < origin.position { low = middle + 1 } else { high = middle }
    }
    return low < facts.count && facts[low].position == origin.position ? facts[low] : nil
  }

  /// The day of a statement, as far as the sources say.
  func day(of origin: Origin) -> ImpreciseDay {
    fact(at: origin)?.effectiveOn.stated(of: origin.day) ?? ImpreciseDay(origin.day)
  }

  /// The event of a statement, with its texts.
  func cause(of origin: Origin) -> Cause {
    guard let fact = fact(at: origin) else {
      preconditionFailure("a fold states what no fact says: \(origin.event)")
    }
    return Cause(
      event: fact.event.id, type: fact.event.type, on: day(of: origin),
      instrument: fact.act.instrument, orderedBy: fact.act.orderedBy)
  }

  /// The record time up to which it knows.
  var knownTime: Timestamp? { knownAt.map { Timestamp($0, offsetMinutes: offsetMinutes) } }
}
