/// What is looked for, ready to be held against names.
struct SearchQuery {
  /// All its words.
  let words: SearchWords
  /// Its words without the connecting ones; all where it has no others.
  let content: SearchWords
  /// The letters of all its words, with a blank between them.
  private let spaced: [Unicode.Scalar]
  private let connecting: ConnectingWords
  private let alignment: Alignment
  /// By their first letters, the longest first.
  private let kinds: [Unicode.Scalar: [SearchWords]]
  /// How many words at its beginning say a kind, where others follow.
  private let typedKind: Int

  /// - Parameters:
  ///   - connecting: Words that abbreviations and lists leave out (và, of).
  ///   - kinds: The kinds of the ledger, which stand at the beginning of many names.
  init(_ text: String, connecting: Set<String>, kinds: [String]) {
    words = SearchWords(text)
    spaced = words.spaced()
    self.connecting = ConnectingWords(connecting)
    let content = words.words(without: self.connecting)
    self.content = content.isEmpty ? words : content
    alignment = Alignment(typed: self.content, connecting: self.connecting)
    // The longest first, so that a name begins with no longer one than what is found.
    let longestFirst = kinds.map { SearchWords($0) }
      .sorted { $0.letters.count > $1.letters.count }
    var byLetter: [Unicode.Scalar: [SearchWords]] = [:]
    for kind in longestFirst {
      if let letter = kind.letters.first { byLetter[letter, default: []].append(kind) }
    }
    self.kinds = byLetter
    typedKind = Self.lengthOfKind(in: self.content, byLetter)
  }

  /// How a field matches.
  struct Result {
    var manner: SearchMatch.Manner
    /// What lies between it and what was typed, see ``SearchPoints``.
    var points: Int
    /// Only the kind holds the words.
    var isKindOnly = false
  }

  /// What else belongs to a field.
  struct Context {
    var kind = SearchWords("")
    var issuer = SearchWords("")
    var parent = SearchWords("")
    /// Whether it is a unit, whose name may begin with its kind.
    var isUnit = false
  }

  /// How a name matches, in the way that costs least.
  func match(_ name: SearchWords, _ context: Context, abbreviated: Bool = true) -> Result? {
    guard !content.isEmpty else { return nil }
    let behindKind = context.isUnit ? lengthOfKind(in: name) : 0
    let found = [
      alignedMatch(name, context, behindKind, abbreviated),
      pairedMatch(name, context, behindKind),
      otherKindMatch(name, behindKind, isUnit: context.isUnit),
    ]
    if let best = found.compactMap({ $0 }).min(by: { $0.points < $1.points }) { return best }
    return holds(name) ? Result(manner: .part, points: SearchPoints.part) : nil
  }

  /// How near a name is in writing: at most one slip for every four letters, the kind at its
  /// beginning left out or not; or, of its words, one slip in each of the longer ones.
  func nearMatch(_ name: SearchWords) -> Result? {
    let limit = max(1, words.length(from: 0) / 4)
    let behindKind = lengthOfKind(in: name)
    let slips = [0, behindKind].compactMap { self.slips(to: name, from: $0, limit: limit) }.min()
    var points = slips.map { $0 * SearchPoints.slip }
    if let pairing = WordPairing(content, [(.name, name)], slips: true) {
      let paired = pairing.points(over: name, behindKind: behindKind, connecting)
      points = min(points ?? paired, paired)
    }
    return points.map { Result(manner: .spelling, points: SearchPoints.near + $0) }
  }

  /// How many letters of the words must be changed, added or left out to make a name of them, from
  /// one of its words on; `nil` if more than a limit.
  private func slips(to name: SearchWords, from first: Int, limit: Int) -> Int? {
    guard abs(name.length(from: first) - words.length(from: 0)) <= limit else { return nil }
    return FoldedText.distance(spaced, name.spaced(from: first), limit: limit)
  }

