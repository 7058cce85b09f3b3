import OrgLedger

/// Claims with what the ledger gives for them, for eyes.
struct ClaimsView {
  let answer: ClaimsAnswer
  /// All claims, also those that are not shown: conflicts name them.
  let claims: [ClaimID: Claim]
  let texts: Texts
  let words: ClaimWords

  // MARK: As a table

  func table(width: Int?) -> [Styled] {
    var table = Table(columns: [
      .init(title: "CLAIM (số liệu)"), .init(title: "AS OF"),
      .init(title: "OF WHAT", shrinks: true), .init(title: "STATED", atRight: true),
      .init(title: "FOUND", atRight: true), .init(title: "DIFFERENCE", atRight: true),
      .init(title: "LEDGER (sổ)"), .init(title: "ARITHMETIC (số học)"),
    ])
    for answer in answer.claims {
      let claim = answer.claim
      table.rows.append([
        "\(claim.id.text, .strong)", "\(claim.asOf.map(short) ?? "not stated")",
        "\(words.measure(claim.measure))", "\(words.value(claim))", "\(found(answer))",
        "\(answer.difference?.description ?? "")", "\(answer.result.words, answer.result.look)",
        "\(answer.arithmetic.words, answer.arithmetic.look)",
      ])
    }
    return (table.rows.isEmpty ? [] : table.drawn(width: width) + [""]) + [footer]
  }

  /// A day in little room: an interval by its ends.
  private func short(_ day: ImpreciseDay) -> String {
    guard day.exact == nil, day.description.contains("/") else { return day.words }
    return day.ends.map(\.dayMonthYear).joined(separator: "–")
  }

  private func found(_ answer: ClaimAnswer) -> String {
    guard let found = answer.found, let possible = answer.possible else { return "" }
    return found == possible ? "\(found)" : "\(found)…\(possible)"
  }

  /// How many claims got which verdict.
  private var footer: Styled {
    let claims = answer.claims
    func words(_ number: Int, _ one: String, _ several: String) -> String {
      "\(number) \(number == 1 ? one : several)"
    }
    func against(_ result: ClaimResult) -> Int { claims.count { $0.result == result } }
    func own(_ result: ArithmeticResult) -> Int { claims.count { $0.arithmetic == result } }
    let parts = [
      words(against(.holds), "holds", "hold"), words(against(.differs), "differs", "differ"),
      "\(against(.cannotTell)) cannot be told; arithmetic: "
        + words(own(.holds), "holds", "hold"), "\(own(.rounded)) rounded",
      words(own(.differs), "differs", "differ"),
    ]
    let conflicts = counted(answer.conflicts.count, "conflict")
    return
      "\("\(counted(claims.count, "claim")): \(parts.joined(separator: ", ")). \(conflicts).", .dim)"
  }

  // MARK: One by one

  func lines(width: Int?) -> [Styled] {
    let rows = answer.claims.map { TreeRow(depth: 0, line: head($0), notes: notes($0)) }
    var lines = rows.drawn(width: width)
    if !answer.conflicts.isEmpty { lines += [""] + conflictLines(width: width) }
    return answer.claims.count == 1 ? lines : lines + ["", footer]
  }

  private func head(_ answer: ClaimAnswer) -> Styled {
    let claim = answer.claim
    var line: Styled = "\(words.measure(claim.measure), .strong)"
    if claim.value != nil { line += "  \(words.value(claim), .strong)" }
    let day = claim.asOf.map(\.wordsInSentence) ?? "on a day not stated"
    return line + "  \(day)  \(claim.id.text, .dim)"
  }

