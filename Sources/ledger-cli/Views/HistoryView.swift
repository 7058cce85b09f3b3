import OrgLedger

/// The timeline of a unit for eyes: each event with its legal basis and the words of the text.
struct HistoryView {
  let history: UnitHistory
  let name: String
  let texts: Texts

  func lines(width: Int?) -> [Styled] {
    let rows = groups.map { entries in
      let entry = entries[0]
      var line: Styled = "\(entry.on.words, .strong)  \(texts.verb(entry.type, entry.term))"
      if entries.count > 1 { line += "  \("\(entries.count) events", .dim)" }
      return TreeRow(depth: 1, line: line, notes: notes(of: entries))
    }
    let taken = (history.takenBack ?? []).map { entry in
      TreeRow(
        depth: 1,
        line: "\("no longer counts:", .warning) \(entry.on.words)  \(entry.type.rawValue)",
        notes: notes(of: entry))
    }
    return
      ([TreeRow(depth: 0, line: "\(name, .strong)  \(history.unit.text, .dim)")] + rows + taken)
      .drawn(width: width)
  }

  private func notes(of entry: EntryTakenBack) -> [Styled] {
    let reason = entry.reason.map { " (\($0))" } ?? ""
    let day = entry.recordedAt.time.day(offsetMinutes: entry.recordedAt.offsetMinutes).dayMonthYear
    return [
      "\("\(entry.event.text), position \(entry.position)", .dim)",
      "\(entry.how.rawValue) by \(entry.by.text)\(reason)",
      "\("recorded \(day) by \(entry.recordedBy), position \(entry.byPosition)", .dim)",
    ]
  }

  /// Entries that follow each other and differ only in what they meant for the unit, as where one
  /// sentence moves a function in eleven districts.
  private var groups: [[HistoryEntry]] {
    var groups: [[HistoryEntry]] = []
    for entry in history.entries {
      if let last = groups.last?.last, last.isLike(entry) {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups
  }

  private func notes(of entries: [HistoryEntry]) -> [Styled] {
    let entry = entries[0]
    var notes: [Styled] = entries.map {
      entries.count == 1
        ? "\($0.summary.description)" : "\($0.summary.description)  \($0.event.text, .dim)"
    }
    if entry.certainty != .stated {
      notes.append("\("this is \(entry.certainty.rawValue), not stated by the text", .warning)")
    }
    notes.append(texts.basis(entry.orderedBy))
    notes += entry.citations.flatMap { texts.lines(of: $0, in: entry.instrument) }
    if entry.citations.isEmpty { notes.append("\("— \(texts.name(of: entry.instrument))", .dim)") }
    if let origin = entry.corrects {
      notes.append("corrects \(origin.target) (\(origin.reason), by \(origin.event.text))")
    }
    notes += texts.remarks(entry.alternatives, entry.note, in: entry.instrument)
    let time = entry.recordedAt.time
    let day = time.day(offsetMinutes: entry.recordedAt.offsetMinutes).dayMonthYear
    notes.append(
      "\("recorded \(day) by \(entry.recordedBy), \(positions(of: entries))", .dim)")
    return notes
  }

  /// `position 7`; `positions 7–9` where they follow each other.
  private func positions(of entries: [HistoryEntry]) -> String {
    let (first, last) = (entries[0].position, entries[entries.count - 1].position)
    if first == last { return "position \(first)" }
    return last - first == UInt64(entries.count - 1)
      ? "positions \(first)–\(last)"
      : "positions \(entries.map { String($0.position) }.joined(separator: ", "))"
  }
}

extension HistoryEntry {
  /// Whether another one is the same but for what it meant for the unit.
  fileprivate func isLike(_ other: HistoryEntry) -> Bool {
    on == other.on && type == other.type && term == other.term && instrument == other.instrument
      && orderedBy == other.orderedBy && citations == other.citations
      && alternatives == other.alternatives && certainty == other.certainty && note == other.note
      && recordedAt == other.recordedAt && recordedBy == other.recordedBy
  }
}
