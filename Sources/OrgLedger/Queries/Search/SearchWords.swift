/// A folded text in words: runs of letters and digits.
///
/// The letters stand in one array, so that a hundred thousand names cost few allocations.
struct SearchWords {
  /// The letters of all words, one word after the other.
  private(set) var letters: [Unicode.Scalar] = []
  /// Where each word ends in `letters`.
  private var ends: [Int] = []

  /// The words of a text as it is compared, see ``FoldedText``.
  init(_ text: String) {
    letters.reserveCapacity(text.utf8.count)
    FoldedText.fold(text) { scalar in
      if let scalar, Self.isLetter(scalar) { letters.append(scalar) } else { endWord() }
    }
    endWord()
  }

  private init() {}

  private mutating func endWord() {
    if letters.count > (ends.last ?? 0) { ends.append(letters.count) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  var count: Int { ends.count }
  var isEmpty: Bool { ends.isEmpty }

  subscript(index: Int) -> ArraySlice<Unicode.Scalar> {
    letters[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// How many letters its words have from one on, with a blank between them.
  func length(from first: Int) -> Int {
    letters.count - (first == 0 ? 0 : ends[first - 1]) + max(0, count - first - 1)
  }

  /// The letters of its words from one on, with a blank between them.
  func spaced(from first: Int = 0) -> [Unicode.Scalar] {
    var spaced: [Unicode.Scalar] = []
    spaced.reserveCapacity(length(from: first))
    for index in first..<max(first, count) {
      if index > first { spaced.append(" ") }
      spaced += self[index]
    }
    return spaced
  }

  /// The words from one on.
  func words(from first: Int) -> SearchWords {
    var kept = SearchWords()
    for index in first..<max(first, count) {
      kept.letters += self[index]
      kept.endWord()
    }
    return kept
  }

  /// The words without some.
  func words(without left: ConnectingWords) -> SearchWords {
    var kept = SearchWords()
    for index in 0..<count where !left.contains(self[index]) {
      kept.letters += self[index]
      kept.endWord()
    }
    return kept
  }

  /// Whether the words of another one are its first ones.
  func hasPrefix(_ other: SearchWords) -> Bool {
    other.count <= count && letters.starts(with: other.letters)
      && zip(ends, other.ends).allSatisfy { $0 == $1 }
  }

  /// Whether one of its words begins with a letter.
  func hasWord(from letter: Unicode.Scalar) -> Bool {
    var start = 0
    for end in ends {
      if letters[start] == letter { return true }
      start = end
    }
    return false
  }

  /// Whether the letters stand in it one after the other, whatever words they are of.
  func contains(_ other: [Unicode.Scalar]) -> Bool {
    guard let first = other.first, other.count <= letters.count else { return false }
    for start in 0...(letters.count - other.count) where letters[start] == first {
      if letters[start...].starts(with: other) { return true }
    }
    return false
  }
}

/// Words that join others and that abbreviations leave out; there are few.
struct ConnectingWords {
  private let words: [[Unicode.Scalar]]

  init(_ words: Set<String>) { self.words = words.map { SearchWords($0).letters } }

  func contains(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    for other in words where other.count == word.count && word.elementsEqual(other) { return true }
    return false
  }
}

extension SearchWords: Equatable {
  static func == (left: SearchWords, right: SearchWords) -> Bool {
    left.letters == right.letters && left.ends == right.ends
  }
}
