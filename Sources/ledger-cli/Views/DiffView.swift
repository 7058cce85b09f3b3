import OrgLedger

/// What differs between two days, in sections for eyes.
struct DiffView {
  let diff: Diff
  let texts: Texts
  /// What a unit is called: on the second day, or its last name before.
  let name: (UnitID) -> String

  func lines(width: Int?) -> [Styled] {
    let sections = [
      section(
        "Born (thành lập)",
        diff.born.map {
          ("\(unit($0.unit, $0.name))  \($0.kind, .dim)\(mark($0.collective))", $0.event)
        }),
      section("Ended (kết thúc)", diff.ended.map { (ended($0), $0.event) }),
      section(
        "Renamed (đổi tên)",
        diff.renamed.map {
          (changed($0.unit, $0.before, $0.after) + mark($0.collective), $0.event)
        }),
      section(
        "Reclassified (đổi loại)",
        diff.reclassified.map {
          (
            "\(unit($0.unit))  \($0.before) → \($0.after, .strong)\(mark($0.collective))", $0.event
          )
        }),
      section(
        "Reparented (chuyển trực thuộc)",
        diff.reparented.map {
          (
            "\(unit($0.unit))  \(place($0.before)) → \(place($0.after), .strong)"
              + mark($0.collective), $0.event
          )
        }),
      section("Codes (mã)", diff.identifiers.map { (code($0), $0.event) }),
      section("Functions moved (chức năng)", diff.functions.map { (function($0), $0.event) }),
    ].compactMap { $0 }
    let days = "\(diff.from.dayMonthYear) → \(diff.to.dayMonthYear)"
    guard !sections.isEmpty else { return ["\("\(days): nothing differs.", .dim)"] }
    var lines: [Styled] = ["\(days, .strong)"]
    for section in sections { lines += [""] + section.drawn(width: width) }
    return lines
  }

  private func section(_ title: String, _ entries: [(Styled, EventID)]) -> [TreeRow]? {
    guard !entries.isEmpty else { return nil }
    return [TreeRow(depth: 0, line: "\(title, .strong) \(entries.count, .dim)")]
      + entries.map { TreeRow(depth: 1, line: $0.0 + "  \(cause($0.1), .dim)") }
  }

  /// When and by which text, in few words.
  private func cause(_ event: EventID) -> String {
    guard let fact = texts.fact(event) else { return event.text }
    let basis = fact.act.orderedBy.first.map { ", \(texts.shortName(of: $0))" } ?? ""
    return "\(fact.event.type.rawValue) \(fact.effectiveOn.wordsInSentence)\(basis)"
  }

  private func unit(_ id: UnitID, _ called: String? = nil) -> Styled {
    "\(called ?? name(id), .strong) \(id.text, .dim)"
  }

  private func changed(_ id: UnitID, _ before: String, _ after: String) -> Styled {
    "\(before) → \(after, .strong) \(id.text, .dim)"
  }

  private func ended(_ entry: Diff.Ended) -> Styled {
    let into = entry.into.map(name).joined(separator: ", ")
    return unit(entry.unit, entry.name) + (into.isEmpty ? "" : " → \(into, .strong)")
      + mark(entry.collective)
  }

  /// A class that a text names without its members (tập hợp).
  private func mark(_ collective: Bool) -> Styled {
    collective ? "  \("a class, not counted", .warning)" : ""
  }

  private func place(_ value: ParentValue) -> String {
    switch value.placement {
    case .under(let parent): name(parent)
    case .top: "top"
    case .notStated: "not stated"
    }
  }

  private func code(_ change: Diff.CodeChange) -> Styled {
    unit(change.unit)
      + "  \(change.scheme): \(change.before ?? "none") → \(change.after ?? "none", .strong)"
  }

  private func function(_ change: Diff.FunctionChange) -> Styled {
    var line: Styled = "\(change.name ?? change.function.text, .strong)"
    if let scope = change.scope { line += " in \(name(scope))" }
    let from = change.from.map(name) ?? (change.fromKnown ? "nobody" : "not stated")
    let to = change.to.map(name) ?? (change.toKnown ? "nobody" : "not stated")
    return line + "  \(from) → \(to, .strong)"
  }
}
