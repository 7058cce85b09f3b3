/// The texts of a ledger: what `instruments` answers.
public struct InstrumentsAnswer: Hashable, Sendable, Encodable {
  /// By the day of issue, then number, then id; those of no stated day come last.
  public let instruments: [InstrumentRow]
}

/// A text with everything that rests on it.
public struct InstrumentRow: Hashable, Sendable, Encodable {
  /// Its identifier.
  public let id: InstrumentID
  /// As printed.
  @OrNull public internal(set) var number: String?
  /// What kind of text it is.
  @OrNull public internal(set) var kind: String?
  /// Who issued it.
  @OrNull public internal(set) var issuer: String?
  /// What it is about, in its own words.
  @OrNull public internal(set) var title: String?
  /// The day of issue, as precisely as it is known.
  @OrNull public internal(set) var issuedOn: ImpreciseDay?
  /// Since when it is in force, where that is stated.
  @OrNull public internal(set) var inForceOn: ImpreciseDay?
  /// How it stands to other texts, as it says itself.
  public let relations: [InstrumentRelation]
  /// How other texts say that they stand to it: each is the other text.
  public let relatedBy: [InstrumentRelation]
  /// The file that it was read from.
  @OrNull public internal(set) var source: Source?
  /// What whoever recorded it adds.
  @OrNull public internal(set) var note: String?
  /// The acts of which it is the legal basis, in the order of the record.
  public let orders: [ActID]
  /// The acts that were recorded from it, in the order of the record.
  public let states: [ActID]
  /// The events that quote it, in the order of the record.
  public let quotedBy: [EventID]
  /// The claims that it makes, in the order of the record.
  public let claims: [ClaimID]
}

extension InstrumentRelation: Encodable {
  private enum Key: CodingKey { case relation, instrument }

  /// The keys of documents.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(relation.rawValue, forKey: .relation)
    try container.encode(instrument, forKey: .instrument)
  }
}

extension Source: Encodable {
  private enum Key: CodingKey { case file, sha256, url }

  /// The keys of documents; those that are not stated are left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(file, forKey: .file)
    try container.encodeIfPresent(sha256, forKey: .sha256)
    try container.encodeIfPresent(url, forKey: .url)
  }
}

/// Which texts are asked for; what is not said does not matter.
public struct InstrumentFilter: Hashable, Sendable {
  /// Only this one.
  public var id: InstrumentID?
  /// Part of the issuer's name; case and diacritics do not matter.
  public var issuer: String?
  /// Only of these kinds; case and diacritics do not matter.
  public var kinds: [String]

  /// A filter; without arguments it takes every text.
  public init(id: InstrumentID? = nil, issuer: String? = nil, kinds: [String] = []) {
    self.id = id
    self.issuer = issuer
    self.kinds = kinds
  }
}

/// Why a text names no instrument.
public typealias InstrumentReferenceError = ReferenceError<InstrumentID>
