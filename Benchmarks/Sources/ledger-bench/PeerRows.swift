import BenchSupport
import Foundation
import OrgLedger
import OrgLedgerTesting

/// Work that other stores can do too, done once; `Benchmarks/peers/peers.py` runs it in turn with
/// theirs and compares the answers.
struct PeerRows {
  let folder: Scratch
  let options: Options

  private static let lone = 200
  private static let eventsOfACommit = 1_000
  private static let asked = 200
  private static let lastDay: Int32 = 20_000

  /// One event, and what is then said of its unit.
  private struct Step {
    enum Change: String {
      case registered, renamed, reparented
    }

    let change: Change
    let day: Day
    let unit: UnitID
    let name: String
    let parent: UnitID?
  }

  func run(into results: inout Results) throws {
    let steps = steps()
    guard let work = options.work else { fatalError("peers needs --work, as peers.py gives it") }
    let lines = steps.map {
      "\($0.change.rawValue)\t\($0.day.rawValue)\t\($0.unit)\t\($0.name)\t\($0.parent?.text ?? "")\n"
    }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: work))
    let ledger = try Ledger.create(at: folder.newPath())
    defer { ledger.close() }
    let text = Instrument(
      id: Self.text, number: "1", kind: "nghị quyết", issuer: "Quốc hội", title: "Nghị quyết",
      issuedOn: ImpreciseDay(Day(rawValue: 0)))
    try ledger.append([.instrument(text)])
    let acts = steps.enumerated().map { Submission.act(act($0, $1)) }
    let (lone, rest) = (acts.prefix(Self.lone), acts.dropFirst(Self.lone))
    try tell("append one", lone.count) { for act in lone { try ledger.append([act]) } }
    try tell("append batch", rest.count) {
      for start in stride(from: rest.startIndex, to: rest.endIndex, by: Self.eventsOfACommit) {
        try ledger.append(Array(rest[start..<min(start + Self.eventsOfACommit, rest.endIndex)]))
      }
    }
    try ask(ledger, steps)
  }

  private func ask(_ ledger: Ledger, _ steps: [Step]) throws {
    let (day, last) = (Day(rawValue: Self.lastDay * 3 / 4), Day(rawValue: Self.lastDay))
    // Half of the events: two records each, after the text.
    let early = Known.upTo(1 + UInt64(steps.count / 2) * 2)
    let units = (0..<Self.asked).map { steps[$0 * 7 % (steps.count / 2)].unit }
    var answers: [(String, String)] = []
    try tell("replay all", steps.count) {
      answers.append(("replay all", "\(try ledger.history().chart(asOf: last).units.count)"))
    }
    try tell("replay one unit", units.count) {
      let count = try units.reduce(0) { $0 + (try events(of: $1, ledger)) }
      answers.append(("replay one unit", "\(count)"))
    }
    for (name, known) in [("", Known.now), (", known early", early)] {
      try tell("unit" + name, units.count) {
        answers.append(("unit" + name, try names(of: units, on: day, known, ledger)))
      }
      try tell("chart" + name, 1) {
        let count = try ledger.chart(asOf: day, known: known).units.count
        answers.append(("chart" + name, "\(count)"))
      }
    }
    for (name, answer) in answers { print("answer\t\(name)\t\(answer)") }
  }

  /// Prints how long one of so many took.
  private func tell(_ name: String, _ count: Int, _ body: () throws -> Void) rethrows {
    print("seconds\t\(name)\t\(try seconds(body) / Double(count))")
  }

  /// How many events tell of a unit itself.
  private func events(of unit: UnitID, _ ledger: Ledger) throws -> Int {
    try ledger.history(of: .units([unit])).facts.count { fact in
      fact.event.born.contains { $0.id == unit } || fact.event.persists.contains(unit)
    }
  }

  private func names(
    of units: [UnitID], on day: Day, _ known: Known, _ ledger: Ledger
  ) throws -> String {
    guard let model = ledger.store as? LMDBStore else { return "" }
    return try units.map { try model.unit($0, on: day, at: known)?.brief?.name ?? "" }
      .joined(separator: "|")
  }

  // MARK: The work

  private static let text: InstrumentID = "text"
  private static let parents = 10

  /// Units under ten others, born, renamed and moved in the order of days.
  private func steps() -> [Step] {
    var random = SplitMix64(seed: 5)
    var (steps, units): ([Step], [(name: String, parent: UnitID?)]) = ([], [])
    while steps.count < options.records {
      let day = Day(
        rawValue: Int32(Int(Self.lastDay) * steps.count / options.records))
      let parent = UnitID("unit-\(random.next() % UInt64(Self.parents))")
      guard units.count >= Self.parents * 2, !random.chance(20) else {
        units.append(("Đơn vị \(units.count)", units.count < Self.parents ? nil : parent))
        steps.append(step(.registered, day, units.count - 1, units))
        continue
      }
      let index = Self.parents + Int(random.next() % UInt64(units.count - Self.parents))
      if random.chance(25), units[index].parent != parent {
        units[index].parent = parent
        steps.append(step(.reparented, day, index, units))
      } else {
        units[index].name = "Đơn vị \(index), lần \(steps.count)"
        steps.append(step(.renamed, day, index, units))
      }
    }
    return steps
  }

  private func step(
    _ change: Step.Change, _ day: Day, _ index: Int, _ units: [(name: String, parent: UnitID?)]
  ) -> Step {
    Step(
      change: change, day: day, unit: UnitID("unit-\(index)"), name: units[index].name,
      parent: units[index].parent)
  }

  private func act(_ number: Int, _ step: Step) -> Act {
    let placement = step.parent.map(Placement.under) ?? .top
    let event: Event =
      switch step.change {
      case .registered:
        .registered(
          Birth(id: step.unit, name: Name(step.name), kind: "đơn vị", parent: placement))
      case .renamed: .renamed(step.unit, to: step.name)
      case .reparented: .reparented([step.unit], under: placement)
      }
    let id = ActID("act-\(number)")
    var act = Act(
      id: id, effectiveOn: ImpreciseDay(step.day), instrument: Self.text, events: [event])
    act.events[0].id = Act.eventID(id, 1)
    act.events[0].effectiveOn = ImpreciseDay(step.day)
    act.events[0].term = event.type.rawValue
    act.events[0].citations = [Citation(lines: "1-3", article: "Điều 1")]
    return act
  }
}
