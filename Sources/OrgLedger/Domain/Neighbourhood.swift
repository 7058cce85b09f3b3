/// The part of a timeline that an act can touch: enough facts to judge it as if all were known.
///
/// A unit is *known* here when every fact that mentions it was read, together with those of every
/// unit it ever stood under and of whoever inherits from them. What happens to other units cannot
/// change through the act, so nothing is judged of them. A function is known when every fact that
/// mentions it was read, with everybody who ever held it. Tests hold the verdicts against those
/// over all facts.
///
/// - Complexity: proportional to the facts of the units touched, not to the length of the log.
struct Neighbourhood<Failure: Error> {
  /// Reads the facts that mention something: more than asked for is fine, fewer is not.
  typealias Reader = (Mention) throws(Failure) -> [Fact]

  private var added: [Mention: [Fact]] = [:]
  private(set) var facts: [UInt64: Fact] = [:]
  private(set) var known: Set<UnitID> = []
  private var descended: Set<UnitID> = []
  private(set) var functions: Set<FunctionID> = []
  /// What ever stood under a unit that was descended into.
  private var heirs: Set<UnitID> = []
  private var dated: Set<UnitID> = []

  /// Reads what the new facts touch, and recorded ones that no longer count or count otherwise.
  init(
    of added: [Fact], changing changed: [Fact] = [], reading source: Reader
  ) throws(Failure) {
    for fact in added {
      for mention in fact.event.mentions { self.added[mention, default: []].append(fact) }
    }
    for fact in added + changed {
      let mentions = fact.event.mentions
      for mention in mentions {
        switch mention {
        case .unit(let unit), .parent(let unit): try load(unit, source)
        case .function(let function): try load(function, source)
        case .arrival, .name, .reading: break
        case .code(let code): try loadBearers(of: code, source)
        }
      }
      // A code is free where its bearer ends or gets another, and on two where a kind changes.
      if fact.event.details.kind != nil || fact.event.details.scheme != nil {
        try loadFellowBearers(of: fact.event.persists, source)
      }
      for unit in fact.event.ends + fact.event.idsJoined { try descend(unit, source) }
      for entry in fact.event.details.children.entryList where entry.destination == .ends {
        try descend(entry.key, source)
      }
    }
    // What stands under a unit that begins otherwise, or not at all, rests on that.
    for unit in changed.flatMap(\.event.born).map(\.id) { try descend(unit, source) }
    for fact in added { facts[fact.position] = fact }
    try loadFellowBearers(of: descended.sorted(), source)
    let named = (added + changed).flatMap { $0.event.namedOrMoved + $0.event.idsJoined }
    try loadNamesakes(of: named + heirs.sorted(), source)
    try loadBirthsOfImprecise(source)
  }

  private func mentioning(_ mention: Mention, _ source: Reader) throws(Failure) -> [Fact] {
    let known = try source(mention)
    return added[mention].map { known + $0 } ?? known
  }

  /// Reads a unit, those above it and whoever inherits from it.
  private mutating func load(_ first: UnitID, _ source: Reader) throws(Failure) {
    var queue = [first]
    while let unit = queue.popLast() {
      guard known.insert(unit).inserted else { continue }
      for fact in try mentioning(.unit(unit), source) {
        facts[fact.position] = fact
        queue += fact.event.above(unit)
        // An entry that was ignored ends the unit once it stands under what ends, and one that
        // ended it is ignored once it stands elsewhere.
        let isEnded = fact.event.details.children.entryList.contains {
          $0.key == unit && $0.destination == .ends
        }
        if isEnded { try descend(unit, source) }
      }
    }
  }

  /// Reads what stands, or may come to stand, under a unit, and what it holds.
  private mutating func descend(_ unit: UnitID, _ source: Reader) throws(Failure) {
    guard descended.insert(unit).inserted else { return }
    for fact in try mentioning(.parent(unit), source) {
      facts[fact.position] = fact
      for child in fact.event.placedUnder(unit) { try inherit(child, source) }
    }
    for fact in try mentioning(.unit(unit), source) {
      for entry in fact.event.details.children.entryList
      where entry.destination == .unit(unit) { try inherit(entry.key, source) }
      for function in fact.event.functionsTouched { try load(function, source) }
      for ended in fact.event.ends where fact.event.singleSuccessor(of: ended) == unit {
        try descend(ended, source)
      }
    }
  }

  private mutating func inherit(_ child: UnitID, _ source: Reader) throws(Failure) {
    heirs.insert(child)
    try load(child, source)
  }

