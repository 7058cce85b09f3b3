import ArgumentParser
import OrgLedger

struct CarriesCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "carries",
    abstract: "Which record carries each fact of a list, with none missing (đối chiếu danh mục).",
    discussion: """
      The list is a table of tab-separated values under the heading “kind fact record id”, one \
      record a line. A unit is carried by the event of its birth, a function by the first event \
      by which a unit holds it. --sources also looks up every quote of these records in the files \
      of the texts, within the lines cited; blanks and line ends count as one blank; and holds \
      each file against the sha256 that is recorded for it, where one is.

      Exit status 1: a record is missing or was taken back, a quote does not stand there, or a \
      file is another one than was recorded.
      """)

  enum Format: String, CaseIterable { case table, json }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: ArgumentHelp("The list; - is standard input.", valueName: "list.tsv"),
    completion: .file(extensions: ["tsv"]))
  var list: String

  @Option(
    help: ArgumentHelp("The folder of the texts' files.", valueName: "dir"),
    completion: .directory)
  var sources: String?

  @Option(help: "table or json.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: Format.table)
    let facts = try readList()
    let ledger = try session.ledger()
    let records = try session.stored { () throws(StoreError) in try ledger.records() }
    let carried = records.carrying(facts)
    var quotes: QuoteReport?
    if let sources {
      guard POSIX.isFolder(sources) == true else {
        throw Failure(
          .notFound, "noSuchFolder", "There is no folder \(visible(sources)).", file: sources,
          hint: "--sources names the folder of the texts' files.")
      }
      quotes = try QuoteReport(carried, History(records).instruments, folder: sources)
    }
    let view = CarriesView(carried: carried, quotes: quotes)
    switch format {
    case .json: try session.answer(json: view.json)
    case .table: try session.console.answer(view.lines(width: session.console.width))
    }
    guard carried.missing.isEmpty, quotes?.stands ?? true else {
      throw .notAllCarried(carried, quotes)
    }
  }

  private func readList() throws(Failure) -> FactList {
    guard list == "-" || POSIX.isFolder(list) == false else {
      throw Failure(
        .notFound, "noSuchFile", "There is no file \(visible(list)).", file: list,
        hint: "Name a table of tab-separated values.")
    }
    let bytes: [UInt8]
    do { bytes = try POSIX.Input(list).all() } catch { throw .unreadable(list, error.words) }
    let name = list == "-" ? "(stdin)" : list
    do {
      return try FactList(utf8: bytes)
    } catch { throw Failure(error, file: name) }
  }
}

/// The quotes of records, looked up in the files of their texts.
struct QuoteReport: Encodable {
  private(set) var checked = 0
  private(set) var failed: [FailedQuote] = []
  /// The texts whose file is in the folder.
  private(set) var files: [String] = []
  /// The files whose sha256 is not the recorded one.
  private(set) var differing: [String] = []
  /// How many files have the recorded sha256; of the others none is recorded.
  private(set) var unchanged = 0
  /// Quotes of texts that have no file there.
  private(set) var withoutFile = 0

  /// Whether every quote stands where it is said to, in the files that were recorded.
  var stands: Bool { failed.isEmpty && differing.isEmpty }

  struct FailedQuote: Encodable {
    let record: String
    let instrument: InstrumentID
    @OrNull var lines: String?
    let quote: String
    let result: QuoteResult
  }

  init(
    _ carried: CarriedFacts, _ instruments: [InstrumentID: Instrument], folder: String
  ) throws(Failure) {
    var texts: [InstrumentID: SourceText] = [:]
    for (id, text) in instruments.sorted(by: { $0.key < $1.key }) {
      // The name comes from a document: it must not lead out of the folder.
      guard let file = text.source?.file, !file.contains("/"), !file.hasPrefix(".") else {
        continue
      }
      let path = "\(folder)/\(file)"
      guard POSIX.isFolder(path) == false else { continue }
      let bytes: [UInt8]
      do { bytes = try POSIX.Input(path).all() } catch { throw .unreadable(path, error.words) }
      guard let source = SourceText(bytes) else { throw .unreadable(path, "it is not UTF-8") }
      texts[id] = source
      files.append(file)
      switch text.source?.isFile(of: bytes) {
      case true?: unchanged += 1
      case false?: differing.append(file)
      case nil: break
      }
    }
    // A wrong folder must not pass for one in which all is right.
    guard !texts.isEmpty else {
      throw Failure(
        .notFound, "noSources", "No file of a recorded text is in \(visible(folder)).",
        hint: "Name the folder that holds the files under `source: {file: …}` of the texts.")
    }
    var seen: Set<String> = []
    for record in carried.facts.flatMap(\.records) {
      for citation in record.citations {
        guard let quote = citation.quote, let text = citation.instrument else { continue }
        guard seen.insert("\(text)\n\(citation.lines ?? "")\n\(quote)").inserted else { continue }
        guard let source = texts[text] else {
          withoutFile += 1
          continue
        }
        checked += 1
        let result = source.look(for: citation)
        if result == .holds { continue }
        failed.append(
          FailedQuote(
            record: record.id, instrument: text, lines: citation.lines, quote: quote,
            result: result))
      }
    }
  }
}

extension Failure {
  /// A list that cannot be read.
  fileprivate init(_ error: FactListError, file: String) {
    let words =
      switch error.problem {
      case .heading: "The list does not begin with the heading."
      case .cells(let found): "Here are \(counted(found, "cell")), and it takes four, all filled."
      case .recordKind(let kind): "“\(visible(kind))” is no kind of record."
      case .twice(let first): "The same record stands for the same fact on line \(first)."
      case .encoding: "The line is not UTF-8."
      }
    self.init(
      .badInput, "badList", words, file: file, line: error.line,
      hint: "The heading is “kind fact record id”, with tabs between; records are "
        + ListedRecord.Kind.allCases.map(\.rawValue).joined(separator: ", ") + ".")
  }

  /// What the list asks for is not all there.
  fileprivate static func notAllCarried(
    _ carried: CarriedFacts, _ quotes: QuoteReport?
  ) -> Failure {
    var problems: [String] = []
    if !carried.missing.isEmpty {
      problems.append(
        "\(carried.missing.count) of \(counted(carried.facts.count, "fact")) "
          + (carried.missing.count == 1 ? "is not carried" : "are not carried"))
    }
    if let quotes, !quotes.failed.isEmpty {
      problems.append(
        "\(quotes.failed.count) of \(counted(quotes.checked, "quote")) "
          + (quotes.failed.count == 1 ? "does not stand there" : "do not stand there"))
    }
    if let quotes, !quotes.differing.isEmpty {
      problems.append(
        "\(quotes.differing.count) of \(counted(quotes.files.count, "file")) "
          + (quotes.differing.count == 1
            ? "is not the one that was recorded" : "are not those that were recorded"))
    }
    return Failure(.doesNotHold, "notAllCarried", problems.joined(separator: "; ") + ".")
  }
}
