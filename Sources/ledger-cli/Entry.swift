import ArgumentParser

/// Where the process begins and ends: the arguments become a command, the command answers, and a
/// failure becomes words and an exit status.
@main
enum Entry {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      let command = try parse(arguments)
      guard let question = command as? any Answering else { return }
      let console = Console(question.global.color)
      do {
        try question.answer(in: Session(options: question.global, console: console))
      } catch {
        end(with: error, arguments, console)
      }
    } catch {
      end(with: error, arguments, Console())
    }
  }

  /// The command that the arguments ask for; help that was asked for is printed, and ends it here.
  private static func parse(_ arguments: [String]) throws(Failure) -> any ParsableCommand {
    do {
      var command = try LedgerCommand.parseAsRoot(arguments)
      // Only our own commands answer; what the parser made itself, such as help, runs here.
      if !(command is any Answering) { try command.run() }
      return command
    } catch {
      let text = LedgerCommand.fullMessage(for: error)
      guard LedgerCommand.exitCode(for: error) != .success else {
        try Console().answer(data: text + "\n")
        POSIX.exit(ExitStatus.done.rawValue)
      }
      throw unknownCommand(in: arguments) ?? usage(LedgerCommand.message(for: error), text)
    }
  }

  private static func usage(_ message: String, _ fullText: String) -> Failure {
    let usage = fullText.split(separator: "\n").drop { !$0.hasPrefix("Usage:") }
    return Failure(.usage, "usage", message, details: usage.map { Styled(String($0)) })
  }

  /// A mistyped command; to the parser it is only an argument that nobody expects.
  private static func unknownCommand(in arguments: [String]) -> Failure? {
    var rest = arguments[...]
    while let first = rest.first, first.hasPrefix("-") {
      rest = rest.dropFirst(["--store", "--color"].contains(first) ? 2 : 1)
    }
    let commands = LedgerCommand.configuration.subcommands.map { $0._commandName } + ["help"]
    guard let typed = rest.first, !commands.contains(typed) else { return nil }
    return Failure(
      .usage, "unknownCommand", "There is no command “\(visible(typed))”.",
      hint: nearest(to: typed, among: commands).map { "Did you mean `ledger \($0)`?" }
        ?? "`ledger help` lists the commands.")
  }

  private static func end(with failure: Failure, _ arguments: [String], _ console: Console) -> Never
  {
    console.message(wantsJSON(arguments) ? [Styled(failure.json.compact)] : failure.lines)
    POSIX.exit(failure.status.rawValue)
  }

  /// Whether the answer was to be JSON; then so is the failure, even one of the arguments.
  private static func wantsJSON(_ arguments: [String]) -> Bool {
    let options = arguments.prefix { $0 != "--" }
    return options.contains("--format=json")
      || zip(options, options.dropFirst()).contains { $0 == "--format" && $1 == "json" }
  }
}
