/// One unit on a day: what `show` answers.
///
/// Of a unit that does not live on that day it is the last state, or the first one of a unit that
/// is still to come.
public struct UnitAnswer: Hashable, Sendable, Encodable {
  /// The unit with all that was said of it up to the day.
  public let unit: UnitDetail
  /// What is to be known of the events named; in JSON only where there is any.
  @IfAny public internal(set) var qualifications: [Qualification]
}

/// Whether a unit lives on the day asked.
public enum UnitStatus: String, CaseIterable, Hashable, Sendable, Encodable {
  case alive, ended, notYet
}

/// A unit with what was said of it up to the day asked.
public struct UnitDetail: Hashable, Sendable {
  /// The unit as a chart shows it.
  public let row: ChartRow
  /// Whether it lives on the day.
  public let status: UnitStatus
  /// What it was called, oldest first; periods of no length are left out, here and below.
  public let names: [NamePeriod]
  /// Where it stood, oldest first.
  public let parents: [ParentPeriod]
  /// What it was, oldest first.
  public let kinds: [KindPeriod]
  /// The units that stand under it, in order of birth, then name.
  public let children: [UnitID]
  /// The posts that hold on that day, by scheme.
  public let quotas: [QuotaPeriod]
  /// The codes with since when and by which text, by scheme; in JSON `codes` has them.
  public let codes: [CodePeriod]
  /// The functions with since when and by which text; in JSON `functions` has them.
  public let functions: [FunctionHolder]
  /// The posts in one hand in which it takes part; in JSON only where there are any.
  public let combinedPosts: [CombinedPosts]
  /// The second units under which it stands; in JSON only where there are any.
  public let secondParents: [SecondParent]
  /// The event in which it began.
  public let birth: Cause
  /// The event in which it ended; `nil` while it lives.
  public let end: Cause?
}

/// The event that makes something so, with its texts.
public struct Cause: Hashable, Sendable {
  /// Its identifier.
  public let event: EventID
  /// Its type.
  public let type: EventType
  /// When it took effect, as precisely as the sources say.
  public let on: ImpreciseDay
  /// The document that states it.
  public let instrument: InstrumentID
  /// The texts that order it; empty: the sources do not say.
  public let orderedBy: [InstrumentID]
}

/// A name and the period in which it was borne.
public struct NamePeriod: Hashable, Sendable, Encodable {
  /// The full name.
  public let name: String
  /// Left out of JSON where there is none.
  public let shortName: String?
  /// Since when it holds.
  public let from: ImpreciseDay
  /// The first day on which it no longer holds; `nil` while it does.
  @OrNull public internal(set) var to: ImpreciseDay?
  /// The event that makes it so.
  public let event: EventID
  /// The event with its texts; not in JSON.
  @ForEyes public internal(set) var cause: Cause
}

/// A place in the hierarchy and the period in which it held.
public struct ParentPeriod: Hashable, Sendable, Encodable {
  /// The unit above; `nil` for a top, and where it is not stated.
  @OrNull public internal(set) var parent: UnitID?
  /// Whether the sources say where it stood.
  public let parentKnown: Bool
  /// Since when it holds.
  public let from: ImpreciseDay
  /// The first day on which it no longer holds; `nil` while it does.
  @OrNull public internal(set) var to: ImpreciseDay?
  /// The event that makes it so.
  public let event: EventID
  /// The event with its texts; not in JSON.
  @ForEyes public internal(set) var cause: Cause
}

/// A kind and the period in which it held.
public struct KindPeriod: Hashable, Sendable, Encodable {
  /// The kind as recorded.
  public let kind: String
  /// Since when it holds.
  public let from: ImpreciseDay
  /// The first day on which it no longer holds; `nil` while it does.
  @OrNull public internal(set) var to: ImpreciseDay?
  /// The event that makes it so.
  public let event: EventID
  /// The event with its texts; not in JSON.
  @ForEyes public internal(set) var cause: Cause
}

/// How many posts a unit has under a scheme, and since when.
public struct QuotaPeriod: Hashable, Sendable, Encodable {
  /// The scheme under which it has the posts.
  public let scheme: String
  /// The number as written.
  public let value: String
  /// What it was given for: a year, a term.
  @OrNull public internal(set) var period: String?
  /// Since when it holds.
  public let from: ImpreciseDay
  /// The event that makes it so.
  public let event: EventID
  /// The event with its texts; not in JSON.
  @ForEyes public internal(set) var cause: Cause
}

/// A code that a unit bears, and since when.
public struct CodePeriod: Hashable, Sendable {
  /// The code with its scheme.
  public let code: Code
  /// Since when it holds.
  public let from: ImpreciseDay
  /// The event with its texts.
  public let cause: Cause
}

extension UnitDetail: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: ChartRow.Key.self)
    try row.encode(into: &container)
    try container.encode(names, forKey: .names)
    try container.encode(parents, forKey: .parents)
    try container.encode(kinds, forKey: .kinds)
    try container.encode(children, forKey: .children)
    try container.encode(quotas, forKey: .quotas)
    try container.encode(status, forKey: .status)
    try container.encode(birth.event, forKey: .bornBy)
    try container.encode(end?.event, forKey: .endedBy)
    if !combinedPosts.isEmpty { try container.encode(combinedPosts, forKey: .combinedPosts) }
    if !secondParents.isEmpty { try container.encode(secondParents, forKey: .secondParents) }
  }
}