  private func notes(_ answer: ClaimAnswer) -> [Styled] {
    let claim = answer.claim
    var notes: [Styled] = [
      "\("ledger (sổ):", .dim) \(answer.result.words, answer.result.look)"
        + "  \(words.against(answer))"
    ]
    if let difference = answer.difference, difference.digits != 0 {
      notes.append("\("difference (chênh lệch):", .dim) \(difference.description)")
    }
    if case .counted = answer.explanation.ledger, !answer.units.isEmpty, answer.units.count <= 30 {
      let names = answer.units.map(words.unitName).joined(separator: ", ")
      notes.append("\("named (nêu tên):", .dim) \(names)")
    }
    let reasons = words.arithmetic(answer)
    if !reasons.isEmpty {
      notes.append(
        "\("arithmetic (số học):", .dim) \(answer.arithmetic.words, answer.arithmetic.look)"
          + "  \(reasons.joined(separator: "; "))")
    }
    if let includes = claim.includes { notes.append("\("includes (gồm):", .dim) \(includes)") }
    if let excludes = claim.excludes {
      notes.append("\("excludes (không gồm):", .dim) \(excludes)")
    }
    notes += claim.citations.flatMap { texts.lines(of: $0, in: claim.instrument) }
    if claim.citations.isEmpty { notes.append("\("— \(texts.name(of: claim.instrument))", .dim)") }
    if let note = claim.note { notes.append("\("note: \(note)", .dim)") }
    if !answer.conflicts.isEmpty {
      let ids = answer.conflicts.map(\.text).joined(separator: ", ")
      notes.append("\("conflicts (mâu thuẫn):", .warning) \(ids)")
    }
    return notes
  }

  // MARK: Conflicts

  /// Statements that cannot all be true, each with what it says.
  func conflictLines(width: Int?) -> [Styled] {
    var rows = [
      TreeRow(
        depth: 0, line: "\("Conflicts (mâu thuẫn)", .strong) \(answer.conflicts.count, .dim)")
    ]
    for conflict in answer.conflicts {
      rows.append(
        TreeRow(
          depth: 1, line: "\(conflict.id.text, .warning)",
          notes: conflict.note.map { ["\($0)"] } ?? []))
      rows += conflict.between.map { id in
        guard let claim = claims[ClaimID(id)] else {
          return TreeRow(depth: 2, line: "\(event(id))")
        }
        let value = claim.value == nil ? "" : "  \(words.value(claim))"
        let day = claim.asOf.map { "  \($0.wordsInSentence)" } ?? ""
        return TreeRow(
          depth: 2, line: "\(words.measure(claim.measure))\(value, .strong)\(day)  \(id, .dim)",
          notes: claim.citations.first.map { texts.lines(of: $0, in: claim.instrument) }
            ?? ["\("— \(texts.name(of: claim.instrument))", .dim)"])
      }
    }
    return rows.drawn(width: width)
  }

  private func event(_ id: String) -> Styled {
    guard let fact = texts.fact(EventID(id)) else { return "\(id, .dim)" }
    return "\(fact.event.type.rawValue, .accent) \(fact.effectiveOn.wordsInSentence)  \(id, .dim)"
  }
}

/// The documented answer: `explanation` in words, since programs show it to people.
struct ClaimsJSON: Encodable {
  let claims: [Row]
  let conflicts: [ConflictRow]

  struct Row: Encodable {
    let id: ClaimID
    let instrument: InstrumentID
    @OrNull var asOf: ImpreciseDay?
    @OrNull var value: Decimal?
    @OrNull var found: Decimal?
    @OrNull var difference: Decimal?
    let result: ClaimResult
    let arithmetic: ArithmeticResult
    let explanation: String
    let citations: [Citation]
    let comparator: String
    @OrNull var possible: Decimal?
    let conflicts: [ConflictID]
  }

  struct ConflictRow: Encodable {
    let id: ConflictID
    let instrument: InstrumentID
    let between: [String]
    @OrNull var note: String?
  }

  init(_ answer: ClaimsAnswer) {
    claims = answer.claims.map { answer in
      let claim = answer.claim
      return Row(
        id: claim.id, instrument: claim.instrument, asOf: claim.asOf, value: claim.value,
        found: answer.found, difference: answer.difference, result: answer.result,
        arithmetic: answer.arithmetic, explanation: ClaimWords.forPrograms.explanation(answer),
        citations: claim.citations.map { citation in
          var citation = citation
          citation.instrument = citation.instrument ?? claim.instrument
          return citation
        },
        comparator: claim.comparator.rawValue, possible: answer.possible,
        conflicts: answer.conflicts)
    }
    conflicts = answer.conflicts.map {
      ConflictRow(id: $0.id, instrument: $0.instrument, between: $0.between, note: $0.note)
    }
  }
}
