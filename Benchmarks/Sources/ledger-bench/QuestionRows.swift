import BenchSupport
import OrgLedger
import OrgLedgerTesting

/// The questions that are no structure of a day: from the facts on which the answer rests where that
/// is how they are asked, else from all facts.
struct QuestionRows {
  let folder: Scratch
  let options: Options

  private static let units = 10

  func run(into results: inout Results) throws {
    let base =
      try options.store.map { try Base(at: $0, records: options.records) }
      ?? Base(in: folder, records: options.records)
    // A store that is kept is not written to.
    let isOwn = options.store == nil
    let ledger = try Ledger.open(at: base.path, readOnly: !isOwn)
    defer { ledger.close() }
    let plan = try isOwn ? recordPlan(in: ledger) : nil
    results.add("records", Double(try ledger.head().position), .whole)
    var random = SplitMix64(seed: 3)
    for round in 0..<options.rounds {
      let units = (0..<Self.units).map { _ in
        Country.commune(1 + Int(random.next() % UInt64(base.country.communesEver)))
      }
      try inScope(units, ledger, into: &results)
      try betweenDays(round, ledger, into: &results)
      // There is one or none, so that this is what it costs to look for them.
      let looked = try seconds {
        _ = try ledger.history(of: .plans).plans(asOf: Country.lastDay, unplanned: false)
      }
      results.add("plans, milliseconds", looked * 1e3)
      if let plan { try supposing(plan, ledger, into: &results) }
      try overAll(round, ledger, into: &results)
    }
  }

  /// Plans that one commune takes in another one of its district.
  private func recordPlan(in ledger: Ledger) throws -> (act: ActID, district: UnitID) {
    let rows = try ledger.chart(asOf: Country.lastDay).units
    for (one, other) in zip(rows, rows.dropFirst()) {
      guard one.depth == 2, one.parent == other.parent, let district = one.parent else { continue }
      let plan = act("plan", on: nil, status: .proposed, [.absorbed([one.id], into: other.id)])
      try ledger.append([.instrument(Instrument(id: Given.instrument)), .act(plan)])
      return (plan.id, district)
    }
    fatalError("no district has two communes")
  }

  /// The structure as if the plan were enacted, and as it is.
  private func supposing(
    _ plan: (act: ActID, district: UnitID), _ ledger: Ledger, into results: inout Results
  ) throws {
    let (day, scenario) = (Country.lastDay, [ScenarioAct(plan.act, on: Country.lastDay)])
    for (name, root) in [("chart of a district", plan.district), ("whole chart", nil as UnitID?)] {
      let standing = try seconds { _ = try ledger.chart(asOf: day, root: root) }
      results.add("\(name), milliseconds", standing * 1e3)
      let supposed = try seconds {
        _ = try ledger.chart(asOf: day, supposing: scenario, root: root).get()
      }
      results.add("… by scenario", supposed * 1e3, under: name)
    }
    let folded = try seconds { _ = try ledger.history().scenario(scenario).chart(asOf: day) }
    results.add("whole chart by scenario, of all facts, milliseconds", folded * 1e3)
  }

  /// Lineage, history and state of units, each from its own scope.
  private func inScope(
    _ units: [UnitID], _ ledger: Ledger, into results: inout Results
  ) throws {
    let day = Country.lastDay
    let questions: [(name: String, body: (UnitID) throws -> Void)] = [
      (
        "lineage of one unit",
        { _ = try ledger.history(of: .lineage($0)).lineage(of: $0, asOf: day) }
      ),
      ("history of one unit", { _ = try ledger.history(of: .units([$0])).history(of: $0) }),
      ("one unit shown", { _ = try ledger.history(of: .units([$0])).show($0, asOf: day) }),
    ]
    for (name, body) in questions {
      let time = try seconds { for unit in units { try body(unit) } }
      results.add("\(name), milliseconds", time / Double(units.count) * 1e3)
    }
  }

  /// What differs between two days, from what happened between them.
  private func betweenDays(_ round: Int, _ ledger: Ledger, into results: inout Results) throws {
    let year = 1970 + round
    let from = Day(year: year, month: 7, day: 1)!
    for (name, to) in [
      ("a month later", Day(year: year, month: 8, day: 1)!),
      ("a year later", Day(year: year + 1, month: 7, day: 1)!),
    ] {
      var found: Diff?
      let time = try seconds {
        found = try ledger.history(of: .between(from, to)).diff(from: from, to: to)
      }
      results.add("diff of a day and that \(name), milliseconds", time * 1e3)
      results.add("… units that differ", Double(found.map(differing) ?? 0), .whole, under: name)
      var rows = 0
      let walked = try seconds {
        rows = try ledger.crosswalk(from: from, to: to).get().rows.count
      }
      results.add("crosswalk of a day and that \(name), milliseconds", walked * 1e3)
      results.add("… its rows", Double(rows), .whole, under: name)
    }
  }

  private func differing(_ diff: Diff) -> Int {
    diff.born.count + diff.ended.count + diff.renamed.count + diff.reclassified.count
      + diff.reparented.count
  }

  /// What is asked of all facts.
  private func overAll(_ round: Int, _ ledger: Ledger, into results: inout Results) throws {
    let (from, to) = (Day(year: 1970 + round, month: 7, day: 1)!, Country.lastDay)
    var history = History([Record]())
    func time(_ name: String, _ body: () throws -> Void) rethrows {
      results.add("\(name), milliseconds", try seconds(body) * 1e3)
    }
    try time("all facts read, for each of the following") { history = try ledger.history() }
    try time("diff of a day and the last day") { _ = try history.diff(from: from, to: to) }
    try time("crosswalk of a day and the last day") {
      _ = try history.crosswalk(from: from, to: to)
    }
    time("search for a name of three words") {
      _ = history.search("xã tân lập sơn", asOf: to, limit: 20)
    }
    time("search for an abbreviation") { _ = history.search("tls", asOf: to, limit: 20) }
  }
}
