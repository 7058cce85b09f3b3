/// What quotas of one scheme there are on a day.
enum QuotasOnDay {
  /// In both folds.
  case sum(QuotaOnDay)
  /// In one of the folds only.
  case possible(QuotaOnDay)
  /// One of them is not written as a number, or their sum is too long.
  case noNumber(UnitID, String)
  case nothing
}

/// The quotas of one scheme that hold on a day, without those that others contain.
struct QuotaSum {
  let scheme: String
  let under: UnitID?

  func taken(on day: Day, in folds: Folds) -> QuotasOnDay {
    var (sums, units): ([Decimal], Set<UnitID>) = ([], [])
    for chart in folds.distinct {
      switch taken(in: chart) {
      case .sum(let sum, let found):
        sums.append(sum)
        units.formUnion(found)
      case .noNumber(let unit, let value): return .noNumber(unit, value)
      case .nothing: continue
      }
    }
    guard let first = sums.first, let last = sums.last else { return .nothing }
    let ascending = ExactNumber(first).compared(to: ExactNumber(last)) != 1
    let sum = QuotaOnDay(
      day: day, least: ascending ? first : last, most: ascending ? last : first,
      units: units.sorted())
    return sums.count == folds.distinct.count ? .sum(sum) : .possible(sum)
  }

  private enum InChart {
    case sum(Decimal, Set<UnitID>)
    case noNumber(UnitID, String)
    case nothing
  }

  /// From the top down; the quota of a unit is taken to contain those of what stands under it.
  private func taken(in chart: OrgChart) -> InChart {
    let living = chart.units.values.filter { $0.end == nil }
    var queue =
      under.map { [$0] }
      ?? living.filter { $0.placement.parent.map { !chart.isAlive($0) } ?? true }.map(\.id)
    var (sum, units, seen) = (ExactNumber.zero, Set<UnitID>(), Set<UnitID>())
    var unread: [(unit: UnitID, value: String)] = []
    while let unit = queue.popLast() {
      guard seen.insert(unit).inserted, let state = chart.units[unit], state.end == nil else {
        continue
      }
      guard let quota = state.quotas[scheme]?.last?.value else {
        queue += chart.children[unit, default: []]
        continue
      }
      guard let number = Decimal(quota.value), let next = sum.plus(ExactNumber(number)),
        next.decimal != nil
      else {
        unread.append((unit, quota.value))
        continue
      }
      sum = next
      units.insert(unit)
    }
    // One of several, the same whatever the order in which they were met.
    if let first = unread.min(by: { $0.unit < $1.unit }) {
      return .noNumber(first.unit, first.value)
    }
    guard !units.isEmpty, let total = sum.decimal else { return .nothing }
    return .sum(total, units)
  }
}
