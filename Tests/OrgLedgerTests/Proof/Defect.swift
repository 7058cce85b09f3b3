import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// Ways in which a store or a read model could be wrong, each with the check that must find it.
enum Defect: String, CaseIterable, Sendable {
  // Lives, as they are written.
  case forgetsBirths, beginsADayLate, beginsADayEarly, neverEnds, endsADayLate
  case keepsWhatWasTakenBack, forgetsLaterKnowledge, rewritesThePast
  case learnsTooLate, forgetsTheEarliestFold, swapsTheFolds, takesOneFoldForBoth
  case keepsOldNames, keepsOldPlaces, losesCodes, keepsRetiredCodes
  case sortsADayByPosition, movesDaysOfBirth, roundsDaysOfBirth, forgetsClasses
  case takesUnknownForTop
  // Functions that are held, as they are written.
  case forgetsHoldings, swapsRoles, holdsADayLate, losesScopes
  // Candidates, numbers and mentions.
  case forgetsACandidate, forgetsTheTops, mixesUpFunctions
  case forgetsAMention, forgetsRetractions, forgetsFunctionNames, forgetsWhatIsSuspended
  case forgetsWhoStandsUnder
  // The reading of a structure.
  case ignoresWhatWasKnown, asksTheDayBefore, goesALevelTooDeep, takesAllForCertain
  case countsLevelsFromOne, leavesTheRootOut
  // The reading of a part of the facts.
  case showsHalfAnAct, takesPlansForDone, forgetsOrdersOfADay, roundsDays
  case forgetsWhyItWasTakenBack, readsLivesOnly, followsNoLink, losesWholes, ignoresSuspensions
  case keepsReleasedFunctions, missesCandidates, keepsWhatDoesNotCount
  // The documents.
  case losesOrdersInDocuments, losesDaysInDocuments, losesCorrectionsInDocuments

  /// The check that is there to find it.
  var check: Check {
    switch self {
    case .forgetsBirths, .beginsADayLate, .beginsADayEarly, .neverEnds, .endsADayLate,
      .keepsWhatWasTakenBack, .forgetsACandidate, .forgetsTheTops,
      .asksTheDayBefore, .goesALevelTooDeep, .leavesTheRootOut:
      .unitsOfChart
    case .forgetsLaterKnowledge, .rewritesThePast, .learnsTooLate, .forgetsTheEarliestFold,
      .swapsTheFolds, .ignoresWhatWasKnown:
      .lifeOfUnit
    case .takesOneFoldForBoth, .takesAllForCertain: .certaintyOfChart
    case .keepsOldNames: .namesOfChart
    case .keepsOldPlaces, .takesUnknownForTop: .placesOfChart
    case .losesCodes, .keepsRetiredCodes: .codesOfChart
    case .sortsADayByPosition: .orderOfChart
    case .movesDaysOfBirth, .roundsDaysOfBirth: .birthsOfChart
    case .forgetsClasses: .classesOfChart
    case .forgetsHoldings, .swapsRoles, .holdsADayLate, .losesScopes,
      .mixesUpFunctions, .forgetsFunctionNames:
      .functionsOfChart
    case .countsLevelsFromOne: .levelsOfChart
    case .missesCandidates: .unitByText
    case .forgetsAMention, .forgetsRetractions, .forgetsWhatIsSuspended, .showsHalfAnAct,
      .takesPlansForDone, .forgetsOrdersOfADay, .roundsDays, .ignoresSuspensions,
      .keepsWhatDoesNotCount, .losesOrdersInDocuments, .losesCorrectionsInDocuments:
      .historyOfUnit
    case .forgetsWhyItWasTakenBack: .takenBackOfUnit
    case .forgetsWhoStandsUnder, .readsLivesOnly: .shownUnit
    case .followsNoLink, .losesDaysInDocuments: .lineageOfUnit
    case .losesWholes, .keepsReleasedFunctions: .holdersOfFunction
    }
  }
}

extension Defect {
  /// A store that has the defect; the one given may be written to.
  func store(over base: LMDBStore, copy: () throws -> LMDBStore) throws -> any LogStore {
    if try breakLines(of: base) { return base }
    if try breakTables(of: base) { return base }
    if let change = changeOfDocuments {
      let copy = try copy()
      try copy.take(documentsOf: Ledger(base), changing: change)
      return copy
    }
    return try #require(reading(base))
  }

