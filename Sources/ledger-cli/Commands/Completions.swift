import ArgumentParser
import OrgLedger

extension CompletionKind {
  /// Ids and names of the units in the store.
  static var units: CompletionKind { .stored { $0.units } }
  /// Kinds of units in the store.
  static var kinds: CompletionKind { .stored { $0.kinds } }
  /// Ids and names of the functions in the store.
  static var functions: CompletionKind { .stored { $0.functions } }
  /// Ids of the texts in the store.
  static var instruments: CompletionKind { .stored { $0.instruments } }

  private static func stored(
    _ candidates: @escaping @Sendable (StoredNames) -> [StoredNames.Candidate]
  ) -> CompletionKind {
    .custom { words, _, typed in
      guard let names = StoredNames(path: CommandWords(words).store) else { return [] }
      return Offer(candidates(names), typed: typed).lines(for: CompletionShell.requesting)
    }
  }
}

/// The words of a command line on which somebody pressed TAB, as the shell has them: with quotes
/// and backslashes.
struct CommandWords {
  private let words: [String]

  init(_ words: [String]) { self.words = words.map(Self.unquoted) }

  /// The folder of the store that the command would use.
  var store: String {
    for (index, word) in words.enumerated() {
      if word == "--" { break }
      if word.hasPrefix("--store=") { return expanded(String(word.dropFirst(8))) }
      guard word == "--store" else { continue }
      // bash makes a word of an equals sign.
      let rest = words[(index + 1)...].drop { $0 == "=" }
      if let path = rest.first { return expanded(path) }
    }
    return POSIX.environment("LEDGER_STORE") ?? ".ledger"
  }

  private func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = POSIX.environment("HOME") else {
      return path
    }
    return home + path.dropFirst()
  }

  /// A word without its quotes and backslashes, also where a quote is not closed yet.
  static func unquoted(_ word: String) -> String {
    var result = ""
    var quote: Character?
    var isEscaped = false
    for letter in word {
      if isEscaped {
        result.append(letter)
        isEscaped = false
      } else if letter == "\\", quote != "'" {
        isEscaped = true
      } else if letter == quote {
        quote = nil
      } else if quote == nil, letter == "\"" || letter == "'" {
        quote = letter
      } else {
        result.append(letter)
      }
    }
    return result
  }
}

/// What a log names, read without asking what counts on which day: an old name is a help too.
struct StoredNames {
  struct Candidate: Hashable {
    var value: String
    /// What it is, where the shell has room to say so.
    var about = ""
  }

  private var namesOf: [UnitID: [String]] = [:]
  private var functionNames: [FunctionID: String] = [:]
  private var kindNames: Set<String> = []
  private var texts: [InstrumentID: String] = [:]

  /// Nothing where there is no store, or none that can be read.
  ///
  /// Whoever waits at a prompt waits for about a quarter of a second at most: what was not read by
  /// then is not offered.
  init?(path: String) {
    POSIX.endSilentlyOnDamage()
    let end = ContinuousClock.now + .milliseconds(250)
    do throws(StoreError) {
      let ledger = try Ledger.open(at: path, readOnly: true)
      try ledger.store.forEachRecord(from: 1, through: .max) { record in
        add(record.body)
        return record.position % 64 != 0 || ContinuousClock.now < end
      }
    } catch { return nil }
  }

  private mutating func add(_ body: Record.Body) {
    switch body {
    case .instrument(let text): texts[text.id] = text.number ?? text.title ?? ""
    case .event(let record) where record.status == .enacted:
      for birth in record.event.born {
        namesOf[birth.id, default: []] += [birth.name.full, birth.name.short].compactMap { $0 }
        kindNames.insert(birth.kind)
      }
      let details = record.event.details
      let named = [details.name, details.shortName].compactMap { $0 }
      for unit in record.event.persists where !named.isEmpty {
        namesOf[unit, default: []] += named
      }
      if let kind = details.kind { kindNames.insert(kind) }
      for mention in record.event.born.flatMap(\.functions) + details.functions {
        if let name = mention.name { functionNames[mention.id] = name }
        functionNames[mention.id] = functionNames[mention.id] ?? ""
      }
    default: break
    }
  }

  var units: [Candidate] {
    namesOf.map { Candidate(value: $0.key.text, about: $0.value.last ?? "") }
      + namesOf.flatMap { id, names in
        Set(names).map { Candidate(value: $0, about: id.text) }
      }
  }

  var kinds: [Candidate] { kindNames.map { Candidate(value: $0) } }

  var functions: [Candidate] {
    functionNames.map { Candidate(value: $0.key.text, about: $0.value) }
      + functionNames.filter { !$0.value.isEmpty }
      .map { Candidate(value: $0.value, about: $0.key.text) }
  }

  var instruments: [Candidate] { texts.map { Candidate(value: $0.key.text, about: $0.value) } }
}

/// The candidates that begin as what was typed, as each shell takes them.
struct Offer {
  private let candidates: [StoredNames.Candidate]

  init(_ candidates: [StoredNames.Candidate], typed: String) {
    let typed = FoldedText(CommandWords.unquoted(typed)).text
    // A shell reads one candidate a line, and what steers a terminal is no help to anybody.
    self.candidates = Set(
      candidates.filter { candidate in
        FoldedText(candidate.value).text.hasPrefix(typed)
          && visible(candidate.value) == candidate.value && !candidate.value.isEmpty
      }
    ).map { (candidate: $0, order: VietnameseOrder($0.value)) }
      .sorted { ($0.order, $0.candidate.about) < ($1.order, $1.candidate.about) }
      .map(\.candidate)
  }

  /// One candidate a line; zsh and fish show what it is beside it.
  func lines(for shell: CompletionShell?) -> [String] {
    switch shell {
    case .bash?: return unique.map(Self.quotedForBash)
    case .zsh?:
      return candidates.map { candidate in
        let value = Self.escapedForZsh(candidate.value)
        return candidate.about.isEmpty ? value : "\(value):\(visible(candidate.about))"
      }
    case .fish?:
      return candidates.map { candidate in
        candidate.about.isEmpty
          ? candidate.value : "\(candidate.value)\t\(visible(candidate.about))"
      }
    default: return unique
    }
  }

  /// A name that several units bear is offered once.
  private var unique: [String] {
    var seen: Set<String> = []
    return candidates.map(\.value).filter { seen.insert($0).inserted }
  }

  /// bash expands what `compgen -W` is given, so that a name with `$(…)` in it would be run.
  private static func quotedForBash(_ value: String) -> String {
    var result = "'"
    for scalar in value.unicodeScalars {
      if scalar == "'" {
        result += "'\\''"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }

  /// To zsh a colon begins the description.
  private static func escapedForZsh(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      if scalar == ":" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
