import Foundation
import Testing

@testable import ledger_cli

@Suite("Completion in a shell")
struct CompletionTests {
  let mill: Workshop

  init() throws { mill = try Mill.workshop() }

  /// What bash offers for the last word of a line, as the script that the program makes offers it.
  private func offered(_ words: [String], before: String = "") throws -> [String] {
    let line = words.map { "'\($0.replacing("'", with: #"'\''"#))'" }.joined(separator: " ")
    let outcome = try mill.shell(
      """
      source <(ledger --generate-completion-script bash) || exit 9
      \(before)
      COMP_WORDS=(ledger \(line)); COMP_CWORD=\(words.count)
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _ledger ledger "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(outcome.errors == "")
    return outcome.lines.filter { !$0.isEmpty }.map(String.init).sorted()
  }

  @Test(arguments: [
    (["sea"], ["search"]), (["li"], ["lineage"]), (["show", "ba"], ["bakery"]),
    (["show", "Ba"], ["Bakery"]), (["lineage", "st"], ["store"]),
    (["history", "Old"], ["Old Mill"]), (["history", "Old\\ M"], ["Old Mill"]),
    (["history", "\"Old M"], ["Old Mill"]),
    (["chart", "--kind", ""], ["mill", "office", "shop"]), (["chart", "--kind", "sh"], ["shop"]),
    (["chart", "--root", "da"], ["dairy"]), (["who", "bo"], ["bookkeeping", "books"]),
    (["log", "--instrument", "d"], ["d1"]), (["log", "--type", "mer"], ["merged"]),
    (["chart", "--format", "t"], ["table", "tree"]), (["show", "zz"], []),
  ])
  func `offers commands, units, kinds, functions and texts in bash`(
    words: [String], expected: [String]
  ) throws {
    #expect(try offered(words) == expected)
  }

  @Test func `looks into the store that the command names, else the environment`() throws {
    try mill.write(Mill.opening.replacing("Bakery", with: "Baker's $(touch ran)"), to: "other.yaml")
    #expect(try mill.run("--store", "other", "init").status == 0)
    #expect(try mill.run("--store", "other", "import", "other.yaml").status == 0)
    #expect(try offered(["--store", "other", "show", "Ba"]) == ["Baker's $(touch ran)"])
    #expect(
      try offered(["show", "Ba"], before: "export LEDGER_STORE=other") == ["Baker's $(touch ran)"])
    #expect(try offered(["--store", "none", "show", "Ba"]) == [])
    // bash expands the candidates of a script; a name must not be run.
    #expect(!FileManager.default.fileExists(atPath: mill.folder.appending(path: "ran").path()))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `says nothing and does not fail where nothing can be offered`(shell: String) throws {
    let damaged = mill.folder.appending(path: "damaged")
    try FileManager.default.copyItem(at: mill.folder.appending(path: ".ledger"), to: damaged)
    let file = try FileHandle(forWritingTo: damaged.appending(path: "data.mdb"))
    try file.truncate(atOffset: 8192)
    for words in [
      ["show", "--", "positional@0", "4", "1", "ledger", "--store", "none", "show", "b"],
      ["show", "--", "positional@0", "4", "1", "ledger", "--store", "damaged", "show", "b"],
      ["show", "--", "positional@0", "4", "1", "ledger", "--store", "texts", "show", "b"],
      ["gone", "--", "positional@0", "1", "1", "ledger", "b"], ["show", "--"], [],
    ] {
      let outcome = try mill.run(["---completion"] + words, environment: ["SAP_SHELL": shell])
      #expect(outcome.status == 0, "\(words)")
      #expect(outcome.errors == "", "\(words)")
      // To zsh the program always says a blank, which the script takes away.
      #expect(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines) == "", "\(words)")
    }
  }

  @Test(arguments: [
    ("zsh", "bakery:Bakery\n \n"), ("fish", "bakery\tBakery\n"), ("bash", "'bakery'\n"),
    ("", "bakery\n"),
  ])
  func `is written as each shell takes it`(shell: String, expected: String) throws {
    let outcome = try mill.run(
      ["---completion", "show", "--", "positional@0", "2", "2", "ledger", "show", "bakery"],
      environment: shell.isEmpty ? [:] : ["SAP_SHELL": shell])
    let ids = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("Bakery") || $0.hasPrefix("bakery") }.joined(separator: "\n")
    #expect(ids == expected)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `has a script for each shell, which that shell can read`(shell: String) throws {
    let script = try mill.run("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.output.contains("search") && script.output.contains("crosswalk"))
    try mill.write(script.output, to: "script")
    let checked = try mill.shell("! command -v \(shell) > /dev/null || \(shell) -n script")
    #expect(checked.status == 0, "\(checked.errors)")
  }

  @Test(arguments: [
    (["ledger", "--store", "a", "show"], "a"), (["ledger", "--store=a b", "show"], "a b"),
    (["ledger", "--store", "=", "a"], "a"), (["ledger", "--store", "'a b'"], "a b"),
    (["ledger", "--store", "a\\ b"], "a b"), (["ledger", "show", "--", "--store", "a"], ".ledger"),
    (["ledger", "--store"], ".ledger"),
  ])
  func `reads the store out of the words of the line`(words: [String], store: String) {
    #expect(CommandWords(words).store == store)
  }
}
