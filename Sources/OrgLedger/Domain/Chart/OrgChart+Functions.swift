extension OrgChart {
  /// Remembers what a function is, where it is first written.
  mutating func define(_ mention: FunctionMention) {
    guard functions[mention.id] == nil else { return }
    functions[mention.id] = FunctionDefinition(
      id: mention.id, name: mention.name, scope: mention.scope, parent: mention.parent)
  }

  /// The function and scope that a mention means.
  ///
  /// A bare id means the scope in which the unit holds the function, where that is one; else the
  /// scope with which the function was first written.
  func holdingKey(of mention: FunctionMention, by unit: UnitID?) -> HoldingKey {
    if let scope = mention.scope { return HoldingKey(mention.id, scope: scope) }
    if let unit, let keys = held[unit]?.filter({ $0.function == mention.id }), keys.count == 1,
      let key = keys.first
    {
      return key
    }
    return HoldingKey(mention.id, scope: functions[mention.id]?.scope)
  }

  mutating func hold(_ key: HoldingKey, by unit: UnitID, _ role: Role, _ origin: Origin) {
    guard units[unit] != nil else { return }
    holders[key, default: [:]][unit] = Holding(role: role, since: origin)
    held[unit, default: []].insert(key)
    adrift[key] = nil
    changes?.holdings.insert(key)
    touched?.insert(.holding(unit, key))
  }

  /// Takes a function from a unit; the entry stays, so that a part is not sought in its whole.
  mutating func drop(_ key: HoldingKey, by unit: UnitID) {
    holders[key, default: [:]][unit] = nil
    held[unit]?.remove(key)
    changes?.holdings.insert(key)
    touched?.insert(.holding(unit, key))
  }

  mutating func release(
    _ mention: FunctionMention, by unit: UnitID, to next: UnitID?, _ origin: Origin
  ) {
    define(mention)
    let key = holdingKey(of: mention, by: unit)
    let role = holders[key]?[unit]?.role ?? .leads
    drop(key, by: unit)
    if let next { hold(key, by: next, role, origin) }
  }

  /// Who holds a function in a scope: those charged with it, or, of a part that never had a line
  /// of its own, those who hold the whole.
  public func holders(of key: HoldingKey) -> [UnitID: Holding] {
    var (key, seen) = (key, Set<FunctionID>())
    while seen.insert(key.function).inserted {
      if let own = holders[key] { return own }
      guard let whole = functions[key.function]?.parent else { return [:] }
      key.function = whole
    }
    return [:]
  }
}
