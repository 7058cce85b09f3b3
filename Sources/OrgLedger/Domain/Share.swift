/// How much of one unit went to another.
public struct Share: Hashable, Sendable {
  /// What the share is a share of.
  public enum Basis: String, CaseIterable, Sendable {
    case area, population, households, staff, functions
  }
  /// The unit that gives.
  public var from: UnitID
  /// The unit that receives.
  public var to: UnitID
  /// A fraction of `from`, 0 < share ≤ 1, in decimal digits as written; `nil`: not stated.
  public var share: Decimal?
  /// The amount, where that is what the text gives.
  public var amount: Decimal?
  /// The unit of the amount: km², people.
  public var unit: String?
  /// What is measured.
  public var basis: Basis
  /// What whoever recorded it adds.
  public var note: String?

  public init(
    from: UnitID, to: UnitID, share: Decimal? = nil, amount: Decimal? = nil, unit: String? = nil,
    basis: Basis, note: String? = nil
  ) {
    self.from = from
    self.to = to
    self.share = share
    self.amount = amount
    self.unit = unit
    self.basis = basis
    self.note = note
  }
}

/// A link that `reorganized` states: from one unit to another.
public struct Link: Hashable, Sendable {
  /// The unit of which something goes on.
  public var from: UnitID
  /// The unit in which it goes on.
  public var to: UnitID

  public init(from: UnitID, to: UnitID) {
    self.from = from
    self.to = to
  }
}
