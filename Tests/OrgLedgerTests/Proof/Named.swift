import OrgLedgerTesting

@testable import OrgLedger

/// What records name, and so can be asked about.
struct Named {
  private var days: [Day]
  private var units: [UnitID] = []
  private var functions: [FunctionID] = []
  private var texts: [String] = []
  /// By which functions may be named.
  private var functionTexts: [String] = []
  private var plans: [ActID] = []

  init(_ records: [Record]) {
    var days: Set<Day> = []
    var units: Set<UnitID> = ["nobody"]
    var functions: Set<FunctionID> = ["nothing"]
    var texts: Set<String> = ["nobody"]
    var functionTexts: Set<String> = []
    for case .event(let record) in records.map(\.body) {
      functionTexts.formUnion(record.event.functionMentions.compactMap(\.name))
      for end in record.event.effectiveOn?.ends ?? [] {
        days.formUnion([end.previous, end, end.next])
      }
      texts.formUnion(record.event.born.map(\.name.full))
      if let name = record.event.details.name { texts.insert(name) }
      for mention in record.event.mentions {
        switch mention {
        case .unit(let unit), .parent(let unit): units.insert(unit)
        case .function(let function), .functionNamed(let function): functions.insert(function)
        case .name: break
        case .code(let code): texts.insert("\(code.scheme):\(code.value)")
        case .reading: break
        }
      }
    }
    for case .act(let act) in records.map(\.body) where act.status == .proposed {
      plans.append(act.id)
    }
    self.days = days.union([.distantPast, .distantFuture]).sorted()
    self.units = units.sorted()
    self.functions = functions.sorted()
    self.functionTexts = functionTexts.union(functions.map { $0.text.uppercased() }).sorted()
    self.texts = texts.union(units.map(\.text)).sorted()
  }

  /// The structure on every day, and some questions of each other kind.
  func questions(
    samples: Int, charts: Int, _ random: inout SplitMix64
  ) -> [Question] {
    var questions: [Question] = []
    let asked = charts < days.count ? Array(days.shuffled(using: &random).prefix(charts)) : days
    for day in asked {
      questions += [.chart(day, root: nil, depth: nil), .lives(units, day)]
      let unit = random.pick(units)
      questions.append(
        random.chance(60)
          ? .chart(day, root: unit, depth: random.pick([0, 1, 2, nil]) ?? nil)
          : .under(random.chance(80) ? unit : nil, day))
    }
    for _ in 0..<samples { questions += ofScopes(&random) }
    questions += ofAllFacts(&random)
    // The same of what only some texts state.
    guard let until = random.pick(days) else { return questions }
    let structures = (0..<(2 + samples / 2)).compactMap { _ -> Question? in
      guard let root = random.pick(units), let day = random.pick(days) else { return nil }
      return .chart(day, root: root, depth: random.pick([0, 1, 2, nil]) ?? nil)
    }
    let others = ofScopes(&random) + ofAllFacts(&random) + structures
    return questions
      + others.shuffled(using: &random).prefix(3 + 2 * samples).map {
        .stated(until: until, $0)
      }
  }

  /// Questions about something of which only the facts are read on which the answer rests.
  private func ofScopes(_ random: inout SplitMix64) -> [Question] {
    guard let unit = random.pick(units), let function = random.pick(functions),
      let text = random.pick(texts), let one = random.pick(days), let day = random.pick(days)
    else { return [] }
    return [
      .show(unit, day), .history(unit), .lineage(unit, day), .functions(unit, day),
      .who(function, day), .unit(text, day), .function(random.pick(functionTexts) ?? ""),
      .diff(min(one, day), max(one, day)), crosswalk(&random),
      .planned(day, random.chance(50) ? unit : nil),
    ] + supposing(&random)
  }

  /// Of any two days, or of two that are near each other, between which little is touched.
  private func crosswalk(_ random: inout SplitMix64) -> Question {
    let one = Int(random.number(0...Int32(days.count - 1)))
    let other =
      random.chance(50)
      ? Int(random.number(0...Int32(days.count - 1))) : min(one + 3, days.count - 1)
    return .crosswalk(
      days[min(one, other)], days[max(one, other)],
      kinds: random.chance(25) ? [random.pick(["office", "district"]) ?? "office"] : [],
      random.chance(25) ? random.pick(Share.Basis.allCases) : nil)
  }

  /// Questions that are answered from all facts, whoever is asked.
  private func ofAllFacts(_ random: inout SplitMix64) -> [Question] {
    guard let other = random.pick(days), let text = random.pick(texts) else { return [] }
    return [.plans(other), .claims, .texts, .search(text, other)]
  }

  /// What would be if one or two plans, or something that is none, were carried out.
  private func supposing(_ random: inout SplitMix64) -> [Question] {
    let chosen = (0..<(random.chance(40) ? 2 : 1)).compactMap { _ -> ScenarioAct? in
      guard let act = random.chance(95) ? random.pick(plans) : "act-1" else { return nil }
      return ScenarioAct(act, on: random.chance(80) ? random.pick(days) : nil)
    }
    guard !chosen.isEmpty, let text = random.pick(texts) else { return [] }
    return (0..<2).map { number in
      .scenario(
        chosen, random.pick(days) ?? .distantPast, number == 0 ? nil : random.pick(units),
        depth: random.pick([1, nil, nil]) ?? nil)
    } + [.supposedUnit(text, chosen, random.pick(days) ?? .distantPast)]
  }
}
