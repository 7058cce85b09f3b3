/// The events by which a function came to those who hold it on a day, or was lost by the last.
///
/// Read backwards from the holders: an event that gave it to one of them is on the path, and from
/// there those matter from whom it took it.
struct FunctionPath {
  /// In order.
  private(set) var events: [EventID] = []

  /// - Complexity: O(*n*) in the number of facts up to the day.
  init(_ facts: OrderedFacts, of function: FunctionID, through day: Day) {
    var chart = OrgChart(before: facts)
    var holders: [HoldingKey: Set<UnitID>] = [:]
    var steps: [(event: EventID, key: HoldingKey, gained: Set<UnitID>, lost: Set<UnitID>)] = []
    for placed in facts {
      if placed.key.day > day { break }
      chart.changes = Changes()
      chart.apply(placed)
      guard let changed = chart.changes?.holdings, !changed.isEmpty else { continue }
      // A part that has no line of its own is held with its whole.
      let family = chart.wholes(of: function)
      for scope in Set(changed.filter { family.contains($0.function) }.map(\.scope)) {
        let key = HoldingKey(function, scope: scope)
        let now = Set(chart.holders(of: key).keys)
        let old = holders.updateValue(now, forKey: key) ?? []
        guard now != old else { continue }
        steps.append((placed.fact.event.id, key, now.subtracting(old), old.subtracting(now)))
      }
    }
    var needed: [HoldingKey: Set<UnitID>] = [:]
    for key in chart.lines(of: function) { needed[key] = holders[key] }
    // Where nobody holds it, the last step is how it was lost.
    var lost = Set(needed.filter(\.value.isEmpty).keys)
    for step in steps.reversed() {
      guard let wanted = needed[step.key] else { continue }
      guard lost.remove(step.key) != nil || !wanted.isDisjoint(with: step.gained) else { continue }
      if events.last != step.event { events.append(step.event) }
      needed[step.key] = wanted.subtracting(step.gained).union(step.lost)
    }
    events.reverse()
  }
}

extension OrgChart {
  /// A function with all of which it is a part.
  func wholes(of function: FunctionID) -> Set<FunctionID> {
    var (next, family): (FunctionID?, Set<FunctionID>) = (function, [])
    while let at = next, family.insert(at).inserted { next = functions[at]?.parent }
    return family
  }

  /// The function and scope from which the holders of one are told: its own, or its whole's.
  func line(of key: HoldingKey) -> HoldingKey? {
    var (key, seen) = (key, Set<FunctionID>())
    while seen.insert(key.function).inserted {
      if holders[key] != nil { return key }
      guard let whole = functions[key.function]?.parent else { return nil }
      key.function = whole
    }
    return nil
  }

  /// The scopes in which a function was ever held, or, of a part without any, its whole.
  ///
  /// - Complexity: O(*n*) in the number of lines of all functions.
  func lines(of function: FunctionID) -> [HoldingKey] {
    var (whole, seen) = (function, Set<FunctionID>())
    while seen.insert(whole).inserted {
      let scopes = holders.keys.filter { $0.function == whole }.map(\.scope)
      if !scopes.isEmpty { return scopes.map { HoldingKey(function, scope: $0) } }
      guard let next = functions[whole]?.parent else { break }
      whole = next
    }
    return []
  }
}
