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

  /// What the facts are read for.
  enum Purpose {
    /// To judge an act: also who bears the same name or code.
    case judging
    /// To tell the lines of the units that it touches.
    case lines
    /// To answer a question about a unit or a function.
    case asking
  }

  private let purpose: Purpose
  /// When there are more facts than so many, no more units and functions are read.
  private let limit: Int

  private var added: [Mention: [Fact]] = [:]
  private(set) var facts: [UInt64: Fact] = [:]
  private(set) var known: Set<UnitID> = []
  private var descended: Set<UnitID> = []
  private(set) var functions: Set<FunctionID> = []
  /// What ever stood under a unit that was descended into.
  private var heirs: Set<UnitID> = []
  private var dated: Set<UnitID> = []
  private var givers: Set<UnitID> = []

  /// Whether not all was read, since it was more than the limit.
  var isTooLarge: Bool { facts.count > limit }

  /// Reads what the new facts touch, and recorded ones that no longer count or count otherwise.
  init(
    of added: [Fact], changing changed: [Fact] = [], for purpose: Purpose = .judging,
    atMost limit: Int = .max, reading source: Reader
  ) throws(Failure) {
    self.purpose = purpose
    self.limit = limit
    for fact in added {
      for mention in fact.event.mentions { self.added[mention, default: []].append(fact) }
    }
    // What is dated by a birth changes with it.
    let changed = try changed + dated(by: added + changed, source)
    for fact in added + changed {
      for mention in fact.event.mentions {
        switch mention {
        case .unit(let unit), .parent(let unit): try load(unit, source)
        case .function(let function), .functionNamed(let function): try load(function, source)
        case .name, .reading: break
        case .code(let code): if purpose == .judging { try loadBearers(of: code, source) }
        }
      }
      if purpose == .judging {
        // A code is free where its bearer ends, gets another or begins anew, and on two where a
        // kind changes.
        let isOther = fact.event.details.kind != nil || fact.event.details.scheme != nil
        let units = fact.event.born.map(\.id) + (isOther ? fact.event.persists : [])
        try loadFellowBearers(of: units, source)
      }
      for unit in fact.event.ends + fact.event.idsJoined { try descend(unit, source) }
      for entry in fact.event.details.children.entryList where entry.destination == .ends {
        try descend(entry.key, source)
      }
    }
    // What stands under a unit that begins otherwise, or not at all, rests on that.
    for unit in changed.flatMap(\.event.born).map(\.id) { try descend(unit, source) }
    for fact in added { facts[fact.position] = fact }
    if purpose == .judging {
      // A note on nobody mentions nothing by which it would have been found.
      for fact in changed where facts[fact.position] == nil { facts[fact.position] = fact }
      try loadFellowBearers(of: descended.sorted(), source)
      let named = (added + changed).flatMap { $0.event.namedOrMoved + $0.event.idsJoined }
      // What no longer ends bears its name on.
      let living = changed.flatMap(\.event.ends)
      try loadNamesakes(of: named + living + heirs.sorted(), source)
    }
    try loadBirthsOfImprecise(source)
  }

  /// Nothing yet; what a question is about is to be loaded.
  init() { (purpose, limit) = (.asking, .max) }

  private func mentioning(_ mention: Mention, _ source: Reader) throws(Failure) -> [Fact] {
    let known = try source(mention)
    return added[mention].map { known + $0 } ?? known
  }

  /// Reads a unit, those above it and whoever inherits from it.
  mutating func load(_ first: UnitID, _ source: Reader) throws(Failure) {
    var queue = [first]
    while let unit = queue.popLast() {
      guard !isTooLarge, known.insert(unit).inserted else { continue }
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

  /// Takes facts in, and reads nothing more.
  mutating func take(_ given: [Fact]) {
    for fact in given { facts[fact.position] = fact }
  }

  /// Takes facts in, and reads the units that they mention.
  ///
  /// - Returns: Whether there were no more facts than `limit`; when a unit has brought more, no other
  ///   is read.
  mutating func load(
    _ given: [Fact], atMost limit: Int, _ source: Reader
  ) throws(Failure) -> Bool {
    for fact in given {
      guard facts.count <= limit else { return false }
      facts[fact.position] = fact
      for mention in fact.event.mentions {
        switch mention {
        case .unit(let unit), .parent(let unit): try load(unit, source)
        case .function, .functionNamed, .name, .code, .reading: break
        }
      }
    }
    return facts.count <= limit
  }

  /// Reads what stands, or may come to stand, under a unit, and what it holds.
  mutating func descend(_ unit: UnitID, _ source: Reader) throws(Failure) {
    guard descended.insert(unit).inserted else { return }
    for fact in try mentioning(.parent(unit), source) {
      facts[fact.position] = fact
      for child in fact.event.placedUnder(unit) { try inherit(child, source) }
    }
    for fact in try mentioning(.unit(unit), source) {
      for entry in fact.event.details.children.entryList
      where entry.destination == .unit(unit) { try inherit(entry.key, source) }
      if purpose != .asking {
        for function in fact.event.functionsTouched { try load(function, source) }
      }
      for ended in fact.event.ends where fact.event.singleSuccessor(of: ended) == unit {
        try descend(ended, source)
      }
    }
  }

  /// Reads all from whom a unit got what it holds.
  ///
  /// Who else holds the same functions is not read, so that a unit can be asked for at a cost that
  /// does not grow with the number of those charged with the same.
  mutating func loadHoldings(of unit: UnitID, _ source: Reader) throws(Failure) {
    var queue = [unit]
    while let unit = queue.popLast() {
      guard givers.insert(unit).inserted else { continue }
      try load(unit, source)
      for fact in try mentioning(.unit(unit), source) { queue += fact.event.givers(to: unit) }
    }
  }

  /// Reads a unit and what ever stood under it, with all that these hold.
  ///
  /// - Parameter depth: How many levels below the unit; `nil`: all.
  /// - Returns: Whether there were no more facts than `limit`; when there are, no more are read.
  mutating func loadStructure(
    under root: UnitID, depth: Int?, atMost limit: Int, _ source: Reader
  ) throws(Failure) -> Bool {
    var (level, left, seen) = ([root], depth ?? .max, Set<UnitID>())
    while !level.isEmpty {
      var below: [UnitID] = []
      while let unit = level.popLast() {
        guard seen.insert(unit).inserted else { continue }
        try loadHoldings(of: unit, source)
        guard facts.count <= limit else { return false }
        for fact in try mentioning(.parent(unit), source) { below += fact.event.placedUnder(unit) }
        for fact in try mentioning(.unit(unit), source) {
          for entry in fact.event.details.children.entryList
          where entry.destination == .unit(unit) { below.append(entry.key) }
          // Whatever stood under those whose single successor it is followed to it.
          level += fact.event.ends.filter { fact.event.singleSuccessor(of: $0) == unit }
        }
      }
      guard left > 0 else { break }
      left -= 1
      level = below
    }
    return true
  }

  /// Reads the units that the facts about some mention, so that they can be named.
  mutating func loadThoseNamed(beside units: Set<UnitID>, _ source: Reader) throws(Failure) {
    var named: Set<UnitID> = []
    for unit in units {
      for fact in try mentioning(.unit(unit), source) {
        for case .unit(let other) in fact.event.mentions { named.insert(other) }
        for case .parent(let other) in fact.event.mentions { named.insert(other) }
      }
    }
    for unit in named.sorted() { try load(unit, source) }
  }

  /// Reads the units that the facts about functions mention, so that they can be named.
  mutating func loadThoseNamed(
    in functions: Set<FunctionID>, _ source: Reader
  ) throws(Failure) {
    var named: Set<UnitID> = []
    for function in functions {
      for fact in try mentioning(.function(function), source) {
        for case .unit(let other) in fact.event.mentions { named.insert(other) }
      }
    }
    for unit in named.sorted() { try load(unit, source) }
  }

  /// Reads the units for whose ground or people functions are held that the facts mention.
  mutating func loadScopes(_ source: Reader) throws(Failure) {
    let scopes = facts.values.flatMap(\.event.functionMentions).compactMap(\.scope)
    for scope in Set(scopes).sorted() { try load(scope, source) }
  }

  /// Reads what the functions are that the facts mention.
  mutating func loadDefinitions(_ source: Reader) throws(Failure) {
    for function in Set(facts.values.flatMap(\.event.functionsTouched)).sorted() {
      var defining = try mentioning(.functionNamed(function), source)
      if !defining.contains(where: { $0.act.status == .enacted }) {
        defining += try mentioning(.function(function), source)
      }
      for fact in defining { facts[fact.position] = fact }
    }
  }

  /// Reads the units from which one came, or those in which it went on, whenever that was.
  mutating func loadLineage(
    of unit: UnitID, from near: KeyPath<Link, UnitID>, to far: KeyPath<Link, UnitID>,
    _ source: Reader
  ) throws(Failure) {
    var (queue, seen) = ([unit], Set<UnitID>())
    while let unit = queue.popLast() {
      guard seen.insert(unit).inserted else { continue }
      try load(unit, source)
      for fact in try mentioning(.unit(unit), source) {
        for case .succeeded(let from, let to, _) in fact.effects {
          let link = Link(from: from, to: to)
          if link[keyPath: near] == unit { queue.append(link[keyPath: far]) }
        }
      }
    }
  }

  private mutating func inherit(_ child: UnitID, _ source: Reader) throws(Failure) {
    heirs.insert(child)
    try load(child, source)
  }

  /// Reads a function with everybody who ever held it, its whole, its parts and what is handed
  /// over with it.
  mutating func load(_ function: FunctionID, _ source: Reader) throws(Failure) {
    guard !isTooLarge, functions.insert(function).inserted else { return }
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
            for namesake in fact.event.unitsNamed(name) { try load(namesake, source) }
          }
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

  /// What is dated by the births among facts: an imprecise fact stands no earlier than the births
  /// that it rests on, and moves with them.
  private func dated(by facts: [Fact], _ source: Reader) throws(Failure) -> [Fact] {
    var (queue, seen) = (facts.flatMap(\.event.born).map(\.id), Set<UnitID>())
    var dated: [Fact] = []
    while let unit = queue.popLast() {
      guard seen.insert(unit).inserted else { continue }
      for fact in try mentioning(.unit(unit), source) + mentioning(.parent(unit), source)
      where fact.effectiveOn.exact == nil && fact.act.status == .enacted {
        dated.append(fact)
        queue += fact.event.born.map(\.id)
      }
    }
    return dated
  }

  /// An imprecise fact stands no earlier than the births that it rests on, so these are read too.
  mutating func loadBirthsOfImprecise(_ source: Reader) throws(Failure) {
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
