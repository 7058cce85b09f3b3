/// What is looked for, ready to be held against names.
struct SearchQuery {
  /// All its words.
  let words: SearchWords
  /// Its words without the connecting ones; all where it has no others.
  let content: SearchWords
  /// The letters of all its words, with a blank between them.
  private let spaced: [Unicode.Scalar]
  private let connecting: ConnectingWords
  private let abbreviation: Abbreviation
  /// By their first letters, the longest first.
  private let kinds: [Unicode.Scalar: [SearchWords]]

  /// - Parameters:
  ///   - connecting: Words that abbreviations and lists leave out (và, of).
  ///   - kinds: The kinds of the ledger, which stand at the beginning of many names.
  init(_ text: String, connecting: Set<String>, kinds: [String]) {
    words = SearchWords(text)
    spaced = words.spaced()
    self.connecting = ConnectingWords(connecting)
    let content = words.words(without: self.connecting)
    self.content = content.isEmpty ? words : content
    abbreviation = Abbreviation(typed: self.content, connecting: self.connecting)
    // The longest first, so that a name begins with no longer one than what is found.
    let longestFirst = kinds.map { SearchWords($0) }
      .sorted { $0.letters.count > $1.letters.count }
    var byLetter: [Unicode.Scalar: [SearchWords]] = [:]
    for kind in longestFirst {
      if let letter = kind.letters.first { byLetter[letter, default: []].append(kind) }
    }
    self.kinds = byLetter
  }

  /// How a field matches.
  struct Result {
    var manner: SearchMatch.Manner
    /// Only the kind holds the words.
    var isKindOnly = false
    /// What tells matches of one manner apart, the best least: whole words before beginnings of
    /// words, the beginning of the name before that behind its kind.
    var slack = 0
  }

  /// What else belongs to a field.
  struct Context {
    var kind = SearchWords("")
    var issuer = SearchWords("")
    var parent = SearchWords("")
    /// Whether it is a unit, whose name may begin with its kind.
    var isUnit = false
  }

  /// How a name matches.
  func match(_ name: SearchWords, _ context: Context, abbreviated: Bool = true) -> Result? {
    guard !content.isEmpty else { return nil }
    let behindKind = context.isUnit ? lengthOfKind(in: name) : 0
    if isSame(name) || behindKind == 0 && isSame(name, after: context.kind) {
      return Result(manner: .exact)
    }
    if behindKind > 0, isSame(name, from: behindKind) { return Result(manner: .withoutKind) }
    if let found = phraseMatch(name, behindKind) { return found }
    if let found = wordMatch(name, context) { return found }
    if abbreviated, let extent = abbreviation.extent(in: name, behindKind: behindKind) {
      return Result(manner: extent == .whole ? .abbreviation : .abbreviationOfPart)
    }
    if !context.parent.isEmpty,
      let found = wordMatch(name, context, withParent: true), !found.isKindOnly
    {
      return Result(manner: .withParent)
    }
    return holds(name) ? Result(manner: .part) : nil
  }

  /// How many letters of the words must be changed, added or left out to make a name of them, from
  /// one of its words on; `nil` if more than a limit.
  func slips(to name: SearchWords, from first: Int, limit: Int) -> Int? {
    guard abs(name.length(from: first) - words.length(from: 0)) <= limit else { return nil }
    return FoldedText.distance(spaced, name.spaced(from: first), limit: limit)
  }

  /// Whether letters of it stand in a field somewhere; fewer than three say nothing.
  func holds(_ field: SearchWords) -> Bool {
    words.letters.count >= 3 && field.contains(words.letters)
  }

  /// Whether a name, from one of its words on, is what is looked for, connecting words aside.
  ///
  /// - Parameter kind: Words that stand before it in what is looked for.
  private func isSame(
    _ name: SearchWords, from first: Int = 0, after kind: SearchWords? = nil
  ) -> Bool {
    if first == 0, kind == nil, name == words { return true }
    var used = 0
    if let kind {
      guard content.hasPrefix(kind) else { return false }
      used = kind.count
    }
    for index in first..<name.count {
      if used < content.count, name[index].elementsEqual(content[used]) {
        used += 1
      } else if !connecting.contains(name[index]) {
        return false
      }
    }
    return used == content.count
  }

  /// Whether the words follow each other in a name, connecting ones aside.
  private func phraseMatch(_ name: SearchWords, _ behindKind: Int) -> Result? {
    let first = content[0]
    var best: Result?
    func offer(_ found: Result) {
      guard let known = best else {
        best = found
        return
      }
      if (found.manner.rank, found.slack) < (known.manner.rank, known.slack) { best = found }
    }
    for start in 0..<name.count where name[start].starts(with: first) {
      var (used, next) = (1, start + 1)
      var isCut = name[start].count > first.count
      while used < content.count, next < name.count {
        if name[next].starts(with: content[used]) {
          isCut = isCut || name[next].count > content[used].count
          used += 1
        } else if !connecting.contains(name[next]) {
          break
        }
        next += 1
      }
      guard used == content.count else { continue }
      if start == 0 || start == behindKind {
        offer(Result(manner: .beginning, slack: (isCut ? 2 : 0) + (start == 0 ? 0 : 1)))
      } else {
        offer(Result(manner: .phrase, slack: isCut ? 1 : 0))
      }
    }
    return best
  }

  /// How many words at the beginning of a name say its kind, where others follow.
  func lengthOfKind(in name: SearchWords) -> Int {
    guard let letter = name.letters.first, let kinds = kinds[letter] else { return 0 }
    return kinds.first { name.count > $0.count && name.hasPrefix($0) }?.count ?? 0
  }

  private func wordMatch(
    _ name: SearchWords, _ context: Context, withParent: Bool = false
  ) -> Result? {
    var (isInName, isInKind) = (false, true)
    for index in 0..<content.count {
      let inKind = context.kind.hasWord(beginning: content[index])
      if name.hasWord(beginning: content[index]) {
        isInName = true
      } else if !inKind, !context.issuer.hasWord(beginning: content[index]),
        !withParent || !context.parent.hasWord(beginning: content[index])
      {
        return nil
      }
      if !inKind { isInKind = false }
    }
    return isInName || isInKind ? Result(manner: .words, isKindOnly: !isInName) : nil
  }
}

extension SearchMatch.Manner {
  /// Its place in the order, the best first.
  var rank: Int {
    switch self {
    case .exact: 0
    case .withoutKind: 1
    case .beginning: 2
    case .phrase: 3
    case .words: 4
    case .abbreviation: 6
    case .abbreviationOfPart: 7
    case .withParent: 8
    case .part: 10
    case .spelling: 11
    }
  }
}
