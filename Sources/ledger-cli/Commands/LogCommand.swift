import ArgumentParser
import OrgLedger

struct LogCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "The record itself, by position (nhật ký ghi).",
    discussion: """
      What was recorded, when and by whom, in the order of recording. --from is also the \
      changelog since an earlier look. --unit and --type choose events; --instrument a text with \
      all that it states or orders.

      Formats: table (default), json (one object a line, with the hash of the leaf).
      """)

  enum Format: String, CaseIterable { case table, json }

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp("Only events that mention this unit.", valueName: "unit"),
    completion: .units)
  var unit: String?

  @Option(
    help: ArgumentHelp("Only events of this type.", valueName: "type"),
    completion: .list(EventType.allCases.map(\.rawValue)))
  var type: String?

  @Option(
    help: ArgumentHelp("Only this text and what it states or orders.", valueName: "id"),
    completion: .instruments)
  var instrument: String?

  @Option(help: ArgumentHelp("The first position.", valueName: "position"))
  var from: UInt64?

  @Option(help: ArgumentHelp("The last position.", valueName: "position"))
  var to: UInt64?

  @Option(help: "table or json.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: Format.table)
    var filter = LogFilter(
      instrument: instrument.map { InstrumentID($0) }, from: from, to: to)
    if let type {
      guard let known = EventType(rawValue: type) else {
        throw .value(type, of: "--type", allowed: EventType.allCases.map(\.rawValue))
      }
      filter.type = known
    }
    let ledger = try session.ledger()
    let records = try session.stored { () throws(StoreError) in try ledger.records() }
    let offset = ledger.identity.offsetMinutes
    if let unit {
      let history = History(records, offsetMinutes: offset)
      filter.unit = try session.unit(unit, in: history, on: history.day(nil))
    }
    var lines = records.logLines(filter, offsetMinutes: offset)
    switch format {
    case .table:
      try session.console.answer(LogView(lines: lines).table(width: session.console.width))
    case .json:
      var text = ""
      for index in lines.indices {
        lines[index].leaf = try session.stored { () throws(StoreError) in
          try ledger.store.leaf(at: lines[index].position)
        }.map(hexadecimal)
        text += try JSON(lines[index]).compact + "\n"
      }
      try session.console.answer(data: text)
    }
  }
}

/// Bytes as lower-case hexadecimal digits.
private func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
