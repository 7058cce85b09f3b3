import OrgLedger

/// What became of an import: totals for the answer, the rest beside it.
struct ImportReport {
  private let session: Session
  private let format: ImportCommand.Format
  private var totals = ImportTotals()
  private var remarks: [Importer.Remark] = []
  private var notices: [DocumentNotice] = []
  private(set) var refusal: (submission: PlannedSubmission, reason: Refusal)?
  /// Why reading stopped, where it did.
  var failure: Failure?

  /// How many warnings of one rule are told one by one.
  private static let most = 5

  init(_ session: Session, _ format: ImportCommand.Format) {
    self.session = session
    self.format = format
  }

  mutating func add(_ report: Importer.Report) {
    totals.documents += report.totals.documents
    totals.acts += report.totals.acts
    totals.events += report.totals.events
    totals.claims += report.totals.claims
    totals.appended += report.totals.appended
    totals.skipped += report.totals.skipped
    remarks += report.remarks
    refusal = report.refusal
  }

  mutating func add(notices new: [DocumentNotice]) { notices += new }

  /// Prints the totals and what should be looked at.
  ///
  /// - Throws: Why the import stopped, if it did.
  func end() throws(Failure) {
    session.console.message(noticeLines + warningLines)
    try session.console.answer(data: answer + "\n")
    if let failure { throw failure }
    if let refusal { throw Failure(refusal.reason, of: refusal.submission) }
  }

  private var counts: [(String, Int)] {
    [
      ("documents", totals.documents), ("acts", totals.acts), ("events", totals.events),
      ("claims", totals.claims), ("appended", totals.appended), ("skipped", totals.skipped),
    ]
  }

  private var answer: String {
    switch format {
    case .text: counts.map { "\($0)=\($1)" }.joined(separator: " ")
    case .json: JSON.object(counts.map { ($0, .int($1)) }).compact
    }
  }

  private var noticeLines: [Styled] {
    grouped(notices.map { ($0.kind.rawValue, $0) }) { kind, notice in
      "\("notice:", .accent) \(notice.file):\(notice.line): \(notice.words)"
    }
  }

  private var warningLines: [Styled] {
    let warnings = remarks.flatMap { remark in
      remark.warnings.map { ($0.rule.rawValue, (remark.submission, $0.worded)) }
    }
    return grouped(warnings) { rule, warning in
      let (submission, words) = warning
      return "\("warning:", .warning) \(submission.file):\(submission.line): "
        + "\(rule, .accent): \(words.message)"
        + (words.event.map { " \("(\($0.text))", .dim)" } ?? "")
    }
  }

  /// The first few of each kind, then how many more there are.
  private func grouped<Item>(
    _ items: [(kind: String, item: Item)], _ line: (String, Item) -> Styled
  ) -> [Styled] {
    var kinds: [String] = []
    var byKind: [String: [Item]] = [:]
    for (kind, item) in items {
      if byKind[kind] == nil { kinds.append(kind) }
      byKind[kind, default: []].append(item)
    }
    return kinds.flatMap { kind -> [Styled] in
      let all = byKind[kind, default: []]
      var lines = all.prefix(Self.most).map { line(kind, $0) }
      if all.count > Self.most {
        lines.append("\("  … and \(all.count - Self.most) more of \(kind)", .dim)")
      }
      return lines
    }
  }
}
