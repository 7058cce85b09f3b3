import OrgLedgerTesting

@testable import OrgLedger

extension Defect {
  /// What reads a structure or a part of the facts wrong; `nil`: it is no defect of that.
  var reading: ((inout FaultyStore) -> Void)? {
    switch self {
    case .ignoresWhatWasKnown: { $0.known = { _ in .now } }
    case .tellsTheHeadOfNow: { $0.headKnown = { _ in .now } }
    case .asksTheDayBefore: { $0.day = { $0.previous } }
    case .goesALevelTooDeep: { $0.depth = { $0.map { $0 + 1 } } }
    case .supposesNothing: { $0.supposed = { _ in [] } }
    case .supposesLess: { $0.supposed = { Array($0.dropLast()) } }
    case .readsNoActs:
      { $0.scope = { if case .acts(_, let units) = $0 { .lives(units) } else { $0 } } }
    case .takesAllForCertain: Self.each { $0.certainty = .certain }
    case .countsLevelsFromOne: Self.each { $0.level += 1 }
    case .leavesTheRootOut:
      {
        $0.structure = { structure, root in
          if root != nil { structure.units = Array(structure.units.dropFirst()) }
        }
      }
    case .listsTheLatestFoldAlone: { $0.standsUnder = { $0.lives } }
    case .forgetsWhyItWasTakenBack: { $0.forgetsCorrections = true }
    case .readsLivesOnly:
      { $0.scope = { if case .units(let units) = $0 { .lives(units) } else { $0 } } }
    case .followsNoLink:
      { $0.scope = { if case .lineage(let unit) = $0 { .lives([unit]) } else { $0 } } }
    case .losesWholes: { $0.readOnlyFunctionsAskedAbout() }
    case .ignoresSuspensions: Self.without { $0.event.type.isSuspension }
    case .keepsReleasedFunctions: Self.without { $0.event.type == .functionEnded }
    case .losesAssignments: Self.without { $0.event.type == .functionAssigned }
    case .missesUnits: { $0.units = { Set($0.sorted().prefix(1)) } }
    case .knowsFunctionsTooEarly: { $0.known = { _ in .now } }
    case .takesLaterTextsForRead: { $0.textsUntil = { _ in nil } }
    case .readsATextADayEarly: { $0.textsUntil = { $0?.next } }
    case .stopsALevelShort:
      {
        $0.scope = { scope in
          guard case .structure(let root, let depth) = scope else { return scope }
          return .structure(root, depth: depth.map { max(0, $0 - 1) } ?? 0)
        }
      }
    case .readsTheLastDayAlone:
      {
        $0.scope = { scope in
          guard case .between(let first, let last) = scope, first < last else { return scope }
          return .between(last.previous, last)
        }
      }
    case .readsNoPlans:
      { $0.scope = { $0 == .plans ? .lives([]) : $0 } }
    case .forgetsTheLastDay:
      {
        $0.scope = { scope in
          guard case .between(let first, let last) = scope, first < last else { return scope }
          return .between(first, last.previous)
        }
      }
    default: nil
    }
  }

  private static func each(
    _ change: @escaping @Sendable (inout StandingUnit) -> Void
  ) -> (inout FaultyStore) -> Void {
    {
      $0.structure = { structure, _ in
        for index in structure.units.indices { change(&structure.units[index]) }
      }
    }
  }

  private static func without(
    _ isLeftOut: @escaping @Sendable (Fact) -> Bool
  ) -> (inout FaultyStore) -> Void {
    { $0.facts = { facts, _ in facts.filter { !isLeftOut($0) } } }
  }
}

extension FaultyStore {
  fileprivate mutating func readOnlyFunctionsAskedAbout() {
    facts = { facts, scope in
      guard case .functions(let functions) = scope else { return facts }
      return facts.filter { fact in
        fact.event.mentions.contains {
          if case .function(let other) = $0 { functions.contains(other) } else { false }
        }
      }
    }
  }
}
