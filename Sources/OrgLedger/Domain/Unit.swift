/// Where a unit stands in the hierarchy.
public enum Placement: Hashable, Sendable {
  /// The sources do not say.
  case notStated
  /// A top of the organisation.
  case top
  /// Under a unit.
  case under(UnitID)

  /// The unit above, where there is one.
  public var parent: UnitID? { if case .under(let unit) = self { unit } else { nil } }
}

/// What a unit is called.
public struct Name: Hashable, Sendable {
  /// As the text writes it.
  public var full: String
  /// The short form that the text gives.
  public var short: String?

  public init(_ full: String, short: String? = nil) {
    self.full = full
    self.short = short
  }
}

/// An identifier that an office gave a unit: a statistical code, a tax number.
public struct Code: Hashable, Comparable, Sendable {
  /// Who numbers: a statistical office, a tax office.
  public var scheme: String
  /// The code itself, as written.
  public var value: String

  public init(scheme: String, value: String) {
    self.scheme = scheme
    self.value = value
  }

  public static func < (left: Code, right: Code) -> Bool {
    (left.scheme, left.value) < (right.scheme, right.value)
  }
}

/// A unit as it begins.
public struct Birth: Hashable, Sendable {
  /// Opaque, unique in the ledger, never used again.
  public var id: UnitID
  /// What it is called.
  public var name: Name
  /// What it is: sở, huyện, xã … Data, not code.
  public var kind: String
  /// Where it stands.
  public var parent: Placement
  /// Ascending by scheme, one a scheme.
  public var codes: [Code]
  /// What it leads from the beginning.
  public var functions: [FunctionMention]
  /// The ended units that it brings back.
  public var restores: [UnitID]
  /// A class that a text names without its members ("các huyện"): never counted as a unit.
  public var collective: Bool
  /// How many the class has, where the text says so.
  public var members: Int?

  public init(
    id: UnitID, name: Name, kind: String, parent: Placement = .notStated, codes: [Code] = [],
    functions: [FunctionMention] = [], restores: [UnitID] = [], collective: Bool = false,
    members: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.parent = parent
    self.codes = codes.sorted()
    self.functions = functions
    self.restores = restores
    self.collective = collective
    self.members = members
  }
}

/// A function as an event mentions it: defined where first written, its bare id later.
public struct FunctionMention: Hashable, Sendable {
  /// Opaque, unique among functions.
  public var id: FunctionID
  /// What it is called, where it is defined.
  public var name: String?
  /// The unit for whose ground or people it is held, so that eleven districts can each have a
  /// leader of one function.
  public var scope: UnitID?
  /// The function of which it is a part.
  public var parent: FunctionID?

  public init(
    _ id: FunctionID, name: String? = nil, scope: UnitID? = nil, parent: FunctionID? = nil
  ) {
    self.id = id
    self.name = name
    self.scope = scope
    self.parent = parent
  }
}

/// How a unit holds a function.
public enum Role: String, CaseIterable, Sendable {
  case leads, coordinates, advises
}

/// A post that is combined with others in one hand (*kiêm nhiệm*); persons are no part of it.
public struct Post: Hashable, Comparable, Sendable {
  /// The unit of the post.
  public var unit: UnitID
  /// The post as the text names it.
  public var title: String

  public init(unit: UnitID, title: String) {
    self.unit = unit
    self.title = title
  }

  public static func < (left: Post, right: Post) -> Bool {
    (left.unit, left.title) < (right.unit, right.title)
  }
}
