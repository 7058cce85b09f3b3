/// What a type of event says of its events, as data: documents, the wire, the rules and the help
/// all read it here.
public struct EventSpecification: Sendable {
  /// How many units share a fate.
  public struct Count: Hashable, Sendable {
    /// At least so many.
    public let least: Int
    /// `nil`: any number.
    public let most: Int?

    /// No unit.
    public static let none = Count(least: 0, most: 0)
    /// Any number of units.
    public static let any = Count(least: 0, most: nil)
    /// So many and no other number.
    public static func exactly(_ number: Int) -> Count { Count(least: number, most: number) }
    /// So many or more.
    public static func atLeast(_ number: Int) -> Count { Count(least: number, most: nil) }

    /// Whether a number of units is right.
    public func allows(_ number: Int) -> Bool {
      number >= least && most.map { number <= $0 } ?? true
    }
  }

  /// Which of its units a type links, for lineage and crosswalks.
  public enum Links: Hashable, Sendable {
    case none
    /// Each unit that ends to each that begins.
    case endsToBorn
    /// Each unit that ends to each that goes on.
    case endsToPersisting
    /// Each unit that goes on to each that begins.
    case persistingToBorn
    /// Each unit that ends to each that goes on or begins.
    case endsToOthers
    /// Those that its `links` state.
    case stated
    /// `from` to `to`, or every unit that goes on to every other.
    case exchanged
  }

  /// The number on the wire; published, it never changes.
  public let wire: UInt64
  /// How many units end.
  public let ends: Count
  /// How many take part and go on.
  public let persists: Count
  /// How many begin.
  public let born: Count
  /// Which of them it links.
  public let links: Links
  /// The keys that it needs.
  public let required: [EventKey]
  /// The keys that it may have.
  public let optional: [EventKey]
  /// Whether what the ended units hold follows to the single successor unless a policy says else.
  public let follows: Bool

  init(
    wire: UInt64, ends: Count = .none, persists: Count = .none, born: Count = .none,
    links: Links = .none, required: [EventKey] = [], optional: [EventKey] = [],
    follows: Bool = false
  ) {
    self.wire = wire
    self.ends = ends
    self.persists = persists
    self.born = born
    self.links = links
    self.required = required
    self.optional = optional
    self.follows = follows
  }
}

/// The keys that only some types of events take, as written in documents.
public enum EventKey: String, CaseIterable, Hashable, Sendable {
  case name, shortName, kind, parent, role, mode, reason, description
  case functions, from, to, links, shares, scheme, value, period, posts, about
  case children, heldFunctions
  case target, targets, replacement, ids, canonical
}

/// A type of event: one small file that says what it is and what it does.
protocol EventTypeDefinition {
  static var specification: EventSpecification { get }
  /// What one event does to the chart, births first and ends last. Total: it cannot fail.
  static func effects(of event: Event) -> [Effect]
}

extension Event {
  /// What it does to the chart, in order.
  public var effects: [Effect] { type.definition.effects(of: self) }
}
