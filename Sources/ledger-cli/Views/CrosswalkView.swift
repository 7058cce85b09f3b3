import OrgLedger

/// From old units to new ones, as a table and as CSV.
struct CrosswalkView {
  let crosswalk: Crosswalk

  func table(width: Int?) -> [Styled] {
    var table = Table(columns: [
      .init(title: "FROM (cũ)", shrinks: true), .init(title: "TO (mới)", shrinks: true),
      .init(title: "RELATION"), .init(title: "DEGREE"), .init(title: "SHARE", atRight: true),
    ])
    let shared = sharedNames
    func words(_ unit: UnitID?, _ name: String?) -> (name: String, id: String) {
      guard let unit, let name else { return (unit?.text ?? "–", "") }
      return (name, shared.contains(name) ? "  \(unit)" : "")
    }
    for row in crosswalk.rows {
      let (old, new) = (words(row.from, row.fromName), words(row.to, row.toName))
      let possible = row.certainty == .possible ? " (possible)" : ""
      table.rows.append([
        "\(old.name)\(old.id, .dim)", "\(new.name, .strong)\(new.id, .dim)",
        "\(row.relation.description)\(possible, .warning)", "\(row.degree.rawValue)",
        "\(share(row))",
      ])
    }
    let days = "\(crosswalk.from.dayMonthYear) → \(crosswalk.to.dayMonthYear)"
    let footer: Styled = "\("\(days): \(counted(crosswalk.rows.count, "row")).", .dim)"
    return (table.rows.isEmpty ? [] : table.drawn(width: width) + [""]) + [footer]
  }

  /// The names that two units of the table bear: there the id tells which is meant.
  private var sharedNames: Set<String> {
    var bearers: [String: Set<UnitID>] = [:]
    for row in crosswalk.rows {
      for case (let unit?, let name?) in [(row.from, row.fromName), (row.to, row.toName)] {
        bearers[name, default: []].insert(unit)
      }
    }
    return Set(bearers.filter { $0.value.count > 1 }.keys)
  }

  var csv: String {
    var csv = CSV(headings: [
      "from", "fromName", "to", "toName", "relation", "degree", "share", "basis", "certainty",
      "path",
    ])
    for row in crosswalk.rows {
      csv.add([
        row.from?.text ?? "", row.fromName ?? "", row.to?.text ?? "", row.toName ?? "",
        row.relation.description, row.degree.rawValue, row.share?.description ?? "",
        row.basis?.rawValue ?? "", row.certainty.rawValue,
        row.path.map(\.text).joined(separator: " "),
      ])
    }
    return csv.text
  }

  /// An absent share is not stated, and never made up; of a unit that ends there is none.
  private func share(_ row: CrosswalkRow) -> String {
    guard row.from != nil, row.to != nil else { return "" }
    guard let share = row.share else { return "not stated" }
    return share.description + (row.basis.map { " \($0.rawValue)" } ?? "")
  }
}
