// The effects that several types share; each type's file puts them together.

extension Event {
  /// The effects of every birth: existence, name, kind, place, codes, functions, restored lives.
  var births: [Effect] {
    var list: [Effect] = []
    list.reserveCapacity(born.count * 5)
    for birth in born {
      list.append(.born(birth.id, collective: birth.collective, members: birth.members))
      list.append(.named(birth.id, birth.name))
      list.append(.classified(birth.id, kind: birth.kind))
      list.append(.placed(birth.id, birth.parent))
      for code in birth.codes {
        list.append(.coded(birth.id, scheme: code.scheme, value: code.value))
      }
      for function in birth.functions {
        list.append(.functionHeld(function, by: birth.id, .leads))
      }
      for ended in birth.restores {
        list.append(.succeeded(from: ended, to: birth.id, shares(from: ended, to: birth.id)))
      }
    }
    return list
  }

  /// The links that its type makes, each with the shares stated for it.
  var successions: [Effect] {
    links.map { .succeeded(from: $0.from, to: $0.to, shares(from: $0.from, to: $0.to)) }
  }

  /// The end of every unit that ends, with what becomes of what it leaves.
  var endings: [Effect] {
    let links = links
    return ends.map { .ended($0, estate(of: $0, links)) }
  }

  /// The links between its units that its type makes, without those of restored lives.
  public var links: [Link] {
    let begun = born.map(\.id)
    func pairs(_ sources: [UnitID], _ targets: [UnitID]) -> [Link] {
      sources.flatMap { from in
        targets.compactMap { $0 == from ? nil : Link(from: from, to: $0) }
      }
    }
    switch type.specification.links {
    case .none: return []
    case .endsToBorn: return pairs(ends, begun)
    case .endsToPersisting: return pairs(ends, persists)
    case .persistingToBorn: return pairs(persists, begun)
    case .endsToOthers: return pairs(ends, persists + begun)
    case .stated: return details.links
    case .exchanged:
      if let from = details.from, let to = details.to { return [Link(from: from, to: to)] }
      return pairs(persists, persists)
    }
  }

  /// The shares of one link; a unit that ends into one unit goes there whole.
  private func shares(from: UnitID, to: UnitID) -> [Share] {
    details.shares.filter { $0.from == from && $0.to == to }
  }

  /// The one unit into which an ended unit goes, if it is one.
  func singleSuccessor(of unit: UnitID) -> UnitID? { links.singleTarget(of: unit) }

  private func estate(of unit: UnitID, _ links: [Link]) -> Estate {
    Estate(
      successor: links.singleTarget(of: unit), childrenFollow: details.children.follows(in: type),
      functionsFollow: details.heldFunctions.follows(in: type),
      children: details.children.entryList, functions: details.heldFunctions.entryList)
  }
}

extension [Link] {
  /// Where all links from a unit lead, if that is one unit.
  fileprivate func singleTarget(of unit: UnitID) -> UnitID? {
    var target: UnitID?
    for link in self where link.from == unit {
      guard target == nil || target == link.to else { return nil }
      target = link.to
    }
    return target
  }
}
