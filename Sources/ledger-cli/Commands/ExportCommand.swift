import ArgumentParser
import OrgLedger

struct ExportCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "The content, to be imported elsewhere (xuất).",
    discussion: """
      documents: every text with its acts and claims, in the order of the log, as `ledger import` \
      takes them. When and by whom it was recorded is not part of it.
      """)

  enum Format: String, CaseIterable { case documents }
  enum Syntax: String, CaseIterable { case yaml, ndjson }

  @OptionGroup var global: GlobalOptions

  @Option(help: "documents.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  @Option(help: "How documents are written: yaml, for people to read, or ndjson, one a line.")
  var output: String = "yaml"

  func answer(in session: Session) throws(Failure) {
    _ = try session.format(
      format, default: Format.documents,
      later: ["ndjson", "cloudevents", "csv", "turtle", "jsonld"])
    guard let syntax = Syntax(rawValue: output) else {
      throw .value(output, of: "--output", allowed: Syntax.allCases.map(\.rawValue))
    }
    let ledger = try session.ledger()
    var isFirst = true
    do {
      // Each goes out before the next is read: a log may be larger than memory.
      try ledger.forEachDocument { document in
        switch syntax {
        case .ndjson:
          try session.console.answer(data: DocumentWriter.json(document) + "\n")
        case .yaml:
          let separator = isFirst ? "" : "---\n"
          try session.console.answer(data: separator + DocumentWriter.yaml([document]))
        }
        isFirst = false
      }
    } catch let failure as Failure {
      throw failure
    } catch let error as StoreError {
      throw Failure(error, store: global.storePath)
    } catch {
      throw .defect("\(error)")
    }
  }
}
