import OrgLedger

/// A chart for eyes, and as CSV.
struct ChartView {
  let chart: ChartAnswer

  /// The tree of units, then how many there are.
  func tree(width: Int?) -> [Styled] {
    let rows = chart.units.map { row in
      TreeRow(depth: row.depth, line: "\(row.name, .strong)  \(description(of: row))")
    }
    return rows.drawn(width: width) + footer
  }

  /// A line for each unit, then how many there are.
  func table(width: Int?) -> [Styled] {
    var table = Table(columns: [
      .init(title: "UNIT", shrinks: true), .init(title: "KIND"), .init(title: "SINCE"),
      .init(title: "CODES", shrinks: true), .init(title: "ID"),
    ])
    for row in chart.units {
      let indent = String(repeating: "  ", count: row.depth)
      let mark = row.certainty == .possible ? " (possible)" : row.collective ? " (a class)" : ""
      table.rows.append([
        "\(indent)\(row.name, .strong)\(mark, .warning)", "\(row.kind)", "\(row.since.words)",
        "\(codes(of: row), .dim)", "\(row.id.text, .dim)",
      ])
    }
    return table.drawn(width: width) + footer
  }

  var csv: String {
    var csv = CSV(headings: [
      "id", "name", "kind", "parent", "parentKnown", "since", "codes", "functions", "certainty",
      "collective", "depth",
    ])
    for row in chart.units {
      csv.add([
        row.id.text, row.name, row.kind, row.parent?.text ?? "", String(row.parentKnown),
        row.since.description, codes(of: row), row.functions.map(\.id.text).joined(separator: " "),
        row.certainty.rawValue, String(row.collective), String(row.depth),
      ])
    }
    return csv.text
  }

  private func codes(of row: ChartRow) -> String {
    row.codes.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " ")
  }

  private func description(of row: ChartRow) -> Styled {
    var parts: [Styled] = ["\(row.kind, .dim)", "\(row.since.since, .dim)"]
    if !row.codes.isEmpty { parts.append("\(codes(of: row), .dim)") }
    if row.collective {
      let members = row.members.map { ", \(counted($0, "member"))" } ?? ""
      parts.append("\("a class, not counted\(members)", .dim)")
    }
    if !row.parentKnown { parts.append("\("parent not stated", .dim)") }
    if row.certainty == .possible { parts.append("\("possible", .warning)") }
    return parts.joined(separator: "\(" · ", .dim)")
  }

  /// What a person would otherwise count by hand; it says the day, which may be that of today.
  private var footer: [Styled] {
    let counted = chart.units.filter { !$0.collective }
    let classes = chart.units.count - counted.count
    let possible = counted.count { $0.certainty == .possible }
    var kinds: [String: Int] = [:]
    for row in counted { kinds[row.kind, default: 0] += 1 }
    let byKind = kinds.map { (key: $0.key, value: $0.value, order: VietnameseOrder($0.key)) }
      .sorted { ($1.value, $0.order) < ($0.value, $1.order) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    var text = "On \(chart.asOf.dayMonthYear): \(ledger_cli.counted(counted.count, "unit"))"
    if kinds.count > 1 {
      text += " (\(byKind))"
    } else if let kind = kinds.keys.first {
      text += " (\(kind))"
    }
    if possible > 0 { text += "; \(possible) of them only possible" }
    if classes > 0 { text += "; \(ledger_cli.counted(classes, "class", "classes")) not counted" }
    return chart.units.isEmpty ? ["\("\(text).", .dim)"] : ["", "\("\(text).", .dim)"]
  }
}
