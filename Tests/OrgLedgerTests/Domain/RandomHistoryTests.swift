import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("Over random histories")
struct RandomHistoryTests {
  /// Histories tried a case of a property, and acts put to each.
  static let histories: UInt64 = 16
  static let length = 14
  /// The first seeds of the cases, which run side by side.
  static let seeds: [UInt64] = [1, 1001, 2001, 3001]

  /// Refusals are equal in everything; warnings are those of an act that stands.
  @Test(arguments: seeds)
  func `an act is judged by its neighbourhood as by everything known`(seed: UInt64) {
    hold(from: seed) { history, act, verdict in
      disagreement(on: act, after: history, verdict)
    }
  }

  @Test(arguments: seeds)
  func `what was accepted breaks no rule, in either fold`(seed: UInt64) {
    holdAtEnd(from: seed) { history in
      let found = judge(history.timeline.facts, known: Set(RandomActs.units))
        .filter(\.rule.refuses)
      return found.isEmpty ? nil : "\(found)"
    }
  }

  @Test(arguments: seeds)
  func `charts hold together on every day, in both folds`(seed: UInt64) {
    holdAtEnd(from: seed) { history in
      for fold in Fold.allCases {
        for day in 0...RandomActs.lastDay + 1 {
          let chart = history.chart(on: Day(rawValue: day), fold)
          if let flaw = chart.flaw { return "on \(day), \(fold): \(flaw)" }
        }
      }
      return nil
    }
  }

  /// Acts of exact days of which no two share a day and an order: put again from the last to the
  /// first, each as soon as it is accepted, they give on each day the same units, names, kinds,
  /// places, codes, quotas, second parents, holders, combined posts and links. Histories of which
  /// an act cannot be recorded before another are left out; enough must remain.
  @Test func `charts do not depend on the order of recording`() {
    var compared = 0
    for seed in 1...(3 * RandomHistoryTests.histories) {
      let acts = RandomActs.accepted(seed: seed)
      guard var backwards = try? Given(), let forwards = try? Given(acts) else { continue }
      var waiting = Array(acts.reversed())
      while let next = waiting.firstIndex(where: backwards.accepts) {
        backwards.record(waiting.remove(at: next))
      }
      guard waiting.isEmpty, acts.count > 3 else { continue }
      compared += 1
      for day in 0...RandomActs.lastDay {
        let (one, other) = (forwards.summary(on: day), backwards.summary(on: day))
        guard one != other else { continue }
        Issue.record("seed \(seed), day \(day): \(one) but \(other)\n\(acts.readable)")
        return
      }
    }
    #expect(compared > 15)
  }
}

extension RandomActs {
  /// The acts of a seed that are accepted one after the other, each alone at its day and order.
  fileprivate static func accepted(seed: UInt64) -> [Act] {
    var random = RandomActs(seed: seed, imprecise: 0)
    guard var history = try? Given() else { return [] }
    var taken: Set<[Int]> = []
    return (0..<RandomHistoryTests.length).compactMap { _ in
      let act = random.next(after: history)
      let place = [Int(act.effectiveOn?.exact?.rawValue ?? 0), act.order]
      guard !taken.contains(place), history.accepts(act) else { return nil }
      taken.insert(place)
      history.record(act)
      return act
    }
  }
}

extension Given {
  fileprivate func accepts(_ act: Act) -> Bool {
    if case .accepted = decide(act, on: timeline) { true } else { false }
  }

  /// What a chart says, without where it says it from.
  fileprivate func summary(on day: Int32) -> [String] {
    let chart = chart(on: Day(rawValue: day))
    return
      (chart.units.values.map { unit in
        "\(unit.id) \(unit.end == nil) \(unit.name) \(unit.kind) \(unit.placement) "
          + "\(unit.currentCodes) \(unit.quotas.mapValues { $0.last?.value }) "
          + "\(unit.secondaryParents.keys.sorted())"
      }
      + chart.holders.flatMap { key, holders in
        holders.map { "\(key) \($0.key) \($0.value.role)" }
      }
      + chart.combinedPosts.keys.map { "\($0)" }
      + chart.successions.map { "\($0.from) \($0.to)" }).sorted()
  }
}

extension OrgChart {
  /// What does not hold together in it.
  fileprivate var flaw: String? {
    for state in units.values {
      if let parent = state.placement.parent, state.end == nil {
        if !isAlive(parent) { return "\(state.id) stands under \(parent), which is not alive" }
        if !children[parent, default: []].contains(state.id) {
          return "\(state.id) is not among the children of \(parent)"
        }
        if cycle(from: state.id) != nil { return "\(state.id) stands under itself" }
      }
      if state.end != nil, !held[state.id, default: []].isEmpty {
        return "\(state.id) has ended and holds \(held[state.id, default: []])"
      }
    }
    for (parent, all) in children {
      for child in all where !isAlive(child) || units[child]?.placement.parent != parent {
        return "\(child) does not live under \(parent)"
      }
    }
    for (key, all) in holders {
      for unit in all.keys where !isAlive(unit) || !held[unit, default: []].contains(key) {
        return "\(unit) does not hold \(key)"
      }
    }
    for (unit, keys) in held {
      for key in keys where holders[key]?[unit] == nil { return "\(key) is not held by \(unit)" }
    }
    return nil
  }
}
