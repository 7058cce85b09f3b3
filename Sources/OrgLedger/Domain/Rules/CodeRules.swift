/// Codes are given out again, and swapped within a day; what looks wrong when the day is over is
/// said, not refused.
enum CodeRules {
  static func check(
    _ coded: [(unit: UnitID, code: Code)], on last: Placed, after chart: OrgChart,
    known: Set<UnitID>
  ) -> [Violation] {
    coded.flatMap { unit, code -> [Violation] in
      guard known.contains(unit), chart.isAlive(unit), let state = chart.units[unit],
        let own = state.codes[code.scheme]?.last, own.value == code.value
      else { return [] }
      let others = chart.bearers[code, default: []].filter { $0 != unit && known.contains($0) }
      let bearing = others.filter {
        chart.isAlive($0) && chart.units[$0]?.kind == state.kind
          && chart.units[$0]?.codes[code.scheme]?.last?.value == code.value
      }
      var found: [Violation] = []
      if !bearing.isEmpty {
        found.append(
          Violation(
            .codeOnTwo, unit: unit, day: last.key.day, event: own.since.event,
            about: [code.scheme, code.value] + bearing.sorted().map(\.text)))
      }
      // It returns where nobody bore it on the day before, though somebody else once did.
      let returns = others.subtracting(bearing).filter { other in
        chart.dayLost(code, by: other).map { $0 < own.since.day } ?? false
      }
      if bearing.isEmpty, !returns.isEmpty {
        found.append(
          Violation(
            .codeReturns, unit: unit, day: last.key.day, event: own.since.event,
            about: [code.scheme, code.value] + returns.sorted().map(\.text)))
      }
      return found
    }
  }
}

extension OrgChart {
  /// The day on which a unit that once bore a code ceased to.
  fileprivate func dayLost(_ code: Code, by unit: UnitID) -> Day? {
    guard let state = units[unit], let values = state.codes[code.scheme],
      let index = values.lastIndex(where: { $0.value == code.value })
    else { return nil }
    return index + 1 < values.count ? values[index + 1].since.day : state.end?.day
  }
}
