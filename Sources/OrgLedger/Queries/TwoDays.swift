/// The organisation on two days, in one fold, and what touched functions in between.
struct TwoDays {
  let first: OrgChart
  let second: OrgChart
  /// The last event after the first day that changed who holds what.
  private(set) var lastTouch: [HoldingKey: Origin] = [:]

  /// - Precondition: The second day is not before the first.
  /// - Complexity: O(*n*) in the number of facts up to the second day.
  init(_ facts: OrderedFacts, _ one: Day, _ two: Day) {
    var chart = OrgChart(before: facts)
    var index = 0
    while index < facts.count, facts[index].key.day <= one {
      chart.apply(facts[index])
      index += 1
    }
    first = chart
    while index < facts.count, facts[index].key.day <= two {
      chart.changes = Changes()
      chart.apply(facts[index])
      for key in chart.changes?.holdings ?? [] { lastTouch[key] = facts[index].origin }
      index += 1
    }
    chart.changes = nil
    second = chart
  }
}

/// Why two days cannot be compared.
public enum TwoDaysError: Error, Hashable, Sendable {
  /// The second is before the first.
  case reversed(from: Day, to: Day)
}