  /// Breaks what lines say; `false`: it is no defect of these.
  private func breakLines(of store: LMDBStore) throws -> Bool {
    guard let change = changeOfLines else { return false }
    try store.changeLines(change)
    return true
  }

  private var changeOfLines: (([LineRow]) -> [LineRow])? {
    func without(_ isLeftOut: @escaping (LineRow) -> Bool) -> ([LineRow]) -> [LineRow] {
      { rows in rows.filter { !isLeftOut($0) } }
    }
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
    case .neverEnds: return without { $0.life == .ended }
    case .endsADayLate: return { rows in rows.each { if $0.life == .ended { $0.shift(by: 1) } } }
    case .keepsWhatWasTakenBack: return without { $0.life == .unborn }
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
    case .forgetsTheEarliestFold: return without { $0.folds == .earliest }
    case .swapsTheFolds:
      return { rows in
        rows.each { if $0.folds != .both { $0.folds.formSymmetricDifference(.both) } }
      }
    case .takesOneFoldForBoth:
      return { rows in rows.filter { $0.folds != .earliest }.each { $0.folds = .both } }
    case .keepsOldNames: return { $0.eachLiving { $0.name = $1.name } }
    case .keepsOldPlaces: return { $0.eachLiving { $0.placement = $1.placement } }
    case .losesCodes: return { $0.each { $0.change { $0.codes = [] } } }
    case .keepsRetiredCodes:
      return { $0.eachLiving { if $0.codes.isEmpty { $0.codes = $1.codes } } }
    case .sortsADayByPosition:
      return {
        $0.each {
          $0.change {
            let birth = $0.birth
            $0.birth = OrderKey(
              day: birth.day, order: 0, act: 0, slot: birth.position, position: birth.position)
          }
        }
      }
    case .movesDaysOfBirth:
      return { $0.each { $0.change { $0.since = ImpreciseDay($0.birth.day.next) } } }
    case .roundsDaysOfBirth:
      return { $0.each { $0.change { $0.since = ImpreciseDay($0.birth.day) } } }
    case .forgetsClasses: return { $0.each { $0.change { $0.collective = false } } }
    case .takesUnknownForTop:
      return {
        $0.each { $0.change { if $0.placement == .notStated { $0.placement = .top } } }
      }
    case .forgetsHoldings: return without { !$0.isLife }
    case .swapsRoles:
      return { rows in
        rows.each { if !$0.isLife, $0.value != [0] { $0.value = $0.value == [1] ? [2] : [1] } }
      }
    case .holdsADayLate: return { rows in rows.each { if !$0.isLife { $0.shift(by: 1) } } }
    case .losesScopes:
      return { rows in
        rows.each {
          if !$0.isLife { $0.line = $0.line.dropLast(8) + [UInt8](repeating: 0, count: 8) }
        }
      }
    default: return nil
    }
  }

  /// Breaks another table; `false`: it is no defect of these.
  private func breakTables(of store: LMDBStore) throws -> Bool {
    let lines = try #require(store.tables.lines)
    func forget(_ table: Database, _ isMeant: ([UInt8]) -> Bool) throws {
      try store.change(table) { $0.filter { !isMeant($0.key) } }
    }
    /// The last of the entries that begin alike.
    func forgetLast(_ table: Database, _ prefix: ([UInt8]) -> [UInt8]?) throws {
      try store.change(table) { entries in
        let last = Dictionary(
          entries.compactMap { entry in prefix(entry.key).map { ($0, entry.key) } },
          uniquingKeysWith: { $1 })
        return entries.filter { entry in
          prefix(entry.key).map { last[$0] != entry.key } ?? true
        }
      }
    }
    switch self {
    case .forgetsACandidate: try forgetLast(lines.under) { Array($0.prefix { $0 != 0 }) }
    case .forgetsTheTops: try forget(lines.under) { $0.first == 0 }
    case .mixesUpFunctions:
      try store.change(lines.numbered) { entries in
        zip(entries, entries.dropFirst() + entries.prefix(1)).map { ($0.key, $1.value) }
      }
    case .forgetsAMention:
      try forgetLast(store.tables.mentions) { $0.first == 1 ? Array($0.dropLast(8)) : nil }
    case .forgetsRetractions:
      try forget(store.tables.mentions) { $0.starts(with: Key.retractions) }
    case .forgetsFunctionNames: try forget(store.tables.mentions) { $0.first == 10 }
    case .forgetsWhatIsSuspended: try forget(store.tables.mentions) { $0.first == 9 }
    case .forgetsWhoStandsUnder:
      try forget(store.tables.mentions) { $0.first == 2 || $0.first == 3 }
    default: return false
    }
    return true
  }

  /// The same reading with the defect; `nil`: it is no defect of it.
  private func reading(_ base: LMDBStore) -> FaultyStore? {
    var store = FaultyStore(base)
    switch self {
    case .ignoresWhatWasKnown: store.known = { _ in .now }
    case .asksTheDayBefore: store.day = { $0.previous }
    case .goesALevelTooDeep: store.depth = { $0.map { $0 + 1 } }
    case .takesAllForCertain:
      store.structure = { structure, _ in
        for index in structure.units.indices { structure.units[index].certainty = .certain }
      }
    case .countsLevelsFromOne:
      store.structure = { structure, _ in
        for index in structure.units.indices { structure.units[index].level += 1 }
      }
    case .leavesTheRootOut:
      store.structure = { structure, root in
        if root != nil { structure.units = Array(structure.units.dropFirst()) }
      }
    case .showsHalfAnAct:
      store.facts = { facts, _ in
        facts.filter { fact in facts.first { $0.act.id == fact.act.id } === fact }
      }
    case .forgetsWhyItWasTakenBack: store.forgetsCorrections = true
    case .readsLivesOnly:
      store.scope = { if case .units(let units) = $0 { .lives(units) } else { $0 } }
    case .followsNoLink:
      store.scope = { if case .lineage(let unit) = $0 { .lives([unit]) } else { $0 } }
    case .losesWholes:
      store.facts = { facts, scope in
        guard case .functions(let functions) = scope else { return facts }
        return facts.filter { fact in
          fact.event.mentions.contains {
            if case .function(let other) = $0 { functions.contains(other) } else { false }
          }
        }
      }
    case .ignoresSuspensions:
      store.facts = { facts, _ in facts.filter { !$0.event.type.isSuspension } }
    case .keepsReleasedFunctions:
      store.facts = { facts, _ in facts.filter { $0.event.type != .functionEnded } }
    case .missesCandidates: store.named = { Set($0.sorted().prefix(1)) }
    case .takesPlansForDone:
      store.records = events { EventRecord($0, status: .enacted) }
    case .forgetsOrdersOfADay: store.records = events { EventRecord($0, order: 0) }
    case .keepsWhatDoesNotCount: store.records = events { EventRecord($0, retracts: []) }
    case .roundsDays:
      store.records = events { record in
        var event = record.event
        if let day = event.effectiveOn, day.exact == nil {
          event.effectiveOn = ImpreciseDay(day.earliest ?? Day(rawValue: 1))
        }
        return EventRecord(record, event: event)
      }
    default: return nil
    }
    return store
  }

  private func events(
    _ change: @escaping @Sendable (EventRecord) -> EventRecord
  ) -> @Sendable ([Record]) -> [Record] {
    { records in
      records.map { record in
        var record = record
        switch record.body {
        case .event(let event): record.body = .event(change(event))
        case .act(var act):
          if self == .takesPlansForDone { act.status = .enacted }
          if self == .forgetsOrdersOfADay { act.order = 0 }
          record.body = .act(act)
        default: break
        }
        return record
      }
    }
  }

  /// How documents are changed on their way into another store; `nil`: it is no defect of them.
  private var changeOfDocuments: ((inout Document) -> Void)? {
    switch self {
    case .losesOrdersInDocuments:
      { for index in $0.acts.indices { $0.acts[index].order = 0 } }
    case .losesDaysInDocuments:
      { document in
        for act in document.acts.indices {
          for event in document.acts[act].events.indices
          where document.acts[act].events[event].effectiveOn?.exact == nil {
            document.acts[act].events[event].effectiveOn = document.acts[act].effectiveOn
          }
        }
      }
    case .losesCorrectionsInDocuments:
      { $0.acts.removeAll { $0.events.contains(where: \.type.isAboutTheRecord) } }
    default: nil
    }
  }
}

extension EventRecord {
  /// The same, but for what is given.
  fileprivate convenience init(
    _ record: EventRecord, event: Event? = nil, status: Status? = nil, order: Int? = nil,
    slot: UInt64?? = nil, retracts: [UInt64]? = nil
  ) {
    self.init(
      event: event ?? record.event, act: record.act, status: status ?? record.status,
      order: order ?? record.order, slot: slot ?? record.slot,
      retracts: retracts ?? record.retracts)
  }
}
