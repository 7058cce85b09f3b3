/// What is looked for, ready to be held against names.
struct SearchQuery {
  let folded: FoldedText
  /// All its words.
  let words: SearchWords
  /// Its words without the connecting ones; all where it has no others.
  let content: SearchWords
  private let connecting: Set<[Unicode.Scalar]>
  private let abbreviation: Abbreviation
  private let kinds: [SearchWords]

  /// - Parameters:
  ///   - connecting: Words that abbreviations and lists leave out (và, of).
  ///   - kinds: The kinds of the ledger, which stand at the beginning of many names.
  init(_ text: String, connecting: Set<String>, kinds: Set<String>) {
    folded = FoldedText(text)
    words = SearchWords(folded)
    self.connecting = Set(connecting.map { SearchWords($0).letters })
    let content = words.words(without: self.connecting)
    self.content = content.isEmpty ? words : content
    abbreviation = Abbreviation(typed: self.content, connecting: self.connecting)
    // The longest first, so that a name begins with no longer one than what is found.
    self.kinds = kinds.map { SearchWords($0) }.filter { !$0.isEmpty }
      .sorted { $0.letters.count > $1.letters.count }
  }

  /// How a field came out, the best first.
  struct Result: Comparable {
    var manner: SearchMatch.Manner
    /// Only the kind holds the words.
    var isKindOnly = false

    static func < (left: Result, right: Result) -> Bool { left.manner.rank < right.manner.rank }
  }

  /// What else belongs to a field.
  struct Context {
    var kind = SearchWords("")
    var parent = SearchWords("")
  }

  /// How a name matches.
  func match(_ name: SearchWords, _ context: Context, abbreviated: Bool = true) -> Result? {
    guard !content.isEmpty else { return nil }
    let behindKind = lengthOfKind(in: name)
    if isSame(name) || behindKind == 0 && isSame(context.kind + name) {
      return Result(manner: .exact)
    }
    if behindKind > 0, isSame(name, from: behindKind) { return Result(manner: .withoutKind) }
    if let found = wordMatch(name, context) { return found }
    if abbreviated, let extent = abbreviation.extent(in: name, behindKind: behindKind) {
      return Result(manner: extent == .whole ? .abbreviation : .abbreviationOfPart)
    }
    if !context.parent.isEmpty, wordMatch(name, Context(kind: context.kind + context.parent)) != nil
    {
      return Result(manner: .withParent)
    }
    return holds(name) ? Result(manner: .part) : nil
  }

  /// Whether letters of it stand in a field somewhere; fewer than three say nothing.
  func holds(_ field: SearchWords) -> Bool {
    words.letters.count >= 3 && field.contains(words.letters)
  }

  private func isSame(_ name: SearchWords, from first: Int = 0) -> Bool {
    first == 0 && name == words || name.words(from: first, without: connecting) == content
  }

  /// How many words at the beginning of a name say its kind, where others follow.
  private func lengthOfKind(in name: SearchWords) -> Int {
    kinds.first { name.count > $0.count && name.hasPrefix($0) }?.count ?? 0
  }

  private func wordMatch(_ name: SearchWords, _ context: Context) -> Result? {
    var isKindOnly = true
    for index in 0..<content.count {
      if name.hasWord(beginning: content[index]) {
        isKindOnly = false
      } else if !context.kind.hasWord(beginning: content[index]) {
        return nil
      }
    }
    return Result(manner: .words, isKindOnly: isKindOnly)
  }
}

extension SearchMatch.Manner {
  /// Its place in the order, the best first.
  var rank: Int {
    switch self {
    case .exact: 0
    case .withoutKind: 1
    case .words: 2
    case .abbreviation: 3
    case .abbreviationOfPart: 4
    case .withParent: 5
    case .part: 6
    case .spelling: 7
    }
  }
}
