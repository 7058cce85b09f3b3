import ArgumentParser

/// Where the process begins and ends: the arguments become a command, the command answers, and a
/// failure becomes words and an exit status.
@main
enum Entry {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      end(with: error, Console())
    }
  }

  /// Runs the command that the arguments ask for; help that was asked for is printed.
  private static func run(_ arguments: [String]) throws(Failure) {
    do {
      var command = try LedgerCommand.parseAsRoot(arguments)
      try command.run()
    } catch {
      let text = LedgerCommand.fullMessage(for: error)
      // A shell that completes a command wants candidates or nothing, and no blame.
      let isCompletion = arguments.first == "---completion"
      guard LedgerCommand.exitCode(for: error) != .success else {
        if isCompletion, text.isEmpty { return }
        return try Console().answer(data: text + "\n")
      }
      if isCompletion { return }
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

  /// Says what went wrong, as JSON where the answer was to be, and ends the process.
  static func end(with failure: Failure, _ console: Console) -> Never {
    console.message(
      wantsJSON(CommandLine.arguments) ? [Styled(failure.json.compact)] : failure.lines)
    POSIX.exit(failure.status.rawValue)
  }

  /// Whether the answer was to be JSON; then so is the failure, even one of the arguments.
  private static func wantsJSON(_ arguments: [String]) -> Bool {
    let options = arguments.prefix { $0 != "--" }
    return options.contains("--format=json")
      || zip(options, options.dropFirst()).contains { $0 == "--format" && $1 == "json" }
  }
}
