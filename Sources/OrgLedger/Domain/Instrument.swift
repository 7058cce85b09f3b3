/// A text: a resolution, a decision, a plan, a report, a clerk's note. *Văn bản.*
public struct Instrument: Hashable, Sendable {
  /// Opaque, unique in the ledger.
  public var id: InstrumentID
  /// The number as printed.
  public var number: String?
  /// What kind of text it is: nghị quyết, quyết định, báo cáo, ghi chú …
  public var kind: String?
  /// Who issued it.
  public var issuer: String?
  /// What it is about, in its own words.
  public var title: String?
  /// The day of issue; `nil`: not stated.
  public var issuedOn: ImpreciseDay?
  /// Since when it is in force; `nil`: not stated.
  public var inForceOn: ImpreciseDay?
  /// How it stands to other texts, in the order written.
  public var relations: [InstrumentRelation]
  /// The file that it was read from.
  public var source: Source?
  /// What whoever recorded it adds.
  public var note: String?

  public init(
    id: InstrumentID, number: String? = nil, kind: String? = nil, issuer: String? = nil,
    title: String? = nil, issuedOn: ImpreciseDay? = nil, inForceOn: ImpreciseDay? = nil,
    relations: [InstrumentRelation] = [], source: Source? = nil, note: String? = nil
  ) {
    self.id = id
    self.number = number
    self.kind = kind
    self.issuer = issuer
    self.title = title
    self.issuedOn = issuedOn
    self.inForceOn = inForceOn
    self.relations = relations
    self.source = source
    self.note = note
  }
}

/// How one text stands to another.
public struct InstrumentRelation: Hashable, Sendable {
  /// The closed list of relations.
  public enum Kind: String, CaseIterable, Sendable {
    case basedOn, amends, replaces, repeals, annuls, suspends, corrects, implements
  }
  /// How it stands to the other one.
  public var relation: Kind
  /// The other text.
  public var instrument: InstrumentID

  public init(relation: Kind, instrument: InstrumentID) {
    self.relation = relation
    self.instrument = instrument
  }
}

/// The file of a text: its name, what its bytes hash to, where it was published.
public struct Source: Hashable, Sendable {
  /// The name of the file.
  public var file: String?
  /// SHA-256 in hexadecimal digits.
  public var sha256: String?
  /// Where it was published.
  public var url: String?

  public init(file: String? = nil, sha256: String? = nil, url: String? = nil) {
    self.file = file
    self.sha256 = sha256
    self.url = url
  }
}

/// The place of a text that states something; the text that orders it is the legal basis.
public struct Citation: Hashable, Sendable {
  /// The text quoted; `nil`: the document's own.
  public var instrument: InstrumentID?
  /// Raw line numbers, as `271` or `271-273`.
  public var lines: String?
  /// The article, as printed.
  public var article: String?
  /// The page, as printed.
  public var page: String?
  /// The words of the text, verbatim.
  public var quote: String?

  public init(
    instrument: InstrumentID? = nil, lines: String? = nil, article: String? = nil,
    page: String? = nil, quote: String? = nil
  ) {
    self.instrument = instrument
    self.lines = lines
    self.article = article
    self.page = page
    self.quote = quote
  }
}

/// How an entry follows from the text.
public enum Certainty: String, CaseIterable, Sendable {
  /// The text says so.
  case stated
  /// It follows from what the text says.
  case inferred
  /// It is taken to be so, for want of a text.
  case assumed
}

/// What another source says of one key of an event: shown, never folded.
public struct Alternative: Hashable, Sendable {
  /// The key of the event.
  public var key: String
  /// What the other source has there.
  public var value: String
  /// Where it says so.
  public var citations: [Citation]

  public init(key: String, value: String, citations: [Citation] = []) {
    self.key = key
    self.value = value
    self.citations = citations
  }
}
