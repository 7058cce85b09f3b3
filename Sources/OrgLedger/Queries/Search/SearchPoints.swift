/// How far a match is from a name that is exactly what was typed: points are added up, and the
/// fewest come first.
///
/// They are chosen so that a search of names brings first what an official means by them; what
/// differs by one point differs in no more than a nuance, from ``weak`` on nothing bears the words
/// as its name.
enum SearchPoints {
  /// An id, code or number names exactly one thing, and comes before all names.
  static let identifier = -1

  /// A typed word is only the beginning of a word.
  static let cutWord = 4
  /// Letters stand for several words.
  static let letters = 2
  /// A word of the name stands, as letters, for several that were typed.
  static let lettersInName = 3
  /// A word of the name is passed over; so many of them count, at most.
  static let skippedWord = 3
  static let skippedWordsCounted = 3
  /// The words stand in another order.
  static let otherOrder = 6
  /// The first word lies behind the kind at the beginning of the name, or further on.
  static let behindKind = 3
  static let furtherOn = 6
  /// The name goes on behind the last word.
  static let goesOn = 2

  /// Words are those of the kind that the name does not hold.
  static let kindBeside = 1
  /// Words are those of the unit above, or of who issued a text.
  static let beside = 8
  /// The name is another one only in the kind at its beginning.
  static let otherKind = 8
  /// Only the kind holds the words.
  static let kindOnly = 30
  /// Its letters stand somewhere.
  static let part = 60
  /// It is near in writing, by so many slips.
  static let near = 100
  static let slip = 4

  /// It is a name of another time.
  static let otherTime = 1
  /// It is a class, a function, a title, an issuer, the wording of a claim: most words stand
  /// somewhere in long texts, and units are looked for most.
  static let collective = 9
  static let function = 6
  static let title = 10
  static let issuer = 12
  static let wording = 20

  /// From here on a match is weak, and what is near in writing is shown too.
  static let weak = 20
}
