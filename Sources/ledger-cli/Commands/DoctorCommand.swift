import ArgumentParser
import OrgLedger

struct DoctorCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Looks through a store, and mends its read model (bảo trì).",
    discussion: """
      Whether every record can be read and is found, and whether the read model, by which questions \
      about a unit or a day are answered without reading the log, says what the records say. \
      Exit status 1 where something is not as it must be.

      --rebuild makes the read model again from the records alone. Questions are answered \
      meanwhile, from the records.
      """)

  enum Format: String, CaseIterable { case table, json }

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Make the read model again from the records, then look.")
  var rebuild = false

  @Option(help: "table or json.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: Format.table)
    let ledger = try session.ledger(readOnly: !rebuild, rebuilding: rebuild)
    guard let store = ledger.store as? LMDBStore else { throw .defect("a store of no kind") }
    let progress = RecordProgress(session.console, "looked at")
    let examination = try session.stored { () throws(StoreError) in
      try store.examine { progress.show($0) }
    }
    progress.end()
    let view = ExaminationView(identity: store.identity, examination: examination)
    switch format {
    case .table: try session.console.answer(view.lines)
    case .json: try session.answer(json: view.answer)
    }
    guard examination.findings.isEmpty else {
      throw Failure(
        .doesNotHold, "storeNotWell",
        "\(counted(examination.findings.count, "thing")) in the store \(examination.findings.count == 1 ? "is" : "are") not as \(examination.findings.count == 1 ? "it" : "they") must be.",
        hint: examination.hint)
    }
  }
}
