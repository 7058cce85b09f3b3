import ArgumentParser

/// `ledger`, the command of which all others are part.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "A history of an organisation's structure (lịch sử tổ chức bộ máy).",
    discussion: """
      Every change is recorded with its text (văn bản) and its legal basis (căn cứ pháp lý), and \
      the structure can be asked for as it was on any day.

      Answers go to standard output, messages to standard error. In a pipe the layout is that of \
      a terminal, without colour and without cutting lines; --format names others for programs. \
      Days are written dd/MM/yyyy or yyyy-MM-dd.

      A unit (đơn vị) is named by its id, by a code it bears (scheme:value) or by its name; case, \
      diacritics and đ do not matter: "so tai chinh" finds Sở Tài chính.

      Exit status: 0 done; 1 the check does not hold; 64 wrong usage; 65 bad input or an act that breaks a rule; 66 no such \
      file, store or unit, or a name that several units bear; 70 a defect of the program; \
      73 cannot create; 74 I/O, disk full, damaged file; 75 somebody else was faster.
      """,
    subcommands: [
      InitCommand.self, ImportCommand.self, ChartCommand.self, ShowCommand.self,
      HistoryCommand.self, LineageCommand.self, DiffCommand.self, CrosswalkCommand.self,
      FunctionsCommand.self, WhoCommand.self, SearchCommand.self, PlansCommand.self,
      ClaimsCommand.self, InstrumentsCommand.self, LogCommand.self, ExportCommand.self,
      CarriesCommand.self, StatsCommand.self, DoctorCommand.self,
    ])

  @OptionGroup var global: GlobalOptions
}

/// What every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: "The folder of the store (default: $LEDGER_STORE, else ./.ledger).",
    completion: .directory)
  var store: String?

  @Option(
    name: .customLong("color"),
    help: "auto, always or never; auto means on a terminal, unless NO_COLOR is set.",
    completion: .list(Console.Color.allCases.map(\.rawValue)))
  var colorChoice: String = "auto"

  var color: Console.Color { Console.Color(rawValue: colorChoice) ?? .auto }

  func validate() throws {
    guard Console.Color(rawValue: colorChoice) == nil else { return }
    throw ValidationError("--color takes auto, always or never, not “\(visible(colorChoice))”.")
  }

  /// The folder of the store, as this process names it.
  var storePath: String { store ?? POSIX.environment("LEDGER_STORE") ?? ".ledger" }
}

/// A command that answers.
protocol Answering: ParsableCommand {
  var global: GlobalOptions { get }
  func answer(in session: Session) throws(Failure)
}

extension Answering {
  /// Called by the parser's own way: asking each command what it conforms to would search all that
  /// is loaded, which takes longer than many an answer.
  func run() throws {
    let console = Console(global.color)
    do {
      try answer(in: Session(options: global, console: console))
    } catch {
      Entry.end(with: error, console)
    }
  }
}
