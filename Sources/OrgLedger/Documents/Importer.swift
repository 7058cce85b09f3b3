/// Appends documents to a ledger, many submissions to a commit.
///
/// The first submission that is refused stops it; what came before stands, and a rerun passes over
/// it.
public struct Importer: Sendable {
  /// How an import is to be done.
  public struct Options: Sendable {
    /// Where the log must end for the import to begin.
    public var expecting: ExpectedVersion
    /// Who says that they record it.
    public var author: String
    /// Which verbs may stand for which types.
    public var vocabulary: Vocabulary
    /// Whether all is judged and nothing recorded.
    public var dryRun: Bool
    /// How many submissions may share a commit.
    ///
    /// In a large store each event touches some ten pages of its own, which stay in memory until the
    /// commit.
    public var batch: Int
    /// How many warnings of each rule are reported one by one; the others are counted.
    public var warningsKept: Int

    /// Options with the usual ones for all that is not said.
    public init(
      expecting: ExpectedVersion = .any, by author: String = "unstated",
      vocabulary: Vocabulary = Vocabulary(), dryRun: Bool = false, batch: Int = 250,
      warningsKept: Int = 100
    ) {
      self.expecting = expecting
      self.author = author
      self.vocabulary = vocabulary
      self.dryRun = dryRun
      self.batch = batch
      self.warningsKept = warningsKept
    }
  }

  /// What an import found worth saying of one submission.
  public struct Remark: Hashable, Sendable {
    /// What it is about.
    public var submission: PlannedSubmission
    /// What a person should look at.
    public var warning: Violation
  }

  /// What became of an import.
  public struct Report: Sendable {
    /// What was read and recorded.
    public var totals = ImportTotals()
    /// Commits that it took.
    public var commits = 0
    /// The warnings: the first of each rule, and how many there were.
    public var warnings: Tally<Rule, Remark>
    /// The submission at which it stopped, and why.
    public var refusal: (submission: PlannedSubmission, reason: Refusal)?
    /// Where the log ends afterwards.
    public var head: Head

    init(head: Head, keeping most: Int) {
      self.head = head
      warnings = Tally(keeping: most)
    }

    fileprivate mutating func add(_ warnings: [Violation], on submission: PlannedSubmission) {
      // Both folds may find one, each on its own day; a person needs to hear it once.
      var said: Set<Violation> = []
      for warning in warnings {
        var undated = warning
        undated.day = nil
        guard said.insert(undated).inserted else { continue }
        self.warnings.add(Remark(submission: submission, warning: warning), of: warning.rule)
      }
    }
  }

  private let ledger: Ledger
  private let options: Options

  /// An import into a ledger.
  public init(into ledger: Ledger, options: Options = Options()) {
    self.ledger = ledger
    self.options = options
  }

  /// Appends documents by (day, act order, file name, place), as a folder's are.
  ///
  /// - Throws: `wrongExpectedVersion` where nothing was appended; what the storage throws.
  public func importing(_ documents: [ReadDocument]) throws(StoreError) -> Report {
    var run = try Run(ledger, options)
    run.report.totals.documents = documents.count
    try run.append(ImportPlan.byDay(documents))
    return try run.finished()
  }

  /// Appends documents in their own order, holding no more than one commit's at a time; a dry run
  /// holds all, since it is one commit that is given up.
  ///
  /// - Throws: What the reader throws, after appending what came before; otherwise as
  ///   `importing(_:)`.
  public func importing(
    inOrder next: () throws -> ReadDocument?, progress: (ImportTotals) -> Void = { _ in }
  ) throws -> Report {
    var run = try Run(ledger, options)
    do {
      while run.report.refusal == nil, let document = try next() {
        try run.append(ImportPlan.inOrder(document), isDocument: true)
        progress(run.report.totals)
      }
    } catch let error as StoreError {
      throw error
    } catch {
      _ = try run.finished()
      throw error
    }
    return try run.finished()
  }
}

extension Importer {
  /// An import under way.
  private struct Run {
    let ledger: Ledger
    let options: Options
    var report: Report
    var expecting: ExpectedVersion
    private var waiting: [PlannedSubmission] = []
    /// How many parts are waited for, so that memory stays bounded; of more no warning is given.
    private static let mostAwaited = 10_000
    /// Claims that others add up and that have not come so far: a part may stand behind its sum.
    private var awaited: [String: [Remark]] = [:]
    /// How many submissions each document under way still waits for, in order.
    private var documents: ArraySlice<Int> = []

    init(_ ledger: Ledger, _ options: Options) throws(StoreError) {
      self.ledger = ledger
      self.options = options
      report = Report(head: try ledger.head(), keeping: options.warningsKept)
      expecting = options.expecting
      if case .exactly(let position) = expecting, position != report.head.position {
        throw .wrongExpectedVersion(expected: position, actual: report.head.position)
      }
    }

    /// - Parameter isDocument: They are all of one document, which counts once all are done.
    mutating func append(
      _ planned: [PlannedSubmission], isDocument: Bool = false
    ) throws(StoreError) {
      if isDocument { documents.append(planned.count) }
      waiting += planned
      // A rehearsal is given up when it ends, so that all of it must be one.
      guard !options.dryRun else { return }
      var done = 0
      while waiting.count - done >= options.batch, report.refusal == nil {
        try commit(Array(waiting[done..<(done + options.batch)]))
        done += options.batch
      }
      waiting.removeFirst(done)
    }

    mutating func finished() throws(StoreError) -> Report {
      if report.refusal == nil, !waiting.isEmpty { try commit(waiting) }
      let missing = awaited.values.joined().sorted {
        ($0.submission.file, $0.submission.line) < ($1.submission.file, $1.submission.line)
      }
      for remark in missing { report.warnings.add(remark, of: remark.warning.rule) }
      return report
    }

    private mutating func commit(_ planned: [PlannedSubmission]) throws(StoreError) {
      let result = try ledger.store.append(
        AppendRequest(
          planned.map(\.submission), expecting: expecting, by: options.author,
          vocabulary: options.vocabulary, dryRun: options.dryRun))
      // What was expected was there; from here on the import itself moves the head.
      expecting = .any
      report.commits += 1
      report.head = result.head
      for (planned, outcome) in zip(planned, result.outcomes) { count(planned, outcome) }
      if let reason = result.refusal {
        let refused = planned[result.outcomes.count]
        report.refusal = (refused, reason)
        if case .violations(_, let warnings) = reason { report.add(warnings, on: refused) }
      }
    }

    private mutating func count(_ planned: PlannedSubmission, _ outcome: AppendResult.Outcome) {
      if let left = documents.first {
        if left == 1 {
          documents.removeFirst()
          report.totals.documents += 1
        } else {
          documents[documents.startIndex] = left - 1
        }
      }
      if case .appended(_, let warnings) = outcome {
        for warning in warnings
        where warning.rule == .partNotRecorded && awaited.count < Self.mostAwaited {
          awaited[warning.about.last ?? "", default: []].append(
            Remark(submission: planned, warning: warning))
        }
        report.add(warnings.filter { $0.rule != .partNotRecorded }, on: planned)
      }
      switch planned.submission {
      case .act(let act):
        report.totals.acts += 1
        report.totals.events += act.events.count
        if case .appended = outcome {
          report.totals.appended += 1
        } else {
          report.totals.skipped += 1
        }
      case .claim(let claim):
        report.totals.claims += 1
        awaited[claim.id.text] = nil
      case .instrument, .conflict, .coverage: break
      }
    }
  }
}
