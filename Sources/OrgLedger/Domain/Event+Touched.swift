extension Event {
  /// The ids that it says are of one body.
  var idsJoined: [UnitID] {
    details.ids + (details.canonical.map { [$0] } ?? [])
  }

  /// The units above one: its parents, and those to whom it or what it leaves goes.
  // Inlined, it would be given a copy of the whole event.
  @inline(never)
  func above(_ unit: UnitID) -> [UnitID] {
    var list = born.first { $0.id == unit }?.parent.parent.map { [$0] } ?? []
    if persists.contains(unit), let parent = details.parent?.parent { list.append(parent) }
    for entry in details.children.entryList where entry.key == unit {
      if case .unit(let next) = entry.destination { list.append(next) }
    }
    if ends.contains(unit) {
      list += links.filter { $0.from == unit }.map(\.to)
      for entry in details.children.entryList {
        if case .unit(let next) = entry.destination { list.append(next) }
      }
    }
    return list
  }

  /// The units that it names or moves.
  var namedOrMoved: [UnitID] {
    born.map(\.id) + (details.name != nil || details.parent != nil ? persists : [])
  }

  /// The names that it gives a unit.
  func namesGiven(to unit: UnitID) -> [String] {
    born.filter { $0.id == unit }.map(\.name.full)
      + (persists.contains(unit) ? details.name.map { [$0] } ?? [] : [])
  }

  /// The units to which it gives a name.
  func unitsNamed(_ name: String) -> [UnitID] {
    born.filter { $0.name.full == name }.map(\.id) + (details.name == name ? persists : [])
  }

  /// The codes that it gives a unit.
  func codesGiven(to unit: UnitID) -> [Code] {
    var list = born.first { $0.id == unit }?.codes ?? []
    if persists.contains(unit), let scheme = details.scheme, let value = details.value {
      list.append(Code(scheme: scheme, value: value))
    }
    return list
  }

  /// The units that it puts under one.
  func placedUnder(_ unit: UnitID) -> [UnitID] {
    born.filter { $0.parent == .under(unit) }.map(\.id)
      + (details.parent == .under(unit) ? persists : [])
  }

  /// Whether it mentions any function, told without making a list.
  var mentionsFunctions: Bool {
    !details.functions.isEmpty || born.contains { !$0.functions.isEmpty }
  }

  /// The functions as it mentions them.
  var functionMentions: [FunctionMention] {
    if born.isEmpty { return details.functions }
    return details.functions + born.flatMap(\.functions)
  }

  var functionsTouched: [FunctionID] {
    functionMentions.map(\.id) + details.heldFunctions.entryList.map(\.key)
  }

  /// The units from whom another one gets functions by it.
  func givers(to unit: UnitID) -> [UnitID] {
    var list: [UnitID] = []
    if details.to == unit, let from = details.from { list.append(from) }
    let isNamed = details.heldFunctions.entryList.contains { $0.destination == .unit(unit) }
    for ended in ends where isNamed || singleSuccessor(of: ended) == unit { list.append(ended) }
    if isNamed {
      // A child that ends with its parent leaves what it holds by the same entries.
      list += details.children.entryList.filter { $0.destination == .ends }.map(\.key)
    }
    return list
  }

  /// The units that hold or held a function by it.
  func holdersNamed(of function: FunctionID) -> [UnitID] {
    var list = born.filter { $0.functions.contains { $0.id == function } }.map(\.id)
    if details.functions.contains(where: { $0.id == function }) {
      list += persists + [details.from, details.to].compactMap { $0 }
    }
    for entry in details.heldFunctions.entryList where entry.key == function {
      if case .unit(let next) = entry.destination { list.append(next) }
      // A child that ends with its parent may have held it too.
      list += ends + details.children.entryList.filter { $0.destination == .ends }.map(\.key)
    }
    return list
  }
}
