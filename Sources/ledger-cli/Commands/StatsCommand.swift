import ArgumentParser
import OrgLedger

struct StatsCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Numbers about the store, for its upkeep (thống kê).",
    discussion: """
      Records by kind, events by type, units, functions, days, positions, sizes. Records that \
      later ones took back are counted too, since they are there. The day of the question only \
      decides which units live.
      """)

  enum Format: String, CaseIterable { case table, json }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Option(help: "table or json.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: Format.table)
    let asked = try time.day(session)
    let ledger = try session.ledger()
    let day = asked ?? SystemClock.now().day(offsetMinutes: ledger.identity.offsetMinutes)
    var statistics = try session.stored { () throws(StoreError) in
      try ledger.statistics(asOf: day)
    }
    statistics.bytesOfFile = POSIX.size(of: session.options.storePath + "/data.mdb").map { Int($0) }
    switch format {
    case .json: try session.answer(json: statistics)
    case .table: try session.console.answer(StatsView(statistics: statistics).lines)
    }
  }
}
