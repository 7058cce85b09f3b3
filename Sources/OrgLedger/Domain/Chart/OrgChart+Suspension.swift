extension OrgChart {
  /// Remembers what is so before a fact takes effect, since that is so again when it is suspended.
  mutating func remember(before fact: Fact) {
    remembered[fact.position] = nil
    var before = self
    before.changes = nil
    remembered[fact.position] = before
  }

  /// Takes out what a fact did: what is still so by it goes back to what was before it, and what
  /// something else changed meanwhile stays.
  mutating func withdraw(_ fact: Fact) {
    guard let before = remembered.removeValue(forKey: fact.position) else { return }
    for effect in fact.effects.reversed() { withdraw(effect, of: fact.event.id, before) }
  }

  private mutating func withdraw(_ effect: Effect, of event: EventID, _ before: OrgChart) {
    switch effect {
    case .functionHeld(let mention, let unit, _):
      let key = before.holdingKey(of: mention, by: nil)
      guard holders[key]?[unit]?.since.event == event else { return }
      drop(key, by: unit)
      restore(key, by: unit, before)
    case .functionReleased(let mention, let unit, let next):
      let key = before.holdingKey(of: mention, by: unit)
      if let next {
        guard holders[key]?[next]?.since.event == event else { return }
        drop(key, by: next)
        restore(key, by: next, before)
      } else if !(holders[key] ?? [:]).isEmpty {
        return
      }
      restore(key, by: unit, before)
    case .quota(let unit, let quota):
      guard let values = units[unit]?.quotas[quota.scheme], values.last?.since.event == event
      else { return }
      let earlier = before.units[unit]?.quotas[quota.scheme]?.last
      units[unit]?.quotas[quota.scheme] = earlier.map { values + [$0] }
    case .linked(let unit, let parent, _, let holds):
      let earlier = before.units[unit]?.secondaryParents[parent]
      let present = units[unit]?.secondaryParents[parent]
      guard holds ? present?.since.event == event : present == nil else { return }
      guard earlier == nil || isAlive(unit) && isAlive(parent) else { return }
      units[unit]?.secondaryParents[parent] = earlier
      if earlier == nil {
        secondaryChildren[parent]?.remove(unit)
      } else {
        secondaryChildren[parent, default: []].insert(unit)
      }
    case .posted(let posts, let holds):
      let (earlier, present) = (before.combinedPosts[posts], combinedPosts[posts])
      guard holds ? present?.event == event : present == nil else { return }
      guard earlier == nil || posts.allSatisfy({ isAlive($0.unit) }) else { return }
      post(posts, since: earlier)
    case .born, .ended, .succeeded, .named, .classified, .placed, .coded: break
    }
  }

  /// Lets a unit hold what it held before.
  private mutating func restore(_ key: HoldingKey, by unit: UnitID, _ before: OrgChart) {
    guard isAlive(unit), let earlier = before.holders[key]?[unit] else { return }
    hold(key, by: unit, earlier.role, earlier.since)
  }
}
