import OrgLedger

/// Plans and what became of them, for eyes.
struct PlansView {
  let answer: PlansAnswer
  let texts: Texts
  let unitName: (UnitID) -> String

  func lines(width: Int?) -> [Styled] {
    var rows: [TreeRow] = []
    for plan in answer.plans {
      rows.append(TreeRow(depth: 0, line: title(plan)))
      let text = texts.name(of: plan.instrument)
      rows.append(TreeRow(depth: 1, line: "\("planned by", .dim) \(text)"))
      for act in plan.enactedBy {
        rows.append(TreeRow(depth: 1, line: "\("carried out by", .dim) \(act.text)"))
      }
      rows += plan.events.map { TreeRow(depth: 1, line: line(of: $0, in: plan)) }
    }
    var lines = rows.drawn(width: width)
    if !answer.pilots.isEmpty { lines += [""] + pilots.drawn(width: width) }
    if let unplanned = answer.unplanned, !unplanned.isEmpty {
      let acts = unplanned.map { TreeRow(depth: 1, line: "\($0.text)") }
      let head = TreeRow(depth: 0, line: "\("Carried out without a plan on record", .strong)")
      lines += [""] + ([head] + acts).drawn(width: width)
    }
    return lines + (lines.isEmpty ? [] : [""]) + ["\(footer, .dim)"]
  }

  private func title(_ plan: PlanAnswer) -> Styled {
    var line: Styled = "\(plan.act.text, .strong)"
    if let day = plan.effectiveOn { line += "  \("planned \(day.wordsInSentence)", .dim)" }
    switch plan.outcome {
    case .asPlanned: line += "  \("done as planned (đúng kế hoạch)", .accent)"
    case .otherwise: line += "  \("done otherwise (khác kế hoạch)", .warning)"
    case .notDone:
      line += "  \("not done on record (chưa thực hiện)", .warning)"
      if plan.overdue { line += "  \("overdue (quá hạn)", .failure)" }
    }
    return line
  }

  private func line(of planned: PlannedEvent, in plan: PlanAnswer) -> Styled {
    var line: Styled = "\(planned.type.rawValue, .accent)"
    if let event = texts.fact(planned.event)?.event { line += "  \(units(of: event))" }
    guard plan.outcome != .notDone else { return line }
    guard !planned.enacted.isEmpty else {
      return line + "  \("not done on record", .warning)"
    }
    guard !planned.differences.isEmpty else { return line }
    let differing = planned.differences.map(\.rawValue).joined(separator: ", ")
    return line
      + "  \("differs in \(differing)", .warning)"
      + "  \(planned.enacted.map(\.text).joined(separator: ", "), .dim)"
  }

  /// Who takes part, from left to right as things go.
  private func units(of event: Event) -> String {
    let details = event.details
    let sources = event.ends + event.persists + [details.from].compactMap { $0 }
    let names = event.born.map(\.name.full) + [details.to].compactMap { $0 }.map(unitName)
    var targets = names
    if targets.isEmpty, let parent = details.parent?.parent { targets = [unitName(parent)] }
    if let name = details.name { targets.append("“\(name)”") }
    let left = sources.map(unitName).joined(separator: ", ")
    let right = targets.joined(separator: ", ")
    if left.isEmpty && right.isEmpty { return details.description.map { "“\($0)”" } ?? "" }
    if left.isEmpty || right.isEmpty { return left + right }
    return "\(left) → \(right)"
  }

  private var pilots: [TreeRow] {
    [TreeRow(depth: 0, line: "\("Pilots (thí điểm)", .strong)")]
      + answer.pilots.map { pilot in
        var line: Styled = "\(pilot.act.text)  \("until \(pilot.plannedUntil.dayMonthYear)", .dim)"
        line +=
          pilot.ongoing.isEmpty
          ? "  \("over", .dim)" : "  \(pilot.ongoing.map(unitName).joined(separator: ", "))"
        if pilot.overdue { line += "  \("overdue (quá hạn)", .failure)" }
        return TreeRow(depth: 1, line: line)
      }
  }

  private var footer: String {
    func count(_ outcome: PlanOutcome) -> Int { answer.plans.count { $0.outcome == outcome } }
    return
      "On \(answer.asOf.dayMonthYear): \(counted(answer.plans.count, "plan")), "
      + "\(count(.asPlanned)) done as planned, \(count(.otherwise)) otherwise, "
      + "\(count(.notDone)) not done, \(answer.plans.count(where: \.overdue)) of them overdue"
      + (answer.unplanned.map { "; \(counted($0.count, "act")) without a plan on record." } ?? ".")
  }
}
