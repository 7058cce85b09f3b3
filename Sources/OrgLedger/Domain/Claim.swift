/// A statement of a text about the organisation, held against the ledger; it never builds a chart.
public struct Claim: Hashable, Sendable {
  /// Opaque, unique in the ledger.
  public var id: ClaimID
  /// The document that states it.
  public var instrument: InstrumentID
  /// The day for which it holds; `nil`: the text does not say.
  public var asOf: ImpreciseDay?
  /// What it counts.
  public var measure: Measure
  /// The number as written.
  public var value: Decimal?
  /// How the number is meant.
  public var comparator: Comparator
  /// The number that a change or a percentage starts from.
  public var base: Decimal?
  /// A percentage that the text gives beside the number.
  public var percent: Decimal?
  /// The claims that it adds up.
  public var parts: [ClaimID]
  /// What is counted along, in words.
  public var includes: String?
  /// What is left out, in words.
  public var excludes: String?
  /// Where the text says so.
  public var citations: [Citation]
  /// What whoever recorded it adds.
  public var note: String?

  public init(
    id: ClaimID, instrument: InstrumentID, asOf: ImpreciseDay? = nil, measure: Measure,
    value: Decimal? = nil, comparator: Comparator = .equal, base: Decimal? = nil,
    percent: Decimal? = nil, parts: [ClaimID] = [], includes: String? = nil,
    excludes: String? = nil, citations: [Citation] = [], note: String? = nil
  ) {
    self.id = id
    self.instrument = instrument
    self.asOf = asOf
    self.measure = measure
    self.value = value
    self.comparator = comparator
    self.base = base
    self.percent = percent
    self.parts = parts
    self.includes = includes
    self.excludes = excludes
    self.citations = citations
    self.note = note
  }

  /// What is counted.
  public enum Measure: Hashable, Sendable {
    /// So many units of these kinds; `direct`: only the children of `under`.
    case count(kinds: [String], under: UnitID?, level: Level)
    /// So many more (or fewer) units of these kinds between two days.
    case change(kinds: [String], under: UnitID?, from: ImpreciseDay, to: ImpreciseDay)
    /// So many staff under a scheme.
    case quota(scheme: String, under: UnitID?)
    /// Something that is not in the ledger.
    case figure(what: String, unit: String?)
  }

  /// How deep a count goes.
  public enum Level: String, CaseIterable, Sendable {
    case direct, all
  }

  /// How the value is meant.
  public enum Comparator: String, CaseIterable, Sendable {
    case equal = "="
    case atLeast = "≥"
    case atMost = "≤"
  }
}

/// Two statements that cannot both be true, as a person noticed.
public struct Conflict: Hashable, Sendable {
  /// Opaque, unique in the ledger.
  public var id: ConflictID
  /// The document that notes it.
  public var instrument: InstrumentID
  /// Identifiers of events or claims.
  public var between: [String]
  /// Why they cannot both be true.
  public var note: String?

  public init(id: ConflictID, instrument: InstrumentID, between: [String], note: String? = nil) {
    self.id = id
    self.instrument = instrument
    self.between = between
    self.note = note
  }
}

/// A statement that the ledger names all units of some kinds under a unit, not only some.
public struct Coverage: Hashable, Sendable {
  /// The document that says so.
  public var instrument: InstrumentID
  /// The kinds of which it names all.
  public var kinds: [String]
  /// The unit under which it names all; `nil`: everywhere.
  public var under: UnitID?
  /// The first day on which it says so.
  public var from: Day
  /// The first day on which it no longer says so; `nil`: open.
  public var to: Day?
  /// Where the text says so.
  public var citations: [Citation]
  /// What whoever recorded it adds.
  public var note: String?

  public init(
    instrument: InstrumentID, kinds: [String], under: UnitID? = nil, from: Day, to: Day? = nil,
    citations: [Citation] = [], note: String? = nil
  ) {
    self.instrument = instrument
    self.kinds = kinds
    self.under = under
    self.from = from
    self.to = to
    self.citations = citations
    self.note = note
  }
}

extension Claim {
  /// The unit under which it counts.
  var under: UnitID? {
    switch measure {
    case .count(_, let under, _), .change(_, let under, _, _), .quota(_, let under): under
    case .figure: nil
    }
  }
}
