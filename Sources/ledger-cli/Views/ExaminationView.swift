import OrgLedger

/// What a look through a store found.
struct ExaminationView {
  let identity: StoreIdentity
  let examination: Examination

  var lines: [Styled] {
    var lines: [Styled] = [
      "\("origin", .dim) \(identity.origin, .strong)  \("store", .dim) \(identity.id)  "
        + "\("format", .dim) \(identity.format)",
      "\("records (bản ghi)", .dim) \(String(examination.records))", readModel,
    ]
    for finding in examination.findings { lines.append("\("✗", .warning) \(finding.words)") }
    if examination.findings.isEmpty {
      lines.append("\("✓", .accent) Every record can be read and is found.")
    }
    if examination.findings.count == Examination.mostFindings {
      lines.append("There may be more; the first \(Examination.mostFindings) are told.")
    }
    return lines
  }

  private var readModel: Styled {
    guard let position = examination.readModel else {
      return "\("read model", .dim) none, or of another shape; the records are read instead"
    }
    if position < examination.records {
      return "\("read model", .dim) knows \(String(position)) records; until the store is next "
        + "opened for writing, the records are read instead"
    }
    return "\("read model", .dim) up to date; compared with the records for "
      + "\(counted(examination.unitsCompared, "unit"))"
  }

  /// The same for programs.
  var answer: ExaminationAnswer {
    ExaminationAnswer(
      origin: identity.origin, store: identity.id, format: identity.format,
      records: examination.records, readModel: examination.readModel,
      unitsCompared: examination.unitsCompared, findings: examination.findings.map(\.answer))
  }
}

/// The keys of `doctor --format json`.
struct ExaminationAnswer: Encodable {
  let origin: String
  let store: String
  let format: Int
  let records: UInt64
  let readModel: UInt64?
  let unitsCompared: Int
  let findings: [Finding]

  struct Finding: Encodable {
    let finding: String
    var position: UInt64?
    var id: String?
    var unit: String?
    var day: String?
    let message: String
  }
}

extension Examination {
  /// What to do about what was found.
  var hint: String {
    let isReadModelOnly = findings.allSatisfy {
      if case .readModelDiffers = $0 { true } else { false }
    }
    return isReadModelOnly
      ? "`ledger doctor --rebuild` makes the read model again from the records."
      : "Restore the store from a backup, or import its documents into a new one; the file is "
        + "damaged, and nothing in it was changed."
  }
}

extension Examination.Finding {
  fileprivate var words: String {
    switch self {
    case .unreadable(let position, let error):
      "position \(position): the bytes are no record (\(error.problem) at byte \(error.offset))"
    case .notFoundByID(let position, let kind, let id):
      "position \(position): the \(kind.rawValue) \(visible(id)) is not found by its id"
    case .notFoundByMention(let position, let event):
      "position \(position): \(visible(event.text)) is not found by what it mentions"
    case .readModelDiffers(let unit, let day):
      "\(visible(unit.text)) \(day.inWords): the read model differs from the records"
    }
  }

  fileprivate var answer: ExaminationAnswer.Finding {
    switch self {
    case .unreadable(let position, _):
      .init(finding: "unreadable", position: position, message: words)
    case .notFoundByID(let position, _, let id):
      .init(finding: "notFoundByID", position: position, id: id, message: words)
    case .notFoundByMention(let position, let event):
      .init(finding: "notFoundByMention", position: position, id: event.text, message: words)
    case .readModelDiffers(let unit, let day):
      .init(
        finding: "readModelDiffers", unit: unit.text, day: day.description, message: words)
    }
  }
}

extension Day {
  /// When it is, where it may be before or after everything that is dated.
  fileprivate var inWords: String {
    switch self {
    case .distantPast: "before everything that is dated"
    case .distantFuture: "after everything that is dated"
    default: "on \(dayMonthYear)"
    }
  }
}
