/// Whether the words that somebody typed stand for the words of a name, some or all of them as
/// letters: `so ld tb xh` and `ldtbxh` for Sở Lao động - Thương binh và Xã hội.
///
/// Rules, not a list: a typed word stands for the one that it begins, or its letters for several
/// that follow each other; of each word it takes the first letter or the consonants with which it
/// begins (TTr for Thanh tra). Connecting words (và, of) may be left out. It also works the other
/// way round: a name may hold an abbreviation (UBND) of what was typed in words.
struct Abbreviation {
  /// What was typed, without connecting words.
  let typed: SearchWords
  let connecting: ConnectingWords

  /// How much of a name the words stand for.
  enum Extent { case whole, part }

  /// Whether they stand for a name, from the first word or from the one behind its kind on.
  ///
  /// - Parameter behindKind: How many words of the name say its kind.
  /// - Complexity: O(typed words × words of the name), times the letters of an abbreviation and the
  ///   words that it may stand for.
  func extent(in name: SearchWords, behindKind: Int) -> Extent? {
    guard let initial = typed.letters.first, name.hasWord(from: initial),
      reaches(name, from: 0, gaps: true)
    else { return nil }
    let isWhole =
      reaches(name, from: 0, gaps: false)
      || behindKind > 0 && reaches(name, from: behindKind, gaps: false)
    return isWhole ? .whole : .part
  }

  /// Whether all that was typed can be laid over the name in its order.
  ///
  /// - Parameter gaps: Whether words of the name may be passed over; without, all of it is used.
  private func reaches(_ name: SearchWords, from start: Int, gaps: Bool) -> Bool {
    let width = name.count + 1
    // Whether so many typed words can be over before so many words of the name.
    var reached = [Bool](repeating: false, count: (typed.count + 1) * width)
    reached[start] = true
    for row in 0..<typed.count {
      var isAny = false
      for column in start..<name.count where reached[row * width + column] {
        isAny = true
        if gaps || connecting.contains(name[column]) { reached[row * width + column + 1] = true }
        if name[column].starts(with: typed[row]) { reached[(row + 1) * width + column + 1] = true }
        for end in ends(of: typed[row], over: name, from: column) {
          reached[(row + 1) * width + end] = true
        }
        for end in ends(of: name[column], over: typed, from: row) {
          reached[end * width + column + 1] = true
        }
      }
      if !isAny, !reached[((row + 1) * width)...].contains(true) { return false }
    }
    let last = typed.count * width
    if gaps { return reached[last...].contains(true) }
    for column in start..<name.count
    where reached[last + column] && connecting.contains(name[column]) {
      reached[last + column + 1] = true
    }
    return reached[last + name.count]
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
