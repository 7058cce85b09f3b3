import OrgLedger

/// The timeline of a unit for eyes: each event with its legal basis and the words of the text.
struct HistoryView {
  let history: UnitHistory
  let name: String
  let texts: Texts

  func lines(width: Int?) -> [Styled] {
    let rows = history.entries.map { entry in
      TreeRow(
        depth: 1,
        line: "\(entry.on.words, .strong)  \(texts.verb(entry.type, entry.term))",
        notes: notes(of: entry))
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

  private func notes(of entry: HistoryEntry) -> [Styled] {
    var notes: [Styled] = ["\(entry.summary.description)"]
    if entry.certainty != .stated {
      notes.append("\("this is \(entry.certainty.rawValue), not stated by the text", .warning)")
    }
    notes.append(texts.basis(entry.orderedBy))
    notes += entry.citations.flatMap { texts.lines(of: $0, in: entry.instrument) }
    if entry.citations.isEmpty { notes.append("\("— \(texts.name(of: entry.instrument))", .dim)") }
    for other in entry.alternatives {
      notes.append("\("elsewhere:", .warning) \(other.key) \(other.value)")
      notes += other.citations.flatMap { texts.lines(of: $0, in: entry.instrument) }
    }
    if let origin = entry.corrects {
      notes.append("corrects \(origin.target) (\(origin.reason), by \(origin.event.text))")
    }
    if let note = entry.note { notes.append("\("note: \(note)", .dim)") }
    let time = entry.recordedAt.time
    let day = time.day(offsetMinutes: entry.recordedAt.offsetMinutes).dayMonthYear
    notes.append(
      "\("recorded \(day) by \(entry.recordedBy), position \(entry.position)", .dim)")
    return notes
  }
}
