/// Codes are given out again, and swapped within a day; what looks wrong when the day is over is
/// said, not refused.
enum CodeRules {
  static func check(
    _ changes: [CodeChange], on last: Placed, after chart: OrgChart, known: Set<UnitID>
  ) -> [Violation] {
    changes.compactMap { change -> Violation? in
      let (unit, code) = (change.unit, change.code)
      guard known.contains(unit), chart.isAlive(unit), let state = chart.units[unit],
        let own = state.codes[code.scheme]?.last, own.value == code.value,
        let classified = state.kinds.last?.since
      else { return nil }
      let others = chart.bearers[code, default: []].filter { $0 != unit && known.contains($0) }
      let bearing = others.filter {
        chart.isAlive($0) && chart.units[$0]?.kind == state.kind
          && chart.units[$0]?.codes[code.scheme]?.last?.value == code.value
      }
      if !bearing.isEmpty {
        return Violation(
          .codeOnTwo, unit: unit, day: last.key.day,
          event: (own.since.key < classified.key ? classified : own.since).event,
          about: [code.scheme, code.value] + bearing.sorted().map(\.text))
      }
      guard change.isGiven else { return nil }
      let earlier = chart.bearersBefore(code, of: unit, among: others, given: own.since.day)
      guard !earlier.isEmpty else { return nil }
      return Violation(
        .codeReturns, unit: unit, day: last.key.day, event: own.since.event,
        about: [code.scheme, code.value] + earlier.sorted().map(\.text))
    }
  }
}

extension OrgChart {
  /// Who else once bore a code that returns to a unit on a day: none where somebody bore it until
  /// then, so that it passed on, or where the unit itself was the last to bear it.
  fileprivate func bearersBefore(
    _ code: Code, of unit: UnitID, among others: Set<UnitID>, given day: Day
  ) -> [UnitID] {
    let lost = others.compactMap { other in
      dayLost(code, by: other).map { (unit: other, day: $0) }
    }
    guard let last = lost.map(\.day).max(), last < day else { return [] }
    if let own = dayLost(code, by: unit, beforeLast: true), own >= last { return [] }
    return lost.map(\.unit)
  }

  /// The day on which a unit that once bore a code ceased to, the last time or the time before it.
  private func dayLost(_ code: Code, by unit: UnitID, beforeLast: Bool = false) -> Day? {
    guard let state = units[unit], let values = state.codes[code.scheme],
      let index = values.dropLast(beforeLast ? 1 : 0).lastIndex(where: { $0.value == code.value })
    else { return nil }
    return index + 1 < values.count ? values[index + 1].since.day : state.end?.day
  }
}
