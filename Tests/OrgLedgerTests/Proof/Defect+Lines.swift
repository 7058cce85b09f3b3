@testable import OrgLedger

extension Defect {
  /// What lines say wrong; `nil`: it is no defect of these.
  var lines: (([LineRow]) -> [LineRow])? { lives ?? livingUnits ?? holdings }

  private var lives: (([LineRow]) -> [LineRow])? {
    switch self {
    case .forgetsBirths:
      return { rows in
        var seen: Set<[UInt8]> = []
        return rows.filter { !$0.isLife || !seen.insert($0.line).inserted }
      }
    case .beginsADayLate:
      return { rows in rows.each { if $0.life?.living != nil { $0.shift(by: 1) } } }
    case .beginsADayEarly:
      return { rows in rows.each { if $0.life?.living != nil { $0.shift(by: -1) } } }
    case .neverEnds: return { $0.filter { $0.life != .ended } }
    case .endsADayLate: return { rows in rows.each { if $0.life == .ended { $0.shift(by: 1) } } }
    case .letsAChildOutliveItsParent: return { $0.withoutEndsAtThatOfTheParent() }
    case .keepsWhatWasTakenBack: return { $0.filter { $0.life != .unborn } }
    case .forgetsLaterKnowledge:
      return { rows in
        var seen: Set<[UInt8]> = []
        return rows.filter {
          seen.insert($0.line + $0.key.dropFirst($0.line.count).prefix(4) + [$0.folds.rawValue])
            .inserted
        }
      }
    case .rewritesThePast: return { rows in rows.each { $0.position = 1 } }
    case .learnsTooLate: return { rows in rows.each { $0.position += 1 } }
    case .forgetsTheEarliestFold: return { $0.filter { $0.folds != .earliest } }
    case .swapsTheFolds:
      return { rows in
        rows.each { if $0.folds != .both { $0.folds.formSymmetricDifference(.both) } }
      }
    case .takesOneFoldForBoth:
      return { rows in rows.filter { $0.folds != .earliest }.each { $0.folds = .both } }
    default: return nil
    }
  }

  private var livingUnits: (([LineRow]) -> [LineRow])? {
    func each(_ change: @escaping (inout LivingUnit) -> Void) -> ([LineRow]) -> [LineRow] {
      { rows in rows.each { $0.change(change) } }
    }
    switch self {
    case .keepsOldNames: return { $0.eachLiving { $0.name = $1.name } }
    case .keepsOldKinds: return { $0.eachLiving { $0.kind = $1.kind } }
    case .keepsOldPlaces: return { $0.eachLiving { $0.placement = $1.placement } }
    case .losesCodes: return each { $0.codes = [] }
    case .keepsRetiredCodes:
      return { $0.eachLiving { if $0.codes.isEmpty { $0.codes = $1.codes } } }
    case .sortsByPosition: return each { $0.birth = $0.birth.byPosition(on: .distantPast) }
    case .sortsADayByPosition: return each { $0.birth = $0.birth.byPosition(on: $0.birth.day) }
    case .movesDaysOfBirth: return each { $0.since = ImpreciseDay($0.birth.day.next) }
    case .roundsDaysOfBirth: return each { $0.since = ImpreciseDay($0.birth.day) }
    case .forgetsClasses: return each { $0.collective = false }
    case .takesUnknownForTop:
      return each { if $0.placement == .notStated { $0.placement = .top } }
    default: return nil
    }
  }

  private var holdings: (([LineRow]) -> [LineRow])? {
    switch self {
    case .forgetsHoldings: { $0.filter(\.isLife) }
    case .swapsRoles:
      { rows in
        rows.each { if !$0.isLife, $0.value != [0] { $0.value = $0.value == [1] ? [2] : [1] } }
      }
    case .holdsADayLate: { rows in rows.each { if !$0.isLife { $0.shift(by: 1) } } }
    case .neverReleases: { $0.filter { $0.isLife || $0.value != [0] } }
    case .losesScopes:
      { rows in
        rows.each {
          if !$0.isLife { $0.line = $0.line.dropLast(8) + [UInt8](repeating: 0, count: 8) }
        }
      }
    default: nil
    }
  }
}

extension OrderKey {
  /// As if only the position decided among what happened on a day.
  fileprivate func byPosition(on day: Day) -> OrderKey {
    OrderKey(day: day, order: 0, act: 0, slot: position, position: position)
  }
}

extension [LineRow] {
  /// Without the ends of units that end with the one under which they stand.
  fileprivate func withoutEndsAtThatOfTheParent() -> [LineRow] {
    var parents: [UnitID: UnitID] = [:]
    // By the last bytes of a key, which say when the row was written of which day.
    var ended: [ArraySlice<UInt8>: Set<UnitID>] = [:]
    for row in self where row.life == .ended {
      ended[row.key.suffix(13), default: []].insert(row.unit)
    }
    return filter { row in
      if let living = row.life?.living { parents[row.unit] = living.placement.parent }
      guard row.life == .ended, let parent = parents[row.unit] else { return true }
      return ended[row.key.suffix(13)]?.contains(parent) == false
    }
  }
}
