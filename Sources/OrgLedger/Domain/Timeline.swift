/// What is known when an act is judged: the facts that count, found by what they mention.
///
/// A store answers from its indexes, the in-memory twin from dictionaries; the rules cannot tell
/// them apart. Reading the whole log to judge one act would make a long history slow to extend.
public protocol Timeline {
  /// Why reading may fail; `Never` in memory.
  associatedtype Failure: Error
  /// The facts that mention something and that no later record takes back, enacted and proposed,
  /// in log order. More may be returned than asked for, never fewer.
  ///
  /// Of a name under a parent these are the facts that give it to a unit which any fact ever put
  /// there; all that give the name to anybody will do.
  func facts(mentioning mention: Mention) throws(Failure) -> [Fact]
  /// A text, if it is recorded.
  func instrument(_ id: InstrumentID) throws(Failure) -> Instrument?
  /// An act, if it is recorded.
  func act(_ id: ActID) throws(Failure) -> ActHeader?
}

/// A timeline of facts held in memory.
public struct MemoryTimeline: Timeline, Sendable {
  /// What it holds, in the order in which it was added.
  public private(set) var facts: [Fact] = []
  private var index: [Mention: [Int]] = [:]
  /// By position.
  private var indices: [UInt64: Int] = [:]
  private var instruments: [InstrumentID: Instrument] = [:]
  private var acts: [ActID: ActHeader] = [:]

  /// A timeline on which nothing is known.
  public init() {}

  public mutating func add(_ fact: Fact) {
    for mention in fact.event.mentions { index[mention, default: []].append(facts.count) }
    indices[fact.position] = facts.count
    facts.append(fact)
    let namings = Namings.entries(for: fact.event, at: fact.position, reading: facts(mentioning:))
    for naming in namings {
      guard let place = indices[naming.position] else { continue }
      let found = index[naming.mention, default: []]
      if !found.contains(place) { index[naming.mention] = (found + [place]).sorted() }
    }
  }

  public mutating func add(_ act: ActHeader) { acts[act.id] = act }
  public mutating func add(_ instrument: Instrument) { instruments[instrument.id] = instrument }

  public func facts(mentioning mention: Mention) -> [Fact] {
    index[mention, default: []].map { facts[$0] }
  }
  public func instrument(_ id: InstrumentID) -> Instrument? { instruments[id] }
  public func act(_ id: ActID) -> ActHeader? { acts[id] }
}
