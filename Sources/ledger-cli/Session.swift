import OrgLedger

/// What a command works with: the options that all commands take, and where to print.
struct Session {
  let options: GlobalOptions
  let console: Console

  /// Opens the ledger; never makes one.
  ///
  /// - Parameter rebuilding: Whether its read model is made again from the records.
  func ledger(readOnly: Bool = true, rebuilding: Bool = false) throws(Failure) -> Ledger {
    POSIX.endQuietlyOnDamage()
    let progress = RecordProgress(console, "in the read model")
    defer { progress.end() }
    return try stored { () throws(StoreError) in
      try Ledger.open(at: options.storePath, readOnly: readOnly, rebuilding: rebuilding) {
        progress.show($0)
      }
    }
  }

  /// Everything that counts for who knows no more than is said, ready to be asked.
  func history(_ knowledge: KnowledgeOptions = KnowledgeOptions()) throws(Failure) -> History {
    try asking(knowledge).history(of: .everything)
  }

  /// The ledger as far as it counts for who knows no more than is said.
  func asking(_ knowledge: KnowledgeOptions) throws(Failure) -> Asking {
    // Days are read first, so that a slip costs nothing.
    let textsUntil = try knowledge.textsUntil.map { text throws(Failure) in
      try day(text, of: "--texts-until")
    }
    let ledger = try ledger()
    var known = Known.now
    if let text = knowledge.knownAt {
      do {
        known = try Known(text, offsetMinutes: ledger.identity.offsetMinutes)
      } catch { throw .moment(error, of: "--known-at") }
    }
    // What is recorded between two steps of one answer is no part of it.
    let head = try stored { () throws(StoreError) in try ledger.store.head(at: known) }
    if case .upTo(let position) = known {
      let end = try stored { () throws(StoreError) in try ledger.store.head() }.position
      sayWhatIsMeant(by: position, counting: head.position, end: end)
    }
    return Asking(
      session: self, ledger: ledger, known: .upTo(head.position), textsUntil: textsUntil)
  }

  /// Digits alone are a position, where a year may have been meant, or one that is not there, or
  /// one in the middle of what was recorded at once, of which nothing counts then.
  private func sayWhatIsMeant(by position: UInt64, counting last: UInt64, end: UInt64) {
    let isLikeAYear = (1900...2100).contains(position)
    guard position != last || isLikeAYear else { return }
    let words =
      position > end
      ? "is beyond the end (\(end))"
      : position > last
        ? "is in the middle of what was recorded at once; what counts ends at \(last)"
        : "is what counts"
    let year = isLikeAYear ? "; for the year write 31/12/\(position)" : ""
    console.message(["\("notice:", .accent) Position \(String(position)) \(words)\(year)."])
  }

  /// The unit that a text means on a day; that an id is read as another one is said.
  func unit(_ text: String, in history: History, on day: Day) throws(Failure) -> UnitID {
    history.sayAsWhatIsRead(UnitID(text), in: self)
    return try history.unit(named: text, on: day)
  }

  /// Does something with the store, and gives what goes wrong its words.
  func stored<Result>(_ body: () throws(StoreError) -> Result) throws(Failure) -> Result {
    do { return try body() } catch { throw Failure(error, store: options.storePath) }
  }

  /// Reads a day that somebody typed.
  func day(_ text: String, of option: String) throws(Failure) -> Day {
    do { return try Day(text) } catch { throw .day(error, of: option) }
  }

  /// The chosen one of the formats that a command has.
  func format<Format: RawRepresentable<String> & CaseIterable>(
    _ text: String?, default usual: Format, later: [String] = []
  ) throws(Failure) -> Format {
    guard let text else { return usual }
    guard let format = Format(rawValue: text) else {
      throw .value(
        text, of: "--format", allowed: Format.allCases.map(\.rawValue), later: later)
    }
    return format
  }

  /// Prints an answer as JSON.
  func answer(json answer: some Encodable) throws(Failure) {
    try console.answer(data: try JSON(answer).pretty + "\n")
  }
}

extension History {
  /// Says where an id is read as another one.
  fileprivate func sayAsWhatIsRead(_ id: UnitID, in session: Session) {
    guard let event = identities.event(for: id) else { return }
    session.console.message([
      "\("notice:", .accent) \(id.text) is read as \(identities(id).text): one body, by "
        + "\(event.text)."
    ])
  }

  /// The day that somebody asks for; without one, today where the store is.
  func day(_ asked: Day?) -> Day {
    asked ?? SystemClock.now().day(offsetMinutes: offsetMinutes)
  }

  /// The unit that a text means on a day.
  func unit(named text: String, on day: Day) throws(Failure) -> UnitID {
    do { return try unit(text, asOf: day, connecting: connectingWords) } catch {
      throw Failure(error, asOf: day)
    }
  }
}

/// A ledger that is asked, with how much of it counts.
struct Asking {
  let session: Session
  let ledger: Ledger
  let known: Known
  let textsUntil: Day?

