import OrgLedger

/// What became of an import: totals for the answer, the rest beside it.
struct ImportReport {
  private let session: Session
  private let format: ImportCommand.Format
  private var totals = ImportTotals()
  private var warnings = Tally<Rule, Importer.Remark>(keeping: Self.most)
  private var notices = Tally<DocumentNotice.Kind, DocumentNotice>(keeping: Self.most)
  private(set) var refusal: (submission: PlannedSubmission, reason: Refusal)?
  /// Why reading stopped, where it did.
  var failure: Failure?

  /// How many warnings of one rule are told one by one.
  static let most = 5

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
    warnings.add(report.warnings)
    refusal = report.refusal
  }

  mutating func add(notices new: [DocumentNotice]) {
    for notice in new { notices.add(notice, of: notice.kind) }
  }

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
    lines(of: notices) { notice in
      "\("notice:", .accent) \(notice.file):\(notice.line): \(notice.words)"
    }
  }

  private var warningLines: [Styled] {
    lines(of: warnings) { remark in
      let words = remark.warning.worded
      return "\("warning:", .warning) \(remark.submission.file):\(remark.submission.line): "
        + "\(remark.warning.rule.rawValue, .accent): \(words.message)"
        + (words.event.map { " \("(\($0.text))", .dim)" } ?? "")
    }
  }

  /// The first few of each kind, then how many more there are.
  private func lines<Kind: RawRepresentable<String>, Item>(
    of tally: Tally<Kind, Item>, _ line: (Item) -> Styled
  ) -> [Styled] {
    tally.kinds.flatMap { kind -> [Styled] in
      let first = tally.first[kind, default: []]
      let more = tally.counts[kind, default: 0] - first.count
      return first.map(line)
        + (more > 0 ? ["\("  … and \(more) more of \(kind.rawValue)", .dim)"] : [])
    }
  }
}
