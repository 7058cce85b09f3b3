/// What an act rests on must be recorded.
enum ReferenceRules {
  static func check<Source: Timeline>(
    _ act: Act, _ facts: [Fact], on timeline: Source
  ) throws(Source.Failure) -> (violations: [Violation], instruments: [InstrumentID: Instrument]) {
    var found: [Violation] = []
    var instruments: [InstrumentID: Instrument] = [:]
    let cited = act.events.flatMap { event in
      (event.citations + event.alternatives.flatMap(\.citations)).compactMap(\.instrument)
    }
    for id in Set([act.instrument] + act.orderedBy + cited).sorted() {
      if let instrument = try timeline.instrument(id) {
        instruments[id] = instrument
      } else {
        found.append(Violation(.unknownInstrument, about: [id.text]))
      }
    }
    for id in act.enacts {
      if try timeline.act(id)?.status != .proposed {
        found.append(Violation(.unknownAct, about: [id.text]))
      }
    }
    let born = Set(act.events.flatMap { $0.born.map(\.id) })
    var judged = born
    for event in act.events {
      for unit in event.unitsMentioned where judged.insert(unit).inserted {
        let births = try timeline.facts(mentioning: .unit(unit)).filter {
          $0.event.born.contains { $0.id == unit }
        }
        if births.isEmpty {
          found.append(Violation(.unknownUnit, unit: unit, event: event.id))
        } else if act.status == .enacted, births.allSatisfy({ $0.act.status == .proposed }) {
          found.append(
            Violation(
              .restsOnProposal, unit: unit, event: event.id, about: births.map(\.act.id.text)))
        }
      }
    }
    return (found, instruments)
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
