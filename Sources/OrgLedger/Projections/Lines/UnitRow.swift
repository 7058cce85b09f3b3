/// What the line of a unit says of its life at the end of a day, in one fold.
public enum UnitRow: Hashable, Sendable {
  /// It has not begun.
  case unborn
  /// It lives.
  case living(LivingUnit)
  /// It has ended.
  case ended

  /// The unit, where it lives.
  public var living: LivingUnit? { if case .living(let unit) = self { unit } else { nil } }
}

/// A unit that lives, as a chart shows it.
public struct LivingUnit: Hashable, Sendable {
  /// What it is called.
  public var name: Name
  /// What it is.
  public var kind: String
  /// Where it stands.
  public var placement: Placement
  /// The codes that it bears, ascending by scheme.
  public var codes: [Code]
  /// Whether it is a class that a text names without its members.
  public var collective: Bool
  /// How many members the class has, where a text says so.
  public var members: Int?
  /// The place of its birth in the order, by which siblings stand.
  public var birth: OrderKey
  /// The day of its birth, as far as the sources say.
  public var since: ImpreciseDay
}

extension OrgChart {
  /// What a unit's line says of its life.
  ///
  /// - Parameter since: The day of a birth, as far as the sources say.
  func row(of unit: UnitID, since: (Origin) -> ImpreciseDay) -> UnitRow {
    guard let state = units[unit] else { return .unborn }
    guard state.end == nil else { return .ended }
    return .living(
      LivingUnit(
        name: state.name, kind: state.kind, placement: state.placement, codes: state.currentCodes,
        collective: state.collective, members: state.members, birth: state.birth.key,
        since: since(state.birth)))
  }
}
