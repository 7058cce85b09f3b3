/// The organisation at one place in the order: the fold of all effects up to there.
///
/// This fold is the meaning of every answer about a day. It is total: what is in the log has
/// happened, so nothing in here can fail, and an effect on a unit that is not there is passed over.
public struct OrgChart: Sendable {
  /// Every unit that was ever born, also those that have ended.
  public internal(set) var units: [UnitID: UnitState] = [:]
  /// The living units that stand under each unit.
  public internal(set) var children: [UnitID: Set<UnitID>] = [:]
  /// The functions that were ever mentioned.
  public internal(set) var functions: [FunctionID: FunctionDefinition] = [:]
  /// Who holds each function; an empty entry: nobody does any more.
  public internal(set) var holders: [HoldingKey: [UnitID: Holding]] = [:]
  /// The functions of which it was said that their new holder is not stated, and where.
  public internal(set) var adrift: [HoldingKey: Origin] = [:]
  /// What each unit holds.
  public internal(set) var held: [UnitID: Set<HoldingKey>] = [:]
  /// The units that ever bore each code.
  public internal(set) var bearers: [Code: Set<UnitID>] = [:]
  /// The posts that are in one hand, and since when.
  public internal(set) var combinedPosts: [[Post]: Origin] = [:]
  /// The combined posts of each unit.
  var postsOfUnits: [UnitID: Set<[Post]>] = [:]
  /// The units of which each is a second parent.
  var secondaryChildren: [UnitID: Set<UnitID>] = [:]
  /// Every link so far, in order.
  public internal(set) var successions: [Succession] = []
  /// The organisation right before each fact that is suspended later, by position.
  var remembered: [UInt64: OrgChart] = [:]
  /// What changed since it was last emptied, where somebody asks.
  var changes: Changes?

  /// An organisation in which nothing has happened.
  public init() {}

  /// Whether a unit is born and has not ended.
  public func isAlive(_ unit: UnitID) -> Bool { units[unit].map { $0.end == nil } ?? false }
}

/// Where a statement comes from: the event, and its place in the order.
public struct Origin: Hashable, Sendable {
  public var event: EventID
  public var key: OrderKey
  public var day: Day { key.day }

  public init(event: EventID, key: OrderKey) {
    self.event = event
    self.key = key
  }
}

/// A value and since when it holds.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
  public var value: Value
  public var since: Origin
}

/// A unit with everything that was said of it so far, oldest first; the last entry holds.
public struct UnitState: Sendable {
  public let id: UnitID
  public let birth: Origin
  public internal(set) var end: Origin?
  public let collective: Bool
  public let members: Int?
  public internal(set) var names: [Dated<Name>] = []
  public internal(set) var kinds: [Dated<String>] = []
  public internal(set) var placements: [Dated<Placement>] = []
  /// By scheme; `nil`: retired.
  public internal(set) var codes: [String: [Dated<String?>]] = [:]
  /// By scheme.
  public internal(set) var quotas: [String: [Dated<Quota>]] = [:]
  /// Second parents, with the role in which it stands under them.
  public internal(set) var secondaryParents: [UnitID: Dated<String?>] = [:]

  /// What it is called.
  public var name: Name { names.last?.value ?? Name("") }
  /// What it is.
  public var kind: String { kinds.last?.value ?? "" }
  /// Where it stands.
  public var placement: Placement { placements.last?.value ?? .notStated }
  /// The codes that it bears, ascending by scheme.
  public var currentCodes: [Code] {
    codes.compactMap { scheme, values in
      values.last?.value.map { Code(scheme: scheme, value: $0) }
    }.sorted()
  }
}

/// What a function is: its name and whole, from where it was first written.
public struct FunctionDefinition: Hashable, Sendable {
  public var id: FunctionID
  public var name: String?
  public var scope: UnitID?
  public var parent: FunctionID?
}

/// Holding is per function and scope, so that eleven districts leading one function do not clash.
public struct HoldingKey: Hashable, Comparable, Sendable {
  public var function: FunctionID
  public var scope: UnitID?

  public init(_ function: FunctionID, scope: UnitID? = nil) {
    self.function = function
    self.scope = scope
  }

  public static func < (left: HoldingKey, right: HoldingKey) -> Bool {
    (left.function.text, left.scope?.text ?? "") < (right.function.text, right.scope?.text ?? "")
  }
}

/// How and since when a unit holds a function.
public struct Holding: Hashable, Sendable {
  public var role: Role
  public var since: Origin
}

/// A link between two bodies: something of one goes on in the other.
public struct Succession: Hashable, Sendable {
  public var from: UnitID
  public var to: UnitID
  public var shares: [Share]
  public var origin: Origin
}

/// What changed, for whoever judges it.
struct Changes {
  var born: Set<UnitID> = []
  var placed: Set<UnitID> = []
  var named: Set<UnitID> = []
  var ended: Set<UnitID> = []
  var holdings: Set<HoldingKey> = []
  /// Functions whose new holder is not stated, and who said so.
  var adrift: [HoldingKey: Origin] = [:]
  var coded: [CodeChange] = []
  /// Functions left to a unit that has not begun, which does not get them.
  var unreceived: [(key: HoldingKey, by: UnitID, origin: Origin)] = []
  /// Second parents that were set.
  var linked: [(unit: UnitID, parent: UnitID, origin: Origin)] = []
}

/// A code whose bearer or whose bearer's kind changed.
struct CodeChange {
  var unit: UnitID
  var code: Code
  /// Whether the unit was given it, and did not only change its kind.
  var isGiven: Bool
}
