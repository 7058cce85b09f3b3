/// The organisation at one place in the order: the fold of all effects up to there.
///
/// This fold is the meaning of every answer about a day. It is total: what is in the log has
/// happened, so nothing in here can fail, and an effect on a unit that is not there is passed over.
public struct OrgChart: Sendable {
  /// Every unit that was ever born, also those that have ended.
  public internal(set) var units: [UnitID: UnitState] = [:]
  /// Those that have not ended: a state is large, and this is asked most of all.
  private(set) var living: Set<UnitID> = []
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
  /// The lines that may say something else since it was last emptied, where somebody asks.
  var touched: Set<Line>?

  /// An organisation in which nothing has happened.
  public init() {}

  /// Whether a unit is born and has not ended.
  public func isAlive(_ unit: UnitID) -> Bool { living.contains(unit) }

  /// Takes in a unit of which nothing else is known yet.
  mutating func begin(_ state: UnitState) {
    units[state.id] = state
    living.insert(state.id)
  }

  mutating func end(_ unit: UnitID, _ origin: Origin) {
    units[unit]?.end = origin
    living.remove(unit)
  }
}

/// Where a statement comes from: the event, and its place in the order.
public struct Origin: Hashable, Sendable {
  /// The event.
  public var event: EventID
  /// Its place in the order.
  public var key: OrderKey
  /// The position of its record; the place may name that of another one, behind which it stands.
  public var position: UInt64
  /// Its day in this fold.
  public var day: Day { key.day }

  /// An event at a place.
  ///
  /// - Parameter position: That of its record; `nil`: that of the place.
  public init(event: EventID, key: OrderKey, position: UInt64? = nil) {
    self.event = event
    self.key = key
    self.position = position ?? key.position
  }
}

/// A value and since when it holds.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What holds.
  public var value: Value
  /// The event since which it holds.
  public var since: Origin
}

/// A unit with everything that was said of it so far, oldest first; the last entry holds.
public struct UnitState: Sendable {
  /// Its identifier.
  public let id: UnitID
  /// The event by which it began.
  public let birth: Origin
  /// The event by which it ended; `nil` while it lives.
  public internal(set) var end: Origin?
  /// Whether it is a class that is never counted.
  public let collective: Bool
  /// How many a class has, where that is stated.
  public let members: Int?
  /// What it was called, oldest first.
  public internal(set) var names: [Dated<Name>] = []
  /// What it was, oldest first.
  public internal(set) var kinds: [Dated<String>] = []
  /// Where it stood, oldest first.
  public internal(set) var placements: [Dated<Placement>] = []
  /// By scheme; `nil`: retired.
  public internal(set) var codes: [String: [Dated<String?>]] = [:]
  /// By scheme.
  public internal(set) var quotas: [String: [Dated<Quota>]] = [:]
  /// Second parents, with the role in which it stands under them.
  public internal(set) var secondaryParents: [UnitID: Dated<String?>] = [:]

  /// Puts it somewhere else; gives where it stood.
  mutating func place(_ placement: Placement, since origin: Origin) -> Placement {
    defer { placements.append(Dated(value: placement, since: origin)) }
    return self.placement
  }

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
  /// Its identifier.
  public var id: FunctionID
  /// What it is called; `nil` where no event says so.
  public var name: String?
  /// The scope with which it was first written.
  public var scope: UnitID?
  /// The function of which it is a part.
  public var parent: FunctionID?
}

/// Holding is per function and scope, so that eleven districts leading one function do not clash.
public struct HoldingKey: Hashable, Comparable, Sendable {
  /// The function.
  public var function: FunctionID
  /// The unit for whose ground or people it is held; `nil`: for all.
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
  /// How it is held.
  public var role: Role
  /// The event since which it is held.
  public var since: Origin
}

/// A link between two bodies: something of one goes on in the other.
public struct Succession: Hashable, Sendable {
  /// The unit of which something goes on.
  public var from: UnitID
  /// The unit in which it goes on.
  public var to: UnitID
  /// How much of it, as stated.
  public var shares: [Share]
  /// The event that links them.
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

/// What is told of a unit through time, one thing a line.
enum Line: Hashable {
  /// Its life, name, kind, place and codes.
  case life(UnitID)
  /// Whether and how it holds a function.
  case holding(UnitID, HoldingKey)
}

/// A code whose bearer or whose bearer's kind changed.
struct CodeChange {
  var unit: UnitID
  var code: Code
  /// Whether the unit was given it, and did not only change its kind.
  var isGiven: Bool
}
