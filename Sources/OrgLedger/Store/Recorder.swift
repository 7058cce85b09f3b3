/// What a store offers while it alone may write.
///
/// The layout comes as an argument, since a borrowed transaction cannot be kept in a struct.
protocol LogTransaction: FactReading, ~Copyable {
  func head(_ layout: Layout) throws(Failure) -> Head
  /// Where something stands under an identifier (for coverage: under its content), and its digest.
  func entry(
    _ kind: Record.Kind, _ id: String, _ digest: [UInt8], _ layout: Layout
  ) throws(Failure) -> (position: UInt64, digest: [UInt8])?
  /// Writes the records of one submission with everything that is found through them.
  mutating func write(
    _ records: [StoredRecord], digest: [UInt8], _ layout: Layout
  ) throws(Failure)
}

/// Takes submissions in, one after the other: exactly once, judged, written.
///
/// Every store runs this same code; they differ in where things are kept.
struct Recorder<Transaction: LogTransaction & ~Copyable> {
  let layout: Transaction.Layout
  let clock: @Sendable () -> SystemTime
  /// What the content of a submission hashes to.
  let digest: @Sendable ([UInt8]) -> [UInt8]

  /// Appends the submissions of a request until one is refused.
  ///
  /// - Returns: Nothing where the log does not end where the request expects it.
  func append(
    _ request: AppendRequest, to transaction: inout Transaction
  ) throws(Transaction.Failure) -> AppendResult? {
    var result = AppendResult(head: try transaction.head(layout))
    if case .exactly(let position) = request.expecting, position != result.head.position {
      return nil
    }
    for submission in request.submissions {
      switch try append(submission.normalised, of: request, after: result.head, to: &transaction) {
      case .success(let outcome):
        result.outcomes.append(outcome)
        if case .appended = outcome { result.head = try transaction.head(layout) }
      case .failure(let refusal):
        result.refusal = refusal
        return result
      }
    }
    return result
  }

  private func append(
    _ submission: Submission, of request: AppendRequest, after head: Head,
    to transaction: inout Transaction
  ) throws(Transaction.Failure) -> Result<AppendResult.Outcome, Refusal> {
    let digest = digest(submission.contentBytes)
    if let entry = try transaction.entry(submission.kind, submission.id, digest, layout) {
      if entry.digest == digest || submission.isReference {
        return .success(.skipped(entry.position))
      }
      let recorded = try self.submission(at: entry.position, in: transaction)
      // What was written in an older shape is the same where it says the same today.
      if self.digest(recorded.contentBytes) == digest { return .success(.skipped(entry.position)) }
      return .failure(
        .otherContent(recorded: recorded, offered: submission, position: entry.position))
    }
    let corrections = try corrections(by: submission, in: transaction)
    let verdict = try judge(
      submission, corrections ?? ActCorrections(), request.vocabulary, in: transaction)
    guard case .accepted(let warnings) = verdict else {
      guard case .refused(let violations, let warnings) = verdict else {
        return .success(.skipped(0))
      }
      return .failure(.violations(violations, warnings: warnings))
    }
    let position = head.position + 1
    let records = submission.records(
      from: position, at: SystemTime.ratchet(clock: clock(), last: head.recordedAt),
      by: request.author, corrections?.corrections ?? [:])
    var stored: [StoredRecord] = []
    for record in records {
      do throws(RecordError) { stored.append(try StoredRecord(record)) } catch {
        return .failure(.violations([.unreadable(record, error)], warnings: warnings))
      }
    }
    try transaction.write(stored, digest: digest, layout)
    return .success(.appended(position, warnings: warnings))
  }

  /// What an act does to the record; `nil`: the submission is none.
  private func corrections(
    by submission: Submission, in transaction: borrowing Transaction
  ) throws(Transaction.Failure) -> ActCorrections? {
    guard case .act(let act) = submission else { return nil }
    return try transaction.corrections(by: act, layout)
  }

