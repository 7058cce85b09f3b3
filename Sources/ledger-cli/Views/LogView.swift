import OrgLedger

/// The record itself as a table for eyes.
struct LogView {
  let lines: [LogLine]

  func table(width: Int?) -> [Styled] {
    var table = Table(columns: [
      .init(title: "POSITION", atRight: true), .init(title: "RECORDED"), .init(title: "BY"),
      .init(title: "KIND"), .init(title: "TYPE"), .init(title: "EFFECTIVE"),
      .init(title: "ID", shrinks: true),
    ])
    for line in lines {
      table.rows.append([
        "\(String(line.position))", "\(time(line.recordedAt), .dim)", "\(line.recordedBy, .dim)",
        "\(line.kind.rawValue)", "\(line.type?.rawValue ?? "", .accent)",
        "\(line.effectiveOn?.words ?? "")", "\(line.id, .strong)\(taken(line), .dim)",
      ])
    }
    return table.rows.isEmpty ? ["\("No records.", .dim)"] : table.drawn(width: width)
  }

  /// What a record takes back, or in whose place it stands.
  private func taken(_ line: LogLine) -> String {
    if let retracts = line.retracts {
      return " takes back \(retracts.map(String.init).joined(separator: ", "))"
    }
    return line.slot.map { " in the place of \($0)" } ?? ""
  }

  /// Day and minute at the store's offset; the microseconds are for programs.
  private func time(_ stamp: Timestamp) -> String {
    let day = stamp.time.day(offsetMinutes: stamp.offsetMinutes).dayMonthYear
    return "\(day) \(stamp.description.dropFirst(11).prefix(5))"
  }
}
