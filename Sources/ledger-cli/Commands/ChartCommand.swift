import ArgumentParser
import OrgLedger

struct ChartCommand: Answering {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "The structure on a day (sơ đồ tổ chức).",
    discussion: """
      The units that live on the day, each below its parent. A unit is “possible” where the \
      sources do not date it exactly; a class (“các huyện”) is shown but never counted.

      Formats: tree (default), table, json, csv (a heading line, LF, UTF-8, ISO days). The last \
      line of tree and table counts the units by kind; json and csv are without it.
      """)

  enum Format: String, CaseIterable { case tree, table, json, csv }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: ArgumentHelp("Begin with this unit.", valueName: "unit"), completion: .units)
  var root: String?

  @Option(help: ArgumentHelp("How many levels below the root; 0: the root alone.", valueName: "n"))
  var depth: Int?

  @Option(
    help: ArgumentHelp("Only units of this kind (loại); may be repeated.", valueName: "kind"),
    completion: .kinds)
  var kind: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      As if this proposed act were enacted (kịch bản), on DAY or its last planned day; may be \
      repeated.
      """, valueName: "act[@day]"))
  var scenario: [String] = []

  @Option(help: "tree, table, json or csv.", completion: .list(Format.allCases.map(\.rawValue)))
  var format: String?

  func answer(in session: Session) throws(Failure) {
    let format = try session.format(format, default: Format.tree, later: pictures)
    let asked = try time.day(session)
    if let depth, depth < 0 {
      throw Failure(.usage, "badDepth", "--depth takes 0 or more, not \(depth).")
    }
    let supposed = try scenario.map { text throws(Failure) in
      try ScenarioAct(text, in: session)
    }
    let asking = try session.asking(knowledge)
    let day = asking.day(asked)
    let unit: UnitID?
    let chart: ChartAnswer
    if !supposed.isEmpty, asking.textsUntil != nil {
      // Once for all, since all facts are needed.
      var history = try asking.history(of: .everything)
      do { history = try history.scenario(supposed) } catch { throw Failure(error) }
      unit = try root.map { root throws(Failure) in
        try session.unit(root, in: history, on: day)
      }
      chart = history.chart(asOf: day, root: unit, depth: depth, kinds: kind)
    } else {
      if !supposed.isEmpty {
        // What cannot be supposed is said before a unit is looked for that only it founds.
        let own = try asking.history(of: .acts(Set(supposed.map(\.act)), with: []))
        do { _ = try own.supposed(supposed) } catch { throw Failure(error) }
      }
      unit = try root.map { root throws(Failure) in
        try asking.unit(named: root, on: day, supposing: supposed)
      }
      chart = try asking.chart(
        on: day, supposing: supposed, root: unit, depth: depth, kinds: kind)
    }
    let view = ChartView(chart: chart)
    switch format {
    case .tree: try session.console.answer(view.tree(width: session.console.width))
    case .table: try session.console.answer(view.table(width: session.console.width))
    case .csv: try session.console.answer(data: view.csv)
    case .json: try session.answer(json: chart)
    }
    try sayWhatIsIncomplete(asking, on: day, in: session)
    if let unit, chart.units.isEmpty, kind.isEmpty {
      session.console.message([
        "\("note:", .warning) \(unit.text) does not live on \(day.dayMonthYear); "
          + "`ledger show` tells when it did."
      ])
    }
  }
}

extension ChartCommand {
  /// A list that is complete on other days must not look complete on this one.
  private func sayWhatIsIncomplete(
    _ asking: Asking, on day: Day, in session: Session
  ) throws(Failure) {
    guard !kind.isEmpty else { return }
    let coverage = try asking.coverage()
    for asked in Set(kind).sorted() {
      let stated = coverage.filter { coverage in
        coverage.kinds.contains { FoldedText($0) == FoldedText(asked) }
      }
      guard !stated.isEmpty, !stated.contains(where: { $0.period.contains(day) }) else { continue }
      let days = stated.map { coverage in
        "from \(coverage.from.dayMonthYear)"
          + (coverage.period.lastDay.map { " to \($0.dayMonthYear)" } ?? " on")
      }
      session.console.message([
        "\("note:", .warning) On \(day.dayMonthYear) there may be more \(asked) than are named; the "
          + "list is complete \(days.joined(separator: ", "))."
      ])
    }
  }
}

extension Coverage {
  fileprivate var period: Period { Period(from: from, to: to) }
}

extension ScenarioAct {
  /// Reads `ACT` or `ACT@DAY`; an act's id may hold an @ itself, so the last one counts.
  fileprivate init(_ text: String, in session: Session) throws(Failure) {
    guard let split = text.lastIndex(of: "@") else {
      self.init(ActID(text))
      return
    }
    let day = try session.day(
      String(text[text.index(after: split)...]), of: "--scenario \(text[..<split])@")
    self.init(ActID(String(text[..<split])), on: day)
  }
}

extension Failure {
  /// Why a scenario cannot be shown.
  init(_ error: ScenarioError) {
    switch error {
    case .unknownAct(let act):
      self.init(
        .notFound, "noSuchAct", "There is no act \(visible(act.text)).",
        hint: "`ledger plans` lists the proposed ones.")
    case .enacted(let act):
      self.init(
        .usage, "actEnacted", "\(visible(act.text)) was enacted: it is in every chart already.",
        hint: "`ledger plans` lists the proposed ones.")
    case .noDay(let act):
      self.init(
        .usage, "noDay", "The plan \(visible(act.text)) states no last day.",
        hint: "Name one: --scenario \(visible(act.text))@01/01/2026.")
    }
  }
}