  private func judge(
    _ submission: Submission, _ corrections: ActCorrections, _ vocabulary: Vocabulary,
    isReplacement: Bool = false, in transaction: borrowing Transaction
  ) throws(Transaction.Failure) -> Verdict {
    switch submission {
    case .act(let act): return try judge(act, corrections, vocabulary, in: transaction)
    case .instrument(let instrument):
      return .of(instrument.id.isStorable ? [] : [.malformed(instrument.id.text)])
    case .claim(let claim):
      var found = claim.id.isStorable ? [] : [Violation.malformed(claim.id.text)]
      found += try unknown(
        [claim.instrument] + claim.citations.compactMap(\.instrument), transaction)
      // What replaces another is judged with its act, which may bring the unit along.
      if !isReplacement, let unit = claim.under { found += try unknown(unit, transaction) }
      return Verdict.of(found + claim.partViolations).warning(
        of: try unknownParts(claim, transaction))
    case .conflict(let conflict):
      var found = conflict.id.isStorable ? [] : [Violation.malformed(conflict.id.text)]
      for id in conflict.between {
        if try transaction.entry(.event, id, [], layout) == nil,
          try transaction.entry(.claim, id, [], layout) == nil
        {
          found.append(Violation(.unknownReference, about: [id]))
        }
      }
      return .of(found + (try unknown([conflict.instrument], transaction)))
    case .coverage(let coverage):
      var found = try unknown(
        [coverage.instrument] + coverage.citations.compactMap(\.instrument), transaction)
      if let unit = coverage.under { found += try unknown(unit, transaction) }
      return .of(found)
    }
  }

  private func judge(
    _ act: Act, _ corrections: ActCorrections, _ vocabulary: Vocabulary,
    in transaction: borrowing Transaction
  ) throws(Transaction.Failure) -> Verdict {
    let stated = [act] + corrections.amendment.replacements
    var instruments: [InstrumentID: Instrument] = [:]
    for id in Set(stated.flatMap(\.instrumentsNamed)) {
      guard let body = try standing(.instrument, id, in: transaction),
        case .instrument(let instrument) = body
      else { continue }
      instruments[id] = instrument
    }
    var acts: [ActID: ActHeader] = [:]
    for id in stated.flatMap(\.enacts) {
      guard let body = try standing(.act, id, in: transaction), case .act(let header) = body
      else { continue }
      acts[id] = header
    }
    var found = try idsUsed(by: act, corrections, in: transaction)
    for body in corrections.corrections.values.flatMap(\.replacement) {
      guard case .claim(let claim) = body else { continue }
      let verdict = try judge(
        .claim(claim), ActCorrections(), vocabulary, isReplacement: true, in: transaction)
      if case .refused(let violations, _) = verdict { found += violations }
    }
    let layout = self.layout
    let verdict = try decide(
      act, instruments: instruments, acts: acts, amendment: corrections.amendment,
      vocabulary: vocabulary
    ) { mention throws(Transaction.Failure) in
      try transaction.facts(mentioning: mention, layout)
    }
    return verdict.adding(found)
  }

  /// What counts under an id.
  private func standing<Of>(
    _ kind: Record.Kind, _ id: Identifier<Of>, in transaction: borrowing Transaction
  ) throws(Transaction.Failure) -> Record.Body? {
    guard id.isStorable, let position = try transaction.named(id.text, kind, layout),
      let standing = try transaction.standing(position, layout)
    else { return nil }
    return try transaction.record(at: standing, layout).body
  }

  /// The ids of events, and of acts that replace others, that something has already.
  private func idsUsed(
    by act: Act, _ corrections: ActCorrections, in transaction: borrowing Transaction
  ) throws(Transaction.Failure) -> [Violation] {
    var found: [Violation] = []
    var own = Set(act.events.map(\.id))
    func judge(_ kind: Record.Kind, _ id: String, _ event: EventID) throws(Transaction.Failure) {
      guard EventID(id).isStorable, try transaction.entry(kind, id, [], layout) != nil else {
        return
      }
      found.append(Violation(.idUsedTwice, event: event, about: [id]))
    }
    for event in act.events { try judge(.event, event.id.text, event.id) }
    for body in corrections.corrections.sorted(by: { $0.key < $1.key }).flatMap(\.value.replacement)
    {
      switch body {
      case .act(let header): try judge(.act, header.id.text, EventID(header.id.text))
      // The replacement of one event has the id of its correction.
      case .event(let record) where record.act > (try transaction.head(layout).position):
        try judge(.event, record.event.id.text, record.event.id)
        guard own.insert(record.event.id).inserted else {
          found.append(
            Violation(
              .idUsedTwice, event: record.event.id, about: [record.event.id.text]))
          continue
        }
      default: break
      }
    }
    return found
  }

