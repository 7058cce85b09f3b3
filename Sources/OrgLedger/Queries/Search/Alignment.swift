/// How words that somebody typed lie over a name in its order, some of them as letters: `so ld tb
/// xh` and `ldtbxh` over Sở Lao động - Thương binh và Xã hội.
///
/// Rules, not a list: a typed word stands for one that it is or begins, or its letters for several
/// that follow each other; of each word it takes the first letter or the consonants with which it
/// begins (TTr for Thanh tra). Connecting words (và, of) may be left out. It also works the other
/// way round: a name may hold an abbreviation (UBND) of what was typed in words. No word of the
/// name is used twice.
struct Alignment {
  /// What was typed, without connecting words.
  let typed: SearchWords
  let connecting: ConnectingWords

  /// A way to lay typed words over a name.
  struct Way {
    /// What it costs, words passed over aside.
    var points = 0
    /// The first word of the name that it uses.
    var start = 0
    /// How many words of the name it passes over.
    var skipped = 0
    /// Whether a typed word is only the beginning of one.
    var isCut = false
    /// Whether letters stand for words, on either side.
    var isAbbreviated = false
    /// Whether it uses the name to its end.
    var isComplete = false

    fileprivate var cost: Int { points + skipped * SearchPoints.skippedWord }

    /// What it costs in all.
    var total: Int {
      points + min(skipped, SearchPoints.skippedWordsCounted) * SearchPoints.skippedWord
        + (isComplete ? 0 : SearchPoints.goesOn)
    }
  }

  /// The best ways over a name, by how many of the typed words they use; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - behindKind: How many words of the name say its kind.
  ///   - besideName: How many typed words say the kind, which the name does not hold.
  ///   - abbreviated: Whether letters may stand for words.
  /// - Complexity: O(typed words × words of the name), times the letters of an abbreviation and the
  ///   words that it may stand for.
  func ways(
    over name: SearchWords, behindKind: Int, besideName: Int, abbreviated: Bool
  ) -> [Way?] {
    let width = name.count + 1
    /// The best way that has used so many typed words and stands before so many words of the name.
    var reached = [Way?](repeating: nil, count: (typed.count + 1) * width)
    func offer(_ way: Way, _ row: Int, _ column: Int) {
      if let known = reached[row * width + column], known.cost <= way.cost { return }
      reached[row * width + column] = way
    }
    for start in 0..<name.count {
      let points =
        start == 0 ? 0 : start == behindKind ? SearchPoints.behindKind : SearchPoints.furtherOn
      offer(Way(points: points, start: start), 0, start)
    }
    if besideName > 0, besideName < typed.count, !name.isEmpty {
      offer(Way(points: SearchPoints.kindBeside), besideName, 0)
    }
    for row in 0..<typed.count {
      for column in 0..<name.count {
        guard let way = reached[row * width + column] else { continue }
        if row > 0 {
          var next = way
          if !connecting.contains(name[column]) { next.skipped += 1 }
          offer(next, row, column + 1)
        }
        if name[column].starts(with: typed[row]) {
          var next = way
          if name[column].count > typed[row].count {
            next.points += SearchPoints.cutWord
            next.isCut = true
          }
          offer(next, row + 1, column + 1)
        }
        guard abbreviated else { continue }
        for end in ends(of: typed[row], over: name, from: column) {
          var next = way
          next.points += SearchPoints.letters
          next.isAbbreviated = true
          offer(next, row + 1, end)
        }
        for end in ends(of: name[column], over: typed, from: row) {
          var next = way
          next.points += SearchPoints.lettersInName
          next.isAbbreviated = true
          offer(next, end, column + 1)
        }
      }
    }
    return (0...typed.count).map { row in
      (0...name.count).compactMap { column -> Way? in
        guard var way = reached[row * width + column] else { return nil }
        way.isComplete = (column..<name.count).allSatisfy { connecting.contains(name[$0]) }
        return way
      }.min { $0.total < $1.total }
    }
  }

  /// Behind which words an abbreviation can end that begins at one and stands for at least two.
  private func ends(
    of short: ArraySlice<Unicode.Scalar>, over words: SearchWords, from first: Int
  ) -> [Int] {
    guard short.count > 1, let initial = short.first, words[first].first == initial else {
      return []
    }
    var found: [Int] = []
    var pending = [(letter: short.startIndex, word: first)]
    // There are many ways to one place, and what follows from it is the same on all of them.
    var visited: Set<Place> = []
    while let (letter, word) = pending.popLast() {
      guard visited.insert(Place(letter: letter, word: word)).inserted else { continue }
      if letter == short.endIndex {
        if word > first + 1 { found.append(word) }
        continue
      }
      guard word < words.count else { continue }
      if connecting.contains(words[word]) { pending.append((letter, word + 1)) }
      let whole = words[word]
      var (used, index) = (letter, whole.startIndex)
      while used < short.endIndex, index < whole.endIndex, short[used] == whole[index] {
        // Beyond its first letter a word gives only the consonants with which it begins.
        if index > whole.startIndex, Self.vowels.contains(whole[index]) { break }
        (used, index) = (used + 1, index + 1)
        pending.append((used, word + 1))
        if Self.vowels.contains(whole[whole.startIndex]) { break }
      }
    }
    return found
  }

  private struct Place: Hashable {
    let letter: Int
    let word: Int
  }

  private static let vowels: Set<Unicode.Scalar> = ["a", "e", "i", "o", "u", "y"]
}
