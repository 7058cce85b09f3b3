extension OrgChart {
  /// Takes an effect in.
  public mutating func apply(_ effect: Effect, from origin: Origin) {
    switch effect {
    case .born(let unit, let collective, let members):
      guard units.index(forKey: unit) == nil else { return }
      begin(UnitState(id: unit, birth: origin, collective: collective, members: members))
      changes?.born.insert(unit)
      touched?.insert(.life(unit))
    case .ended(let unit, let estate):
      end(unit, estate, origin)
    case .succeeded(let from, let to, let shares):
      successions.append(Succession(from: from, to: to, shares: shares, origin: origin))
    case .named(let unit, let name):
      units[unit]?.names.append(Dated(value: name, since: origin))
      changes?.named.insert(unit)
      touched?.insert(.life(unit))
    case .classified(let unit, let kind):
      units[unit]?.kinds.append(Dated(value: kind, since: origin))
      touched?.insert(.life(unit))
      changes?.coded +=
        units[unit]?.currentCodes.map { CodeChange(unit: unit, code: $0, isGiven: false) } ?? []
    case .placed(let unit, let placement):
      place(unit, placement, origin)
    case .functionHeld(let mention, let unit, let role):
      define(mention)
      hold(holdingKey(of: mention, by: nil), by: unit, role, origin)
    case .functionReleased(let mention, let unit, let next):
      release(mention, by: unit, to: next, origin)
    case .coded(let unit, let scheme, let value):
      guard units.index(forKey: unit) != nil else { return }
      touched?.insert(.life(unit))
      units[unit]?.codes[scheme, default: []].append(Dated(value: value, since: origin))
      if let value {
        let code = Code(scheme: scheme, value: value)
        bearers[code, default: []].insert(unit)
        changes?.coded.append(CodeChange(unit: unit, code: code, isGiven: true))
      }
    case .quota(let unit, let quota):
      units[unit]?.quotas[quota.scheme, default: []].append(Dated(value: quota, since: origin))
    case .linked(let unit, let parent, let role, let holds):
      units[unit]?.secondaryParents[parent] = holds ? Dated(value: role, since: origin) : nil
      if holds {
        secondaryChildren[parent, default: []].insert(unit)
        changes?.linked.append((unit, parent, origin))
      } else {
        secondaryChildren[parent]?.remove(unit)
        changes?.linked.removeAll { $0.unit == unit && $0.parent == parent }
      }
    case .posted(let posts, let holds): post(posts, since: holds ? origin : nil)
    }
  }

  /// Brings posts into one hand, or, without an origin, out of it.
  mutating func post(_ posts: [Post], since origin: Origin?) {
    combinedPosts[posts] = origin
    for unit in posts.map(\.unit) {
      if origin == nil {
        postsOfUnits[unit]?.remove(posts)
      } else {
        postsOfUnits[unit, default: []].insert(posts)
      }
    }
  }

  /// Puts a unit under another one, with all that stands under it.
  private mutating func place(_ unit: UnitID, _ placement: Placement, _ origin: Origin) {
    guard isAlive(unit), let index = units.index(forKey: unit) else { return }
    // A state is large, so it is changed where it is.
    let before = units.values[index].place(placement, since: origin)
    if let parent = before.parent { children[parent]?.remove(unit) }
    if let parent = placement.parent { children[parent, default: []].insert(unit) }
    changes?.placed.insert(unit)
    touched?.insert(.life(unit))
  }

  /// Ends a unit and lets what it leaves go where the estate says.
  private mutating func end(_ unit: UnitID, _ estate: Estate, _ origin: Origin) {
    guard isAlive(unit), let state = units[unit] else { return }
    end(unit, origin)
    changes?.ended.insert(unit)
    touched?.insert(.life(unit))
    if let parent = state.placement.parent { children[parent]?.remove(unit) }
    let follower = estate.childrenFollow ? estate.successor : nil
    if let left = children[unit], !left.isEmpty {
      let stated = Dictionary(
        estate.children.map { ($0.key, $0.destination) }, uniquingKeysWith: { first, _ in first })
      // What a child leaves that ends with its parent needs entries of its own.
      let inner = Estate(children: estate.children, functions: estate.functions)
      for child in left.sorted() {
        switch stated[child] ?? follower.map(Destination.unit) {
        case .unit(let next): place(child, .under(next), origin)
        case .ends: end(child, inner, origin)
        case .notStated: place(child, .notStated, origin)
        case nil: break
        }
      }
    }
    handOver(of: unit, estate, origin)
    // Of a body that is gone nobody holds a post, and nobody stands under it.
    for posts in (postsOfUnits[unit] ?? []).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let since = combinedPosts[posts]
      post(posts, since: nil)
      // Others that were in the same hand still are.
      let rest = posts.filter { $0.unit != unit }
      if rest.count > 1, combinedPosts[rest] == nil { post(rest, since: since) }
    }
    for child in secondaryChildren.removeValue(forKey: unit) ?? [] {
      units[child]?.secondaryParents[unit] = nil
    }
    for parent in state.secondaryParents.keys { secondaryChildren[parent]?.remove(unit) }
    units[unit]?.secondaryParents = [:]
  }

  /// Lets the functions of an ended unit go where the estate says.
  private mutating func handOver(of unit: UnitID, _ estate: Estate, _ origin: Origin) {
    guard let keys = held[unit], !keys.isEmpty else { return }
    let follower = estate.functionsFollow ? estate.successor : nil
    for key in keys.sorted() {
      let stated = estate.functions.first { $0.key == key.function }?.destination
      guard let destination = stated ?? follower.map(Destination.unit) else { continue }
      let role = holders[key]?[unit]?.role ?? .leads
      drop(key, by: unit)
      switch destination {
      case .unit(let next):
        if units[next] == nil { changes?.unreceived.append((key, next, origin)) }
        hold(key, by: next, role, origin)
      case .ends: break
      case .notStated:
        adrift[key] = origin
        changes?.adrift[key] = origin
      }
    }
  }
}
