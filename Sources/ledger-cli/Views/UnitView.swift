import OrgLedger

/// One unit for eyes: what holds, since when, and by which text.
struct UnitView {
  let unit: UnitDetail
  let asOf: Day
  let texts: Texts
  let unitName: (UnitID) -> String

  func lines(width: Int?) -> [Styled] {
    let row = unit.row
    var head: Styled = "\(row.name, .strong)  \("\(row.kind) · \(status)", .dim)"
    if row.certainty == .possible { head += "  \("possible", .warning)" }
    if row.collective {
      let members = row.members.map { ", \(counted($0, "member"))" } ?? ""
      head += "  \("a class, not counted\(members)", .warning)"
    }
    var rows = [TreeRow(depth: 0, line: head + "  \(row.id.text, .dim)")]
    // The words of the text stand with the first line that an event made so.
    var told: Set<EventID> = []
    rows += event("Began", unit.birth, &told)
    if let end = unit.end { rows += event("Ended", end, &told) }
    rows += section("Names (tên gọi)", unit.names, &told) { name in
      let short = name.shortName.map { " (\($0))" } ?? ""
      return ("\(name.name, .strong)\(short)", name.from, name.to, name.cause)
    }
    rows += section("Kinds (loại)", unit.kinds, &told) { kind in
      ("\(kind.kind)", kind.from, kind.to, kind.cause)
    }
    rows += section("Parents (trực thuộc)", unit.parents, &told) { period in
      let place: Styled =
        period.parent.map { "\(unitName($0)) \($0.text, .dim)" }
        ?? (period.parentKnown ? "none: a top" : "not stated")
      return (place, period.from, period.to, period.cause)
    }
    rows += section("Codes (mã)", unit.codes, &told) { period in
      ("\(period.code.scheme):\(period.code.value)", period.from, unit.end?.on, period.cause)
    }
    rows += section("Functions (chức năng)", unit.functions, &told) { held in
      let scope = held.scope.map { " in \(unitName($0))" } ?? ""
      let name = held.function.name ?? held.function.id.text
      return ("\(held.role.rawValue) \(name)\(scope)", held.since, unit.end?.on, held.cause)
    }
    rows += section("Quotas (biên chế)", unit.quotas, &told) { quota in
      let period = quota.period.map { " for \($0)" } ?? ""
      return ("\(quota.value) \(quota.scheme)\(period)", quota.from, unit.end?.on, quota.cause)
    }
    rows += section("Second parents (đồng thời trực thuộc)", unit.secondParents, &told) { second in
      let role = second.role.map { ", \($0)" } ?? ""
      let place: Styled = "\(unitName(second.parent)) \(second.parent.text, .dim)\(role)"
      return (place, second.from, unit.end?.on, second.cause)
    }
    rows += section("Combined posts (kiêm nhiệm)", unit.combinedPosts, &told) { combined in
      let posts = combined.posts.map { "\($0.title) (\(unitName($0.unit)))" }
      var line: Styled = "\(posts.joined(separator: ", "))"
      if combined.certainty == .possible { line += "  \("possible", .warning)" }
      return (line, combined.from, unit.end?.on, combined.cause)
    }
    rows += children
    return rows.drawn(width: width)
  }

  private var status: String {
    let on = asOf.dayMonthYear
    let lived = life(unit.birth.on, unit.end?.on)
    return switch unit.status {
    case .alive: "lives on \(on), \(lived)"
    case .ended: "ended by \(on): \(lived)"
    case .notYet: "not yet there on \(on): \(lived)"
    }
  }

  private func section<Entry>(
    _ title: String, _ entries: [Entry], _ told: inout Set<EventID>,
    _ words: (Entry) -> (Styled, ImpreciseDay, ImpreciseDay?, Cause)
  ) -> [TreeRow] {
    guard !entries.isEmpty else { return [] }
    var rows = [TreeRow(depth: 1, line: "\(title, .dim)")]
    for entry in entries {
      let (value, from, to, cause) = words(entry)
      var row = TreeRow(
        depth: 2,
        line: value + "  \(life(from, to), .dim)  \(short(cause), .dim)"
          + texts.certainty(of: cause.event))
      if told.insert(cause.event).inserted { row.notes = quotes(cause) }
      rows.append(row)
    }
    return rows
  }

  private var children: [TreeRow] {
    guard !unit.children.isEmpty else { return [] }
    return [
      TreeRow(depth: 1, line: "\("Children (đơn vị trực thuộc)", .dim) \(unit.children.count)")
    ]
      + unit.children.map {
        TreeRow(depth: 2, line: "\(unitName($0))  \($0.text, .dim)")
      }
  }

  /// The event and the number of the text that ordered it.
  private func short(_ cause: Cause) -> String {
    let basis =
      cause.orderedBy.isEmpty
      ? "legal basis not stated"
      : cause.orderedBy.map(texts.shortName(of:)).joined(separator: ", ")
    return "\(cause.type.rawValue), \(basis)"
  }

  private func quotes(_ cause: Cause) -> [Styled] {
    texts.account(of: cause.event, orderedBy: cause.orderedBy, in: cause.instrument)
  }

  private func event(_ title: String, _ cause: Cause, _ told: inout Set<EventID>) -> [TreeRow] {
    told.insert(cause.event)
    let verb = texts.verb(cause.type, texts.fact(cause.event)?.event.term)
    return [
      TreeRow(
        depth: 1,
        line: "\(title, .dim) \(cause.on.words, .strong)  " + verb
          + texts.certainty(of: cause.event),
        notes: quotes(cause))
    ]
  }
}
