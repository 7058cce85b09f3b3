/// What an act rests on must be recorded.
enum ReferenceRules {
  /// The texts and plans that it names.
  static func texts(
    _ act: Act, _ instruments: [InstrumentID: Instrument], _ acts: [ActID: ActHeader]
  ) -> [Violation] {
    act.instrumentsNamed.filter { instruments[$0] == nil }.map {
      Violation(.unknownInstrument, about: [$0.text])
    }
      + act.enacts.filter { acts[$0]?.status != .proposed }.map {
        Violation(.unknownAct, about: [$0.text])
      }
  }

  /// The units that new facts mention.
  static func units<Failure: Error>(
    _ added: [Fact], _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> [Violation] {
    var found: [Violation] = []
    var judged = Set(added.flatMap { $0.event.born.map(\.id) })
    for fact in added where fact.event.type != .identified {
      for unit in fact.event.unitsMentioned where judged.insert(unit).inserted {
        let births = try facts(.unit(unit)).filter { $0.event.begins(unit) }
          .sorted { $0.position < $1.position }
        if births.isEmpty {
          found.append(Violation(.unknownUnit, unit: unit, event: fact.event.id))
        } else if fact.act.status == .enacted, births.allSatisfy({ $0.act.status == .proposed }) {
          found.append(
            Violation(
              .restsOnProposal, unit: unit, event: fact.event.id,
              about: births.map(\.act.id.text)))
        }
      }
    }
    return found
  }

  /// The units that new facts begin, or read as one, of which another birth counts, and one of the
  /// two is suspended.
  ///
  /// Nobody lives by a suspended birth, so that the fold alone would miss it; but it may be resumed.
  ///
  /// - Parameters:
  ///   - suspended: The positions of what any suspension is about.
  ///   - facts: The facts that count from now on.
  static func births<Failure: Error>(
    _ added: [Fact], _ suspended: Set<UInt64>, _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> [Violation] {
    guard !suspended.isEmpty else { return [] }
    var found: [Violation] = []
    for unit in Set(added.flatMap { $0.event.born.map(\.id) + $0.event.idsJoined }).sorted() {
      var births: [UInt64: Fact] = [:]
      for fact in try facts(.unit(unit))
      where fact.act.status == .enacted && fact.event.born.contains(where: { $0.id == unit }) {
        births[fact.position] = fact
      }
      guard births.count > 1, births.keys.contains(where: suspended.contains),
        let newest = births.values.max(by: { $0.position < $1.position })
      else { continue }
      for other in births.values.sorted(by: { $0.position < $1.position })
      where other.position != newest.position {
        found.append(
          Violation(
            .bornTwice, unit: unit, day: newest.effectiveOn.earliest, event: newest.event.id,
            about: [other.event.id.text, "suspended"]))
      }
    }
    return found
  }

  /// The ids that are said to be of one body: each was given to a unit, or is read as another one.
  ///
  /// - Parameter facts: As recorded, and not as read.
  static func identities<Failure: Error>(
    _ act: Act, _ known: Identities, _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> [Violation] {
    var found: [Violation] = []
    for event in act.events where event.type == .identified {
      for id in event.details.ids + [event.details.canonical].compactMap({ $0 })
      where known.event(for: id) == nil {
        if try !facts(.unit(id)).contains(where: { $0.event.begins(id) }) {
          found.append(Violation(.unknownUnit, unit: id, event: event.id))
        }
      }
    }
    return found
  }

  /// What goes on mentioning units and functions that no longer begin or have a name, since the
  /// fact that said so no longer counts.
  ///
  /// - Parameters:
  ///   - removed: The facts that no longer count.
  ///   - added: The new facts, of which this is said elsewhere.
  ///   - facts: The facts that count from now on.
  static func left<Failure: Error>(
    by removed: [Fact], _ added: [Fact], _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> [Violation] {
    var found: [Violation] = []
    let new = Set(added.map(\.position))
    func add(_ rule: Rule, _ fact: Fact, unit: UnitID?, about: [String] = []) {
      guard !new.contains(fact.position) else { return }
      let violation = Violation(
        rule, unit: unit, day: fact.effectiveOn.earliest ?? fact.effectiveOn.latest,
        event: fact.event.id, about: about)
      if !found.contains(violation) { found.append(violation) }
    }
    for unit in Set(removed.flatMap(\.event.born).map(\.id)).sorted() {
      let mentioning = try (facts(.unit(unit)) + facts(.parent(unit))).filter {
        $0.event.unitsMentioned.contains(unit)
      }
      guard !mentioning.contains(where: { $0.event.begins(unit) }) else { continue }
      for fact in mentioning { add(.unknownUnit, fact, unit: unit) }
    }
    for function in Set(removed.flatMap(\.event.functionsNamed)).sorted() {
      let mentioning = try facts(.function(function)).filter {
        $0.event.mentions.contains(.function(function))
      }
      guard !mentioning.contains(where: { $0.event.functionsNamed.contains(function) })
      else { continue }
      for fact in mentioning {
        add(
          .unknownFunction, fact, unit: fact.event.participating.first, about: [function.text])
      }
    }
    return found
  }
}

extension ReferenceRules {
  /// The units under which claims count, by the ids as which they are read.
  ///
  /// - Parameter facts: The facts that count from now on.
  static func claims<Failure: Error>(
    _ claims: [(id: ClaimID, under: UnitID)], _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> [Violation] {
    var found: [Violation] = []
    for unit in Set(claims.map(\.under)).sorted() {
      let mentioning = unit.isWellFormed ? try facts(.unit(unit)) : []
      guard !mentioning.contains(where: { $0.event.begins(unit) }) else { continue }
      for claim in claims where claim.under == unit {
        let violation = Violation(.claimRestsOnIt, unit: unit, about: [claim.id.text])
        if !found.contains(violation) { found.append(violation) }
      }
    }
    return found
  }
}

extension ReferenceRules {
  /// The functions that it mentions: named where first written, by the bare id later, so that a
  /// slip of the pen makes no function that nobody meant.
  ///
  /// A plan names nothing for those who enact.
  ///
  /// - Parameter facts: The facts that count from now on, without the new ones.
  static func functions<Failure: Error>(
    _ added: [Fact], _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> [Violation] {
    var found: [Violation] = []
    var judged = Set(added.flatMap(\.event.functionsNamed))
    for fact in added where fact.event.mentionsFunctions {
      let (event, unit) = (fact.event, fact.event.participating.first)
      for mention in event.functionMentions {
        for function in [mention.id] + [mention.parent].compactMap({ $0 })
        where judged.insert(function).inserted {
          let isNamed = try facts(.function(function)).contains {
            (fact.act.status == .proposed || $0.act.status == .enacted)
              && $0.event.functionsNamed.contains(function)
          }
          if !isNamed {
            found.append(
              Violation(
                .unknownFunction, unit: unit, event: event.id, about: [function.text]))
          }
        }
        guard mention.name != nil || mention.parent != nil else { continue }
        let known = try facts(.function(mention.id)).filter {
          $0.act.status == fact.act.status
        }
        let before = known.functionDefinitions[mention.id]
        let definition = (known + added).functionDefinitions[mention.id]
        if let definition,
          ![before, definition].allSatisfy({ $0?.agrees(with: mention) ?? true })
        {
          found.append(
            Violation(
              .functionRedefined, unit: unit, event: event.id,
              about: [
                mention.id.text, definition.name ?? "", definition.parent?.text ?? "",
              ]))
        }
        if let circle = try circle(from: mention, added, facts) {
          found.append(
            Violation(.functionCycle, unit: unit, event: event.id, about: circle.map(\.text)))
        }
      }
    }
    return found
  }

  /// The functions from one up to itself, if it would be a part of itself.
  private static func circle<Failure: Error>(
    from mention: FunctionMention, _ added: [Fact], _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> [FunctionID]? {
    var path = [mention.id]
    var next = mention.parent
    while let whole = next {
      if whole == mention.id { return path }
      guard !path.contains(whole) else { return nil }
      path.append(whole)
      next = (try facts(.function(whole)) + added).functionDefinitions[whole]?.parent
    }
    return nil
  }
}

extension FunctionDefinition {
  /// Whether a mention says nothing else of what the function is.
  fileprivate func agrees(with mention: FunctionMention) -> Bool {
    (mention.name == nil || mention.name == name)
      && (mention.parent == nil || mention.parent == parent)
  }
}

extension Event {
  /// Whether a unit begins by it.
  func begins(_ unit: UnitID) -> Bool { born.contains { $0.id == unit } }

  /// The functions that it gives a name.
  fileprivate var functionsNamed: [FunctionID] {
    functionMentions.filter { $0.name != nil }.map(\.id)
  }
}

extension Act {
  /// The texts that must be recorded before it can be: its document, its legal basis, what it
  /// quotes. Ascending.
  public var instrumentsNamed: [InstrumentID] {
    let cited = events.flatMap { event in
      (event.citations + event.alternatives.flatMap(\.citations)).compactMap(\.instrument)
    }
    return Set([instrument] + orderedBy + cited).sorted()
  }
}

extension Event {
  /// Every unit that it mentions, parents included.
  var unitsMentioned: [UnitID] {
    mentions.compactMap {
      switch $0 {
      case .unit(let unit), .parent(let unit): unit
      default: nil
      }
    }
  }
}