  /// Whether letters of it stand in a field somewhere; fewer than three say nothing.
  func holds(_ field: SearchWords) -> Bool {
    words.letters.count >= 3 && field.contains(words.letters)
  }

  /// How many words at the beginning of a name say its kind, where others follow.
  private func lengthOfKind(in name: SearchWords) -> Int { Self.lengthOfKind(in: name, kinds) }

  private static func lengthOfKind(
    in name: SearchWords, _ kinds: [Unicode.Scalar: [SearchWords]]
  ) -> Int {
    guard let letter = name.letters.first, let kinds = kinds[letter] else { return 0 }
    return kinds.first { name.count > $0.count && name.hasPrefix($0) }?.count ?? 0
  }

  // MARK: In the order of the name

  private func alignedMatch(
    _ name: SearchWords, _ context: Context, _ behindKind: Int, _ abbreviated: Bool
  ) -> Result? {
    let besideName =
      behindKind == 0 && content.hasPrefix(context.kind) ? context.kind.count : 0
    guard let initial = content.letters.first, besideName > 0 || name.hasWord(from: initial) else {
      return nil
    }
    let ways = alignment.ways(
      over: name, behindKind: behindKind, besideName: besideName, abbreviated: abbreviated)
    var best: Result?
    if let way = ways[content.count] {
      best = Result(manner: manner(of: way, behindKind), points: way.total)
    }
    guard !context.parent.isEmpty else { return best }
    // What follows the words of the name may be words of the unit above it.
    for row in stride(from: content.count - 1, to: 0, by: -1) {
      guard let way = ways[row],
        let rest = WordPairing(content.words(from: row), [(.parent, context.parent)])
      else { continue }
      let points =
        way.total + SearchPoints.beside + rest.count(of: .begins) * SearchPoints.cutWord
      if points < best?.points ?? .max { best = Result(manner: .withParent, points: points) }
    }
    return best
  }

  private func manner(of way: Alignment.Way, _ behindKind: Int) -> SearchMatch.Manner {
    let isAtStart = way.start == 0 || way.start == behindKind
    if way.isAbbreviated {
      return isAtStart && way.skipped == 0 && way.isComplete
        ? .abbreviation : .abbreviationOfPart
    }
    if way.skipped > 0 { return .words }
    guard isAtStart else { return .phrase }
    guard way.isComplete, !way.isCut else { return .beginning }
    return way.start == 0 ? .exact : .withoutKind
  }

  // MARK: In any order

  private func pairedMatch(
    _ name: SearchWords, _ context: Context, _ behindKind: Int
  ) -> Result? {
    // A name that holds its kind must not lend the word twice.
    var words: [(WordPairing.Place, SearchWords)] = [(.name, name)]
    if behindKind == 0 { words.append((.kind, context.kind)) }
    words.append((.issuer, context.issuer))
    if let pairing = WordPairing(content, words) {
      let points = pairing.points(over: name, behindKind: behindKind, connecting)
      if pairing.uses(.name) { return Result(manner: .words, points: points) }
      if pairing.uses(.issuer) { return nil }
      return Result(
        manner: .words, points: points + SearchPoints.kindOnly, isKindOnly: true)
    }
    guard !context.parent.isEmpty,
      let pairing = WordPairing(content, words + [(.parent, context.parent)]),
      pairing.uses(.name)
    else { return nil }
    return Result(
      manner: .withParent,
      points: pairing.points(over: name, behindKind: behindKind, connecting))
  }

  // MARK: But for the kind

  /// Whether it is what was typed but for the kind at the beginning: what was a commune may be a
  /// ward today.
  private func otherKindMatch(
    _ name: SearchWords, _ behindKind: Int, isUnit: Bool
  ) -> Result? {
    guard isUnit, typedKind > 0 else { return nil }
    let rest = content.words(from: typedKind)
    guard name.words(from: behindKind).words(without: connecting) == rest else { return nil }
    return Result(manner: .otherKind, points: SearchPoints.otherKind)
  }
}
