import OrgLedger

/// A chart as lines that a test can compare and a person can read, one a unit.
enum ChartLines {
  static func of(_ chart: OrgChart) -> [String] {
    chart.units.values.sorted { $0.id < $1.id }.map { unit in
      let held = chart.held[unit.id, default: []].sorted().map { key in
        let role = chart.holders[key]?[unit.id]?.role.rawValue ?? "?"
        return "\(key.function)\(key.scope.map { "@\($0)" } ?? "") \(role)"
      }
      let codes = unit.currentCodes.map { "\($0.scheme)=\($0.value)" }
      let seconds = unit.secondaryParents.keys.sorted().map(\.text)
      let life = "\(unit.birth.day) – \(unit.end.map { "\($0.day)" } ?? "")"
      return [
        unit.id.text, unit.name.full, unit.name.short ?? "", unit.kind, place(of: unit),
        seconds.joined(separator: ","), codes.joined(separator: ","),
        held.joined(separator: ","), life,
      ].joined(separator: " | ")
    }
  }

  private static func place(of unit: UnitState) -> String {
    switch unit.placement {
    case .under(let parent): "under \(parent)"
    case .top: "top"
    case .notStated: "not stated"
    }
  }
}
