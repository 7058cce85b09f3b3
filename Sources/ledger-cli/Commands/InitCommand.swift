import ArgumentParser
import OrgLedger

struct InitCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty store (khởi tạo).",
    discussion: """
      The folder must not exist yet. The origin, a random id and the offset are fixed for ever: \
      days of record time are meant at that offset from UTC, wherever the program runs.
      """)

  enum Format: String, CaseIterable { case text, json }

  @OptionGroup var global: GlobalOptions

  @Option(help: "A name for the log; it goes into signed statements. Default: orgledger.")
  var origin: String?

  @Option(help: "The fixed offset from UTC. Default: +07:00.")
  var offset: String = "+07:00"

  @Option(help: "text or json.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: Format.text)
    let minutes = try Self.minutes(offset)
    if let origin, origin.isEmpty || origin.unicodeScalars.contains(where: \.isControl) {
      throw Failure(
        .usage, "badOrigin", "--origin is a name: not empty, without control characters.")
    }
    let ledger = try session.stored { () throws(StoreError) in
      try Ledger.create(
        at: global.storePath, origin: origin ?? "orgledger", offsetMinutes: minutes)
    }
    let made = ledger.identity
    switch format {
    case .text:
      try session.console.answer([
        "Made an empty store at \(global.storePath, .strong).",
        "origin \(made.origin), id \(made.id), offset \(Self.text(made.offsetMinutes))",
      ])
    case .json:
      let answer = JSON.object([
        ("store", .string(global.storePath)), ("origin", .string(made.origin)),
        ("id", .string(made.id)), ("offset", .string(Self.text(made.offsetMinutes))),
      ])
      try session.console.answer(data: answer.pretty + "\n")
    }
  }

  /// Reads `+07:00`, `-03:30`, `Z`; offsets in use lie between -12:00 and +14:00.
  static func minutes(_ text: String) throws(Failure) -> Int {
    if text == "Z" { return 0 }
    let digits = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    if let sign = text.first, sign == "+" || sign == "-", digits.count == 2,
      digits.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      ),
      let hours = Int(digits[0]), let minutes = Int(digits[1]), minutes < 60
    {
      let offset = (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
      if (-12 * 60...14 * 60).contains(offset) { return offset }
    }
    throw Failure(
      .usage, "badOffset", "--offset does not take “\(visible(text))”.",
      hint: "Write it as +07:00, between -12:00 and +14:00, or Z.")
  }

  static func text(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let size = abs(minutes)
    return "\(minutes < 0 ? "-" : "+")\(two(size / 60)):\(two(size % 60))"
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
