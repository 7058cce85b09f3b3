import OrgLedger

/// What a command works with: the options that all commands take, and where to print.
struct Session {
  let options: GlobalOptions
  let console: Console

  /// Opens the ledger; never makes one.
  func ledger(readOnly: Bool = true) throws(Failure) -> Ledger {
    POSIX.endQuietlyOnDamage()
    return try stored { () throws(StoreError) in
      try Ledger.open(at: options.storePath, readOnly: readOnly)
    }
  }

  /// Everything that counts for who knows no more than is said, ready to be asked.
  func history(_ knowledge: KnowledgeOptions = KnowledgeOptions()) throws(Failure) -> History {
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
    let history = try stored { () throws(StoreError) in
      try ledger.history(known, textsUntil: textsUntil)
    }
    sayWhatIsLeftOut(of: history)
    return history
  }

  /// An answer that rests on fewer texts than there are must not look as if it rested on all.
  private func sayWhatIsLeftOut(of history: History) {
    guard let day = history.textsUntil else { return }
    var words = "Only what texts issued by \(day.dayMonthYear) state counts."
    if !history.undatedTexts.isEmpty {
      words +=
        " Of \(counted(history.undatedTexts.count, "text")) no last possible day is stated; what "
        + "they state is left out."
    }
    console.message(["\("notice:", .accent) \(words)"])
  }

  /// The unit that a text means on a day; that an id is read as another one is said.
  func unit(_ text: String, in history: History, on day: Day) throws(Failure) -> UnitID {
    let id = UnitID(text)
    if let event = history.identities.event(for: id) {
      console.message([
        "\("notice:", .accent) \(id.text) is read as \(history.identities(id).text): one body, by "
          + "\(event.text)."
      ])
    }
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
