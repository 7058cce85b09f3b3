/// What bears a text in its name, or is meant by it: what `search` answers.
public struct SearchAnswer: Hashable, Sendable, Encodable {
  /// What was looked for, as written.
  public let text: String
  /// The day that decides what is a former name, and who lives.
  public let asOf: Day
  /// How many hits there are, also those beyond the limit.
  public let total: Int
  /// The best first.
  public let hits: [SearchHit]
}

/// Something that was found.
///
/// In JSON: `{"what","id","name","kind","status","from","to","matched":{…}}`, and `plannedBy` where
/// only a plan brings it.
public struct SearchHit: Hashable, Sendable, Encodable {
  /// What it is.
  public enum What: String, CaseIterable, Hashable, Sendable, Encodable {
    case unit, function, instrument, claim
  }

  /// What it is.
  public let what: What
  /// Its identifier among things of its sort.
  public let id: String
  /// What it is called on the day; of a text its number, else its title; of a claim its words.
  public let name: String
  /// The kind of a unit on the day, or of a text.
  @OrNull public internal(set) var kind: String?
  /// Whether a unit lives on the day; `nil` for all else, and for one that only a plan brings.
  @OrNull public internal(set) var status: UnitStatus?
  /// The day of a unit's birth, of a planned one as far as the plan states it.
  @OrNull public internal(set) var from: ImpreciseDay?
  /// The day of its end; `nil` while it lives.
  @OrNull public internal(set) var to: ImpreciseDay?
  /// What of it was looked for, and how it matched.
  public let matched: SearchMatch
  /// The proposed act that would bring a unit which nothing enacted begins; left out of JSON where
  /// there is none.
  public internal(set) var plannedBy: ActID?
}

/// What of a hit is what was looked for, and how.
///
/// In JSON: `{"by","how","text","from","to"}`.
public struct SearchMatch: Hashable, Sendable, Encodable {
  /// What matched.
  public enum Field: String, CaseIterable, Hashable, Sendable, Encodable {
    case id, code
    /// The number of a text as printed.
    case number
    /// The name on the day, of a unit that has ended its last one.
    case name
    /// A name before the day, or after it.
    case formerName, laterName
    /// The short form of a name, at whatever time.
    case shortName
    case title
    /// Who issued a text.
    case issuer
    /// The words of a claim.
    case wording
    /// Only the kind.
    case kind
  }

  /// How it matched.
  public enum Manner: String, CaseIterable, Hashable, Sendable, Encodable {
    /// It is what was looked for, whatever the case, the marks and the signs between words.
    case exact
    /// It is that without the kind at its beginning.
    case withoutKind
    /// It begins with the words, or goes on so behind its kind; letters may be missing at the end
    /// of each.
    case beginning
    /// It holds the words one after the other.
    case phrase
    /// Every word looked for begins one of its words, or one of its kind or issuer.
    case words
    /// The letters stand for its words, all of them.
    case abbreviation
    /// The letters stand for some of its words.
    case abbreviationOfPart
    /// The words begin words of its own and of the name of the unit above it.
    case withParent
    /// It is what was looked for but for the kind at the beginning.
    case otherKind
    /// It holds the letters somewhere.
    case part
    /// It is near in writing; only where no name holds the words.
    case spelling
  }

  /// What matched.
  public let by: Field
  /// How it matched.
  public let how: Manner
  /// The name, code, number … that matched, as written.
  public let text: String
  /// The period of a name.
  @OrNull public internal(set) var from: ImpreciseDay?
  /// The first day on which it was no longer borne; `nil` while it is.
  @OrNull public internal(set) var to: ImpreciseDay?
}
