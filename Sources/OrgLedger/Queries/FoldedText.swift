/// A text as it is compared with what a person types: without case, diacritics and tone marks.
///
/// Where a tone mark stands does not matter either (Uỷ, Ủy), nor whether letters are composed, nor
/// how many blanks stand between words.
///
/// - Source: the table holds the Latin letters of Unicode's blocks Latin-1 Supplement, Latin
///   Extended-A and -B (to U+024F) and Latin Extended Additional, which has those of Vietnamese; a
///   letter is its base letter, đ is d, æ is ae. Letters of other scripts lose only their case.
public struct FoldedText: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The folded letters; one blank between words, none at the ends.
  public let text: String

  public var description: String { text }

  /// Folds a text.
  ///
  /// - Complexity: O(*n*) in its scalars.
  public init(_ original: some StringProtocol) {
    var folded: [UInt8] = []
    folded.reserveCapacity(original.utf8.count)
    var blank = false
    Self.fold(original) { scalar in
      guard let scalar else {
        blank = !folded.isEmpty
        return
      }
      if blank {
        folded.append(0x20)
        blank = false
      }
      if scalar.isASCII {
        folded.append(UInt8(scalar.value))
      } else {
        folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
      }
    }
    text = String(decoding: folded, as: UTF8.self)
  }

  /// Gives out the folded letters of a text, and `nil` for each blank, at the ends too.
  @inline(__always)
  static func fold(_ original: some StringProtocol, _ body: (Unicode.Scalar?) -> Void) {
    for scalar in original.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: body(Unicode.Scalar(UInt8(scalar.value + 0x20)))
      case 0x21...0x7E: body(scalar)
      case 0x20: body(nil)
      case 0x300...0x36F: continue
      // Hyphens and dashes: texts and keyboards do not agree on them.
      case 0x2010...0x2015: body("-")
      default:
        if let letter = Self.letter(scalar.value) {
          body(Unicode.Scalar(letter))
        } else if scalar.properties.isWhitespace {
          body(nil)
        } else {
          let mapped = Self.ligatures[scalar] ?? scalar.properties.lowercaseMapping
          for scalar in mapped.unicodeScalars { body(scalar) }
        }
      }
    }
  }

  public static func < (left: FoldedText, right: FoldedText) -> Bool { left.text < right.text }

  /// The base letter of a Latin letter beyond ASCII.
  private static func letter(_ value: UInt32) -> UInt8? {
    let index: Int
    switch value {
    case 0xC0..<0x250: index = Int(value) - 0xC0
    case 0x1E00..<0x1F00: index = Int(value) - 0x1E00 + 0x190
    default: return nil
    }
    return letters[index] == UInt8(ascii: ".") ? nil : letters[index]
  }

  /// The base letters of U+00C0 to U+024F, then of U+1E00 to U+1EFF, 64 a line; a point where a
  /// scalar has none.
  private static let letters = Array(
    """
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll\
    lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    bbbb...cc.ddd....ffg...ikkl..nn.oo..pp.....ttttuu..yyzz.........\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..oo\
    aaaaeeeeiiiioooorrrruuuusstt..hhn...zzaaeeooooooooyy...j..acclts\
    z..b..eejj..rryy\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """.utf8)

  /// Letters that are two.
  private static let ligatures: [Unicode.Scalar: String] = [
    "Æ": "ae", "æ": "ae", "Ǽ": "ae", "ǽ": "ae", "Ǣ": "ae", "ǣ": "ae", "Œ": "oe", "œ": "oe",
    "ß": "ss", "ẞ": "ss", "Þ": "th", "þ": "th", "Ĳ": "ij", "ĳ": "ij",
  ]
}

extension FoldedText {
  /// How many letters must be changed, added or left out to make another text of this one.
  ///
  /// - Returns: `nil` if more than `limit`.
  /// - Complexity: O(*n* · *limit*) in the longer text.
  public func distance(to other: FoldedText, limit: Int) -> Int? {
    Self.distance(Array(text.unicodeScalars), Array(other.text.unicodeScalars), limit: limit)
  }

  /// The same for folded letters.
  static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    let far = limit + 1
    var row = (0...right.count).map { min($0, far) }
    for (index, scalar) in left.enumerated() {
      // Only cells near the diagonal can lie within the limit.
      let first = max(0, index - limit)
      let last = min(right.count, index + 1 + limit)
      var diagonal = row[first]
      row[first] = first == 0 ? min(index + 1, far) : far
      var least = row[first]
      for column in first..<last {
        let above = row[column + 1]
        // What the row before did not reach stands for far away.
        let fromAbove = column < index + limit ? above + 1 : far
        let changed = diagonal + (scalar == right[column] ? 0 : 1)
        row[column + 1] = min(changed, fromAbove, row[column] + 1, far)
        least = min(least, row[column + 1])
        diagonal = above
      }
      if least >= far { return nil }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }
}
