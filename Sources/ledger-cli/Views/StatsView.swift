import OrgLedger

/// Numbers about a store, for eyes.
struct StatsView {
  let statistics: Statistics

  var lines: [Styled] {
    let numbers = statistics
    var table = Table(columns: [.init(title: "WHAT"), .init(title: "NUMBER", atRight: true)])
    func add(_ what: String, _ number: String) { table.rows.append(["\(what)", "\(number)"]) }
    add("positions (vị trí ghi)", "\(numbers.positions)")
    for records in numbers.records { add("  \(records.name)", "\(records.count)") }
    if numbers.takenBack > 0 { add("  taken back", "\(numbers.takenBack)") }
    add("units named (đơn vị)", "\(numbers.units.named)")
    let on = numbers.asOf.dayMonthYear
    add("  living on \(on)", "\(numbers.units.living)")
    let possible = numbers.units.possiblyLiving - numbers.units.living
    if possible > 0 { add("  possibly living on \(on)", "\(possible)") }
    add("classes (tập hợp), not counted", "\(numbers.units.collective)")
    add("functions (chức năng)", "\(numbers.functions)")
    for type in numbers.events { add("events: \(type.name)", "\(type.count)") }
    add("bytes of records", "\(numbers.bytesOfRecords)")
    if let bytes = numbers.bytesOfFile { add("bytes of the file", "\(bytes)") }
    return head + [""] + table.drawn()
  }

  private var head: [Styled] {
    let numbers = statistics
    var lines: [Styled] = [
      "\("origin", .dim) \(numbers.origin, .strong)  \("store", .dim) \(numbers.store)  "
        + "\("format", .dim) \(numbers.format)"
    ]
    if let first = numbers.firstEffectiveOn, let last = numbers.lastEffectiveOn {
      lines.append(
        "\("effective (hiệu lực)", .dim) \(first.dayMonthYear) – \(last.dayMonthYear)")
    }
    if let first = numbers.firstRecordedAt, let last = numbers.lastRecordedAt {
      lines.append("\("recorded (ghi)", .dim) \(minute(first)) – \(minute(last))")
    }
    return lines
  }

  /// Day and minute at the store's offset; the microseconds are for programs.
  private func minute(_ stamp: Timestamp) -> String {
    let day = stamp.time.day(offsetMinutes: stamp.offsetMinutes).dayMonthYear
    return "\(day) \(stamp.description.dropFirst(11).prefix(5))"
  }
}
