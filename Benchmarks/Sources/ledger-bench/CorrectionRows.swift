import BenchSupport
import OrgLedger

/// One fact that is corrected over and over, each time by a correction of the last one: what that
/// comes to cost, to record and to ask.
struct CorrectionRows {
  let folder: Scratch
  let options: Options

  private static let corrections = 1_000
  private static let slice = 50
  private static let questions = 1_000

  func run(into results: inout Results) throws {
    let base = try Base(in: folder, records: options.records)
    for round in 0..<options.rounds {
      let path = try folder.copy(ofStore: base.path)
      let store = try LMDBStore.open(at: path)
      // Two units of the same kind of history, of which only one is corrected.
      let unit = base.country.living[round * 2]
      let other = base.country.living[round * 2 + 1]
      try correct(unit, beside: other, base.country, store, into: &results)
      store.close()
      try folder.remove(path)
    }
    try folder.remove(base.path)
  }

  private func correct(
    _ unit: UnitID, beside other: UnitID, _ country: Country, _ store: LMDBStore,
    into results: inout Results
  ) throws {
    let ledger = Ledger(store)
    try ledger.append([.act(naming(unit, "sai")), .act(naming(other, "đúng"))])
    let before = try store.head().position
    var target = "sai-\(unit)#1"
    var used: [Usage.Figures] = []
    for number in 1...Self.corrections {
      let act = correcting(target, unit, number)
      used.append(try measure { try ledger.append([.act(act)]) })
      target = act.events[0].id.text
    }
    let n = Figures.whole([Double(before)])
    func sum(_ slice: ArraySlice<Usage.Figures>) -> Double {
      slice.reduce(0) { $0 + $1.processor } / Double(slice.count) * 1e6
    }
    let (first, last) = (sum(used.prefix(Self.slice)), sum(used.suffix(Self.slice)))
    results.add(
      "the last \(Self.slice) of \(Self.corrections) corrections of one fact on \(n) records ÷ the "
        + "first \(Self.slice): processor", last / first)
    results.add("… the first: microseconds of processor each", first, .whole)
    results.add("… the last: microseconds of processor each", last, .whole)
    try ask(unit, beside: other, before, ledger, store, into: &results)
  }

  private func ask(
    _ unit: UnitID, beside other: UnitID, _ before: UInt64, _ ledger: Ledger, _ store: LMDBStore,
    into results: inout Results
  ) throws {
    let day = Country.lastDay
    for (name, known) in [("", Known.now), (", as known before", .upTo(before))] {
      var times: [UnitID: (row: Double, history: Double)] = [:]
      for asked in [unit, other, unit, other] {
        let row = try seconds {
          for _ in 0..<Self.questions { _ = try store.unit(asked, on: day, at: known)?.brief }
        }
        let history = try seconds { _ = try ledger.history(of: .units([asked]), known) }
        times[asked] = (row / Double(Self.questions) * 1e6, history * 1e3)
      }
      guard let own = times[unit], let beside = times[other] else { continue }
      results.add("the corrected unit as of a day\(name) ÷ another unit", own.row / beside.row)
      results.add("… microseconds", own.row, under: name)
      results.add("… its whole scope, milliseconds", own.history, under: name)
      results.add("… that of the other unit", beside.history, under: name)
    }
  }

  private func naming(_ unit: UnitID, _ name: String) -> Act {
    act(ActID("\(name)-\(unit)"), renaming(unit, name))
  }

  private func renaming(_ unit: UnitID, _ name: String) -> Event {
    var event = Event.renamed(unit, to: "Xã \(name) \(unit)")
    event.effectiveOn = ImpreciseDay(Country.lastDay)
    return event
  }

  private func correcting(_ target: String, _ unit: UnitID, _ number: Int) -> Act {
    act(
      ActID("sua-\(number)-\(unit)"),
      .corrected(target, by: .event(renaming(unit, "lần \(number)"))))
  }

  private func act(_ id: ActID, _ event: Event) -> Act {
    var act = Act(id: id, instrument: "nghi-quyet-1", events: [event])
    act.events[0].id = Act.eventID(id, 1)
    return act
  }
}
