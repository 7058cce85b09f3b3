/// The types of events; the raw value is the name in documents, and it never changes.
///
/// A type is a file in `Events/` that states its number on the wire, how many units take part, its
/// keys, its links and its effects. `docs/adding-an-event-type.md` walks through a new one.
public enum EventType: String, CaseIterable, Hashable, Sendable {
  case registered, founded, refounded, dissolved
  case merged, absorbed, divided, separated, partitioned, replaced, reorganized
  case renamed, reclassified, reparented, restructured, territoryTransferred
  case functionAssigned, functionTransferred, functionEnded
  case identifierAssigned, identifierRetired, quotaSet
  case postsCombined, postsUncombined, secondaryParentSet, secondaryParentEnded, noted
  case corrected, annulled, suspended, resumed, identified

  /// What the type says of its events.
  public var specification: EventSpecification { definition.specification }

  /// The file that defines the type.
  var definition: any EventTypeDefinition.Type {
    switch self {
    case .registered: Registered.self
    case .founded: Founded.self
    case .refounded: Refounded.self
    case .dissolved: Dissolved.self
    case .merged: Merged.self
    case .absorbed: Absorbed.self
    case .divided: Divided.self
    case .separated: Separated.self
    case .partitioned: Partitioned.self
    case .replaced: Replaced.self
    case .reorganized: Reorganized.self
    case .renamed: Renamed.self
    case .reclassified: Reclassified.self
    case .reparented: Reparented.self
    case .restructured: Restructured.self
    case .territoryTransferred: TerritoryTransferred.self
    case .functionAssigned: FunctionAssigned.self
    case .functionTransferred: FunctionTransferred.self
    case .functionEnded: FunctionEnded.self
    case .identifierAssigned: IdentifierAssigned.self
    case .identifierRetired: IdentifierRetired.self
    case .quotaSet: QuotaSet.self
    case .postsCombined: PostsCombined.self
    case .postsUncombined: PostsUncombined.self
    case .secondaryParentSet: SecondaryParentSet.self
    case .secondaryParentEnded: SecondaryParentEnded.self
    case .noted: Noted.self
    case .corrected: Corrected.self
    case .annulled: Annulled.self
    case .suspended: Suspended.self
    case .resumed: Resumed.self
    case .identified: Identified.self
    }
  }

  /// Whether it is about the record and not about the world.
  public var isAboutTheRecord: Bool {
    switch self {
    case .corrected, .annulled, .suspended, .resumed, .identified: true
    default: false
    }
  }

  /// Whether it says from when on others are without effect, or take it again.
  var isSuspension: Bool { self == .suspended || self == .resumed }

  /// Whether an enacted event of the type needs a day; a correction has its target's.
  var needsDay: Bool { !isAboutTheRecord || isSuspension }

  /// The type with a number on the wire, if there is one.
  public init?(wire: UInt64) {
    guard let type = Self.byWire[wire] else { return nil }
    self = type
  }

  private static let byWire = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.specification.wire, $0) })
}
