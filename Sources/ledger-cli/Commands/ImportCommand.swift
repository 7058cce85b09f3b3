import ArgumentParser
import OrgLedger

struct ImportCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Record documents (nhập văn bản).",
    discussion: """
      YAML files and folders are read first, all of them; any error refuses all. Their acts are \
      appended by (day, order, file name, place). NDJSON follows in its own order, in flat memory. \
      A file is NDJSON where its name ends in .ndjson or .jsonl; standard input (-) is YAML unless \
      --input says otherwise.

      Each act is judged alone. The first that is refused stops the import; what came before \
      stands, and a rerun skips it. One line of totals goes to standard output, warnings to \
      standard error.
      """)

  enum Format: String, CaseIterable { case text, json }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"))
  var inputs: [String]

  @Option(help: "What all inputs are: yaml or ndjson.")
  var input: String?

  @Flag(help: "Say what would happen, and record nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Only while the log ends at this position; else exit status 75.", valueName: "position"))
  var expect: UInt64?

  @Option(
    help: ArgumentHelp(
      "Who records: a statement, not an authentication. Default: $LEDGER_BY, else unstated.",
      valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Verbs with the types they may stand for, as YAML; warns where an act contradicts them.",
      valueName: "file"))
  var vocabulary: String?

  @Option(help: "text or json.")
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: Format.text)
    let inputs = try ImportInputs(paths: inputs, input: input, dryRun: dryRun)
    // All is read before the store is opened to write: a slip in a file costs nobody else a wait.
    let yaml = try inputs.readYAML()
    let ledger = try session.ledger(readOnly: false)
    var report = ImportReport(session, format)
    var options = Importer.Options(
      expecting: expect.map(ExpectedVersion.exactly) ?? .any,
      by: by ?? POSIX.environment("LEDGER_BY") ?? "unstated",
      vocabulary: try vocabulary.map { path throws(Failure) in try VocabularyFile.read(path) }
        ?? Vocabulary(), dryRun: dryRun, warningsKept: ImportReport.most)
    if let yaml {
      report.add(notices: yaml.notices)
      report.add(
        try session.stored { () throws(StoreError) in
          try Importer(into: ledger, options: options).importing(yaml.documents)
        })
      options.expecting = .any
    }
    if !inputs.ndjson.isEmpty, report.refusal == nil {
      var stream = NDJSONStream(inputs.ndjson)
      do {
        let progress = ImportProgress(session.console, size: stream.size)
        defer { progress.end() }
        report.add(
          try Importer(into: ledger, options: options).importing(
            inOrder: {
              let document = stream.next()
              report.add(notices: stream.takeNotices())
              return document
            }, progress: { progress.show($0, read: stream.read) }))
      } catch let error as StoreError {
        throw Failure(error, store: global.storePath)
      } catch {
        throw .defect("\(error)")
      }
      report.failure = stream.failure
    }
    if dryRun { session.console.message(["\("dry run:", .warning) nothing was recorded."]) }
    try report.end()
  }
}
