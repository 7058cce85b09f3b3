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

  /// The units that it mentions.
  static func units<Failure: Error>(
    _ act: Act, _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> [Violation] {
    var found: [Violation] = []
    var judged = Set(act.events.flatMap { $0.born.map(\.id) })
    for event in act.events {
      for unit in event.unitsMentioned where judged.insert(unit).inserted {
        let births = try facts(.unit(unit)).filter { $0.event.born.contains { $0.id == unit } }
        if births.isEmpty {
          found.append(Violation(.unknownUnit, unit: unit, event: event.id))
        } else if act.status == .enacted, births.allSatisfy({ $0.act.status == .proposed }) {
          found.append(
            Violation(
              .restsOnProposal, unit: unit, event: event.id, about: births.map(\.act.id.text)))
        }
      }
    }
    return found
  }
}

extension ReferenceRules {
  /// The functions that it mentions: named where first written, by the bare id later, so that a
  /// slip of the pen makes no function that nobody meant.
  static func functions<Failure: Error>(
    _ act: Act, _ facts: (Mention) throws(Failure) -> [Fact]
  ) throws(Failure) -> [Violation] {
    var found: [Violation] = []
    var judged = Set(act.events.flatMap { $0.functionsNamed })
    for event in act.events {
      for function in event.functionMentions.map(\.id) where judged.insert(function).inserted {
        let isNamed = try facts(.function(function)).contains {
          $0.event.functionsNamed.contains(function)
        }
        if !isNamed {
          found.append(
            Violation(
              .unknownFunction, unit: event.participating.first, event: event.id,
              about: [function.text]))
        }
      }
      for mention in event.functionMentions where mention.name != nil || mention.parent != nil {
        let known = try facts(.function(mention.id)).functionDefinitions[mention.id]
        if let known, !known.agrees(with: mention) {
          found.append(
            Violation(
              .functionRedefined, unit: event.participating.first, event: event.id,
              about: [
                mention.id.text, known.name ?? "", known.parent?.text ?? "", mention.name ?? "",
                mention.parent?.text ?? "",
              ]))
        }
      }
    }
    return found
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