  private func unknown(
    _ instruments: [InstrumentID], _ transaction: borrowing Transaction
  ) throws(Transaction.Failure) -> [Violation] {
    var found: [Violation] = []
    for id in Set(instruments).sorted() {
      let known = id.isStorable ? try transaction.entry(.instrument, id.text, [], layout) : nil
      if known == nil { found.append(Violation(.unknownInstrument, about: [id.text])) }
    }
    return found
  }

  /// Parts of a claim that are not recorded: a part may come later, so that this refuses nothing.
  private func unknownParts(
    _ claim: Claim, _ transaction: borrowing Transaction
  ) throws(Transaction.Failure) -> [Violation] {
    var found: [Violation] = []
    for part in claim.parts {
      let known = part.isStorable ? try transaction.entry(.claim, part.text, [], layout) : nil
      if known == nil {
        found.append(Violation(.partNotRecorded, about: [claim.id.text, part.text]))
      }
    }
    return found
  }

  private func unknown(
    _ unit: UnitID, _ transaction: borrowing Transaction
  ) throws(Transaction.Failure) -> [Violation] {
    guard unit.isWellFormed else { return [Violation(.unknownUnit, unit: unit)] }
    let identities = Identities(try transaction.facts(mentioning: .reading, layout))
    // Any birth of a body will do, whichever of its ids was born by it.
    for id in identities.members(of: unit) {
      let mentioning = try transaction.facts(mentioning: .unit(id), layout)
      if mentioning.contains(where: { $0.event.begins(id) }) { return [] }
    }
    return [Violation(.unknownUnit, unit: unit)]
  }

  /// What was submitted at a position, put together again from its records.
  private func submission(
    at position: UInt64, in transaction: borrowing Transaction
  ) throws(Transaction.Failure) -> Submission {
    switch try transaction.record(at: position, layout).body {
    case .instrument(let instrument): return .instrument(instrument)
    case .claim(let claim): return .claim(claim)
    case .conflict(let conflict): return .conflict(conflict)
    case .coverage(let coverage): return .coverage(coverage)
    case .event(let record): return try submission(at: record.act, in: transaction)
    case .act(let header):
      var events: [Event] = []
      for position in try transaction.ownEvents(ofActAt: position, layout) {
        if let record = try transaction.event(at: position, layout) { events.append(record.event) }
      }
      return .act(header.act(with: events))
    }
  }
}

extension Submission {
  /// Whether it is a text's id alone, which refers to one already recorded.
  fileprivate var isReference: Bool {
    if case .instrument(let instrument) = self { instrument.isReference } else { false }
  }
}

extension Verdict {
  fileprivate static func of(_ found: [Violation]) -> Verdict {
    found.isEmpty ? .accepted(warnings: []) : .refused(found, warnings: [])
  }

  fileprivate func warning(of found: [Violation]) -> Verdict {
    switch self {
    case .accepted(let warnings): .accepted(warnings: warnings + found)
    case .refused: self
    }
  }

  fileprivate func adding(_ found: [Violation]) -> Verdict {
    guard !found.isEmpty else { return self }
    switch self {
    case .accepted(let warnings): return .refused(found, warnings: warnings)
    case .refused(let violations, let warnings):
      let new = found.filter { !violations.contains($0) }
      return .refused(violations + new, warnings: warnings)
    }
  }
}

extension Violation {
  fileprivate static func malformed(_ id: String) -> Violation {
    Violation(.identifierMalformed, about: [id])
  }
}

extension Claim {
  /// What is wrong with the parts that it adds up, whatever is recorded.
  fileprivate var partViolations: [Violation] {
    var found: [Violation] = []
    if parts.contains(id) { found.append(Violation(.partOfItself, about: [id.text])) }
    var seen: Set<ClaimID> = []
    let twice = Set(parts.filter { !seen.insert($0).inserted })
    found += twice.sorted().map { Violation(.partTwice, about: [id.text, $0.text]) }
    return found
  }
}
