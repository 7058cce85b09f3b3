/// Gives each typed word a word of its own among those of a name and of what stands beside it, in
/// any order: whole words where there are, else such as it begins.
struct WordPairing {
  /// Where words stand, the nearest to the name first.
  enum Place { case name, kind, issuer, parent }

  let typed: SearchWords
  private let columns: [(place: Place, index: Int, word: ArraySlice<Unicode.Scalar>)]
  /// The column of each typed word.
  private(set) var chosen: [Int]

  /// - Parameter slips: Whether a typed word stands for one that differs by a slip.
  /// - Returns: `nil` where a typed word is left over.
  /// - Complexity: O(*t*² · *w*) for *t* typed words and *w* others.
  init?(_ typed: SearchWords, _ words: [(Place, SearchWords)], slips: Bool = false) {
    self.typed = typed
    columns = words.flatMap { place, words in
      (0..<words.count).map { (place, $0, words[$0]) }
    }
    chosen = []
    for row in 0..<typed.count {
      // Most names fail here.
      guard columns.contains(where: { Self.fit(typed[row], $0.word, slips) != nil }) else {
        return nil
      }
    }
    var owners = [Int?](repeating: nil, count: columns.count)
    var taken = [Bool](repeating: false, count: typed.count)
    for worst in [Fit.whole, .begins, .slip] {
      for row in 0..<typed.count where !taken[row] {
        var seen = [Bool](repeating: false, count: columns.count)
        taken[row] = place(row, worst, slips, &owners, &seen)
      }
      if !taken.contains(false) { break }
    }
    guard !taken.contains(false) else { return nil }
    chosen = [Int](repeating: 0, count: typed.count)
    for (column, owner) in owners.enumerated() {
      if let owner { chosen[owner] = column }
    }
  }

  /// How a typed word stands for another one, the best first.
  enum Fit: Int { case whole, begins, slip }

  private static func fit(
    _ typed: ArraySlice<Unicode.Scalar>, _ word: ArraySlice<Unicode.Scalar>, _ slips: Bool
  ) -> Fit? {
    if word.starts(with: typed) { return word.count == typed.count ? .whole : .begins }
    // In shorter words one letter makes another word.
    guard slips, typed.count >= 4, word.count >= 4 else { return nil }
    let (typed, word) = (Array(typed), Array(word))
    return FoldedText.distance(typed, word, limit: 1) != nil || areSwapped(typed, word)
      ? .slip : nil
  }

  /// Whether two letters that follow each other stand the other way round.
  private static func areSwapped(_ typed: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Bool {
    guard typed.count == word.count,
      let first = typed.indices.first(where: { typed[$0] != word[$0] }), first + 1 < typed.count
    else { return false }
    var other = typed
    other.swapAt(first, first + 1)
    return other == word
  }

  /// Finds a place for a typed word, where needed by moving others.
  private func place(
    _ row: Int, _ worst: Fit, _ slips: Bool, _ owners: inout [Int?], _ seen: inout [Bool]
  ) -> Bool {
    for column in columns.indices where !seen[column] {
      guard let fit = Self.fit(typed[row], columns[column].word, slips),
        fit.rawValue <= worst.rawValue
      else { continue }
      seen[column] = true
      if let owner = owners[column], !place(owner, worst, slips, &owners, &seen) { continue }
      owners[column] = row
      return true
    }
    return false
  }

  /// Whether a typed word has its place there.
  func uses(_ place: Place) -> Bool { chosen.contains { columns[$0].place == place } }

  /// How many typed words stand for others in a way.
  func count(of fit: Fit) -> Int {
    chosen.enumerated().count { row, column in
      Self.fit(typed[row], columns[column].word, true) == fit
    }
  }

  /// What it costs.
  func points(over name: SearchWords, behindKind: Int, _ connecting: ConnectingWords) -> Int {
    let used = chosen.filter { columns[$0].place == .name }.map { columns[$0].index }
    var points = count(of: .begins) * SearchPoints.cutWord + count(of: .slip) * SearchPoints.slip
    if uses(.kind) { points += SearchPoints.kindBeside }
    if uses(.issuer) { points += SearchPoints.beside }
    if uses(.parent) { points += SearchPoints.beside }
    guard let first = used.min(), let last = used.max() else { return points }
    if used != used.sorted() { points += SearchPoints.otherOrder }
    if first > 0 {
      points += first == behindKind ? SearchPoints.behindKind : SearchPoints.furtherOn
    }
    func left(_ words: Range<Int>) -> Int {
      words.count { !used.contains($0) && !connecting.contains(name[$0]) }
    }
    points +=
      min(left(first..<last), SearchPoints.skippedWordsCounted) * SearchPoints.skippedWord
    return points + (left((last + 1)..<name.count) == 0 ? 0 : SearchPoints.goesOn)
  }
}