  /// The day that somebody asks for; without one, today where the store is.
  func day(_ asked: Day?) -> Day {
    asked ?? SystemClock.now().day(offsetMinutes: ledger.identity.offsetMinutes)
  }

  /// What counts, as far as the answers to questions about something need it.
  func history(of scope: Scope) throws(Failure) -> History {
    let history = try session.stored { () throws(StoreError) in
      try ledger.history(of: scope, known, textsUntil: textsUntil)
    }
    sayWhatIsLeftOut(of: history)
    return history
  }

  /// The structure on a day, as if some proposed acts were enacted.
  func chart(
    on day: Day, supposing scenario: [ScenarioAct], root: UnitID?, depth: Int?, kinds: [String]
  ) throws(Failure) -> ChartAnswer {
    guard scenario.isEmpty else {
      let found = try session.stored { () throws(StoreError) in
        try ledger.chart(
          asOf: day, supposing: scenario, root: root, depth: depth, kinds: kinds, known: known,
          textsUntil: textsUntil)
      }
      do { return try found.get() } catch { throw Failure(error) }
    }
    // It is then said what is left out.
    if textsUntil != nil {
      return try history(of: .structure(under: root, depth: depth))
        .chart(asOf: day, root: root, depth: depth, kinds: kinds)
    }
    return try session.stored { () throws(StoreError) in
      try ledger.chart(asOf: day, root: root, depth: depth, kinds: kinds, known: known)
    }
  }

  /// From the units of one day to those of another.
  func crosswalk(from: Day, to: Day, kinds: [String]) throws(Failure) -> Crosswalk {
    // It is then said what is left out.
    if textsUntil != nil {
      let history = try history(of: .everything)
      do { return try history.crosswalk(from: from, to: to, kinds: kinds) } catch {
        throw Failure(error)
      }
    }
    let found = try session.stored { () throws(StoreError) in
      try ledger.crosswalk(from: from, to: to, kinds: kinds, known: known)
    }
    do { return try found.get() } catch { throw Failure(error) }
  }

  /// What is said to be complete; nothing, where only some texts count.
  func coverage() throws(Failure) -> [Coverage] {
    guard textsUntil == nil else { return [] }
    return try session.stored { () throws(StoreError) in
      try ledger.history(of: .lives([]), known).coverage
    }
  }

  /// The unit that a text means on a day.
  ///
  /// - Parameter scenario: As if these proposed acts were enacted.
  func unit(
    named text: String, on day: Day, supposing scenario: [ScenarioAct] = []
  ) throws(Failure) -> UnitID {
    let found = try session.stored { () throws(StoreError) in
      try ledger.unit(
        text, asOf: day, known, textsUntil: textsUntil, supposing: scenario,
        connecting: connectingWords)
    }
    do {
      let unit = try found.get()
      if unit.text != text, UnitID(text).isWellFormed { try sayAsWhatIsRead(UnitID(text)) }
      return unit
    } catch let error as UnitReferenceError {
      sayWhichTextsCount()
      throw Failure(error, asOf: day)
    } catch let failure as Failure {
      throw failure
    } catch { throw .defect("\(error)") }
  }

  /// Says where an id is read as another one.
  private func sayAsWhatIsRead(_ id: UnitID) throws(Failure) {
    let history = try session.stored { () throws(StoreError) in
      try ledger.history(of: .lives([id]), known, textsUntil: textsUntil)
    }
    history.sayAsWhatIsRead(id, in: session)
  }

  /// The function that a text means.
  func function(named text: String, on day: Day) throws(Failure) -> FunctionID {
    let found = try session.stored { () throws(StoreError) in
      try ledger.function(text, known, textsUntil: textsUntil, connecting: connectingWords)
    }
    do { return try found.get() } catch {
      sayWhichTextsCount()
      throw Failure(error, asOf: day)
    }
  }

  /// An answer that rests on fewer texts than there are must not look as if it rested on all.
  ///
  /// Of the texts of which nobody knows when they were issued those are counted that were met on the
  /// way to the answer.
  private func sayWhatIsLeftOut(of history: History) {
    guard history.textsUntil != nil else { return }
    sayWhichTextsCount(
      history.undatedTexts.isEmpty
        ? ""
        : " Of \(counted(history.undatedTexts.count, "text")) that were met no last possible day is "
          + "stated; what they state is left out.")
  }

  /// Said before an error too: something may be missing only since its text does not count.
  private func sayWhichTextsCount(_ more: String = "") {
    guard let textsUntil else { return }
    session.console.message([
      "\("notice:", .accent) Only what texts issued by \(textsUntil.dayMonthYear) state counts.\(more)"
    ])
  }
}

/// What units are called, on a day if they live then, else ever.
struct UnitNames {
  private let charts: [OrgChart]

  init(_ history: History, on day: Day) {
    charts = [
      history.chart(on: day, .latest), history.chart(on: .distantFuture, .latest),
      history.chart(on: .distantFuture, .earliest),
    ]
  }

  func callAsFunction(_ unit: UnitID) -> String {
    for chart in charts { if let state = chart.units[unit] { return state.name.full } }
    return unit.text
  }
}