  /// Reads a function with everybody who ever held it, its whole, its parts and what is handed
  /// over with it.
  private mutating func load(_ function: FunctionID, _ source: Reader) throws(Failure) {
    guard functions.insert(function).inserted else { return }
    for fact in try mentioning(.function(function), source) {
      facts[fact.position] = fact
      for unit in fact.event.holdersNamed(of: function) { try load(unit, source) }
      for mention in fact.event.functionMentions {
        if mention.id == function, let whole = mention.parent { try load(whole, source) }
        if mention.parent == function { try load(mention.id, source) }
      }
      for mention in fact.event.details.functions { try load(mention.id, source) }
    }
  }

  /// Reads the units that ever bore the name of one of these and ever stood beside it.
  private mutating func loadNamesakes(of units: [UnitID], _ source: Reader) throws(Failure) {
    for unit in Set(units).sorted() {
      let own = try mentioning(.unit(unit), source).map(\.event)
      let names = Set(own.flatMap { $0.namesGiven(to: unit) })
      for parent in try kin(of: Set(own.flatMap { $0.above(unit) }), source) {
        for name in names {
          for fact in try mentioning(.name(name, under: parent), source) {
            for birth in fact.event.born where birth.name.full == name {
              try load(birth.id, source)
            }
          }
        }
        for fact in try mentioning(.arrival(parent), source) {
          for unit in fact.event.participating { try load(unit, source) }
          for entry in fact.event.details.children.entryList { try load(entry.key, source) }
        }
      }
      for name in names {
        for fact in try mentioning(.name(name, under: nil), source) {
          for unit in fact.event.participating { try load(unit, source) }
        }
      }
    }
  }

  /// These units with all whose children may have followed to them.
  private func kin(of units: Set<UnitID>, _ source: Reader) throws(Failure) -> Set<UnitID> {
    var (kin, queue) = (Set<UnitID>(), Array(units))
    while let unit = queue.popLast() {
      guard kin.insert(unit).inserted else { continue }
      for fact in try mentioning(.unit(unit), source) {
        queue += fact.event.ends.filter { fact.event.singleSuccessor(of: $0) == unit }
        queue += fact.event.ends.contains(unit) ? fact.event.links.map(\.to) : []
      }
    }
    return kin
  }

  /// Reads who else ever bore the codes of units.
  private mutating func loadFellowBearers(of units: [UnitID], _ source: Reader) throws(Failure) {
    for unit in units {
      for fact in try mentioning(.unit(unit), source) {
        for code in fact.event.codesGiven(to: unit) { try loadBearers(of: code, source) }
      }
    }
  }

  private mutating func loadBearers(of code: Code, _ source: Reader) throws(Failure) {
    for fact in try source(.code(code)) {
      for birth in fact.event.born where birth.codes.contains(code) { try load(birth.id, source) }
      for unit in fact.event.persists { try load(unit, source) }
    }
  }

  /// An imprecise fact stands no earlier than the births that it rests on, so these are read too.
  private mutating func loadBirthsOfImprecise(_ source: Reader) throws(Failure) {
    var queue = facts.values.filter { $0.effectiveOn.exact == nil }
    while let fact = queue.popLast() {
      for unit in fact.event.participating + fact.event.parentsNamed
      where dated.insert(unit).inserted && !known.contains(unit) {
        for birth in try mentioning(.unit(unit), source)
        where birth.event.born.contains(where: { $0.id == unit }) {
          facts[birth.position] = birth
          if birth.effectiveOn.exact == nil { queue.append(birth) }
        }
      }
    }
  }
}

extension Event {
  /// The ids that it says are of one body.
  fileprivate var idsJoined: [UnitID] {
    details.ids + (details.canonical.map { [$0] } ?? [])
  }

  /// The units above one: its parents, and those to whom it or what it leaves goes.
  fileprivate func above(_ unit: UnitID) -> [UnitID] {
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
  fileprivate var namedOrMoved: [UnitID] {
    born.map(\.id) + (details.name != nil || details.parent != nil ? persists : [])
  }

  /// The names that it gives a unit.
  fileprivate func namesGiven(to unit: UnitID) -> [String] {
    born.filter { $0.id == unit }.map(\.name.full)
      + (persists.contains(unit) ? details.name.map { [$0] } ?? [] : [])
  }

  /// The codes that it gives a unit.
  fileprivate func codesGiven(to unit: UnitID) -> [Code] {
    var list = born.first { $0.id == unit }?.codes ?? []
    if persists.contains(unit), let scheme = details.scheme, let value = details.value {
      list.append(Code(scheme: scheme, value: value))
    }
    return list
  }

  /// The units that it puts under one.
  fileprivate func placedUnder(_ unit: UnitID) -> [UnitID] {
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

  fileprivate var functionsTouched: [FunctionID] {
    functionMentions.map(\.id) + details.heldFunctions.entryList.map(\.key)
  }

  /// The units that hold or held a function by it.
  fileprivate func holdersNamed(of function: FunctionID) -> [UnitID] {
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
