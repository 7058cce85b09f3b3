import Synchronization

/// The in-memory twin of the store on LMDB: the same promises but durability, for tests and for
/// programs that keep nothing.
public final class MemoryStore: LogStore {
  public let identity: StoreIdentity
  private let clock: @Sendable () -> SystemTime
  private let state = Mutex(MemoryLog())

  /// An empty log in memory.
  public init(
    origin: String = "memory", id: String = "memory", offsetMinutes: Int = 0,
    clock: @escaping @Sendable () -> SystemTime = SystemClock.now
  ) {
    identity = StoreIdentity(
      origin: origin, id: id, offsetMinutes: offsetMinutes, format: StoreFormat.current)
    self.clock = clock
  }

  public func head() -> Head { state.withLock { $0.head } }

  public func head(at known: Known) -> Head {
    state.withLock { log in
      let ends = log.records.indices.filter { index in
        index + 1 == log.records.count
          || log.records[index + 1].recordedAt != log.records[index].recordedAt
      }
      let last = ends.last { index in
        switch known {
        case .now: true
        case .at(let time): log.records[index].recordedAt <= time
        case .upTo(let position): log.records[index].position <= position
        }
      }
      return last.map {
        Head(position: log.records[$0].position, recordedAt: log.records[$0].recordedAt)
      } ?? Head(position: 0, recordedAt: nil)
    }
  }

  public func append(_ request: AppendRequest) throws(StoreError) -> AppendResult {
    let recorder = Recorder<MemoryLog>(layout: (), clock: clock, digest: Digest.sha256)
    let (result, head) = state.withLock { log -> (AppendResult?, Head) in
      // What is not refused is written at once, and what is refused writes nothing, so that only a
      // rehearsal needs a log of its own.
      guard request.dryRun else { return (recorder.append(request, to: &log), log.head) }
      var copy = log
      return (recorder.append(request, to: &copy), log.head)
    }
    guard let result else {
      throw .wrongExpectedVersion(expecting: request.expecting, actual: head.position)
    }
    return result
  }

  public func forEachRecord(
    from first: UInt64, through last: UInt64, _ body: (Record) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let records = state.withLock { $0.records }
    for position in max(first, 1)...max(min(last, UInt64(records.count)), max(first, 1)) {
      guard position <= records.count, position >= first, position <= last else { return }
      guard try body(records[Int(position) - 1]) else { return }
    }
  }

  public func storedBytes(at position: UInt64) -> [UInt8]? {
    state.withLock { log in
      guard position >= 1, position <= log.records.count else { return nil }
      return RecordCodec.encode(log.records[Int(position) - 1])
    }
  }

  public func leaf(at position: UInt64) -> [UInt8]? {
    storedBytes(at: position).map(Digest.leaf)
  }

  public func position(of kind: Record.Kind, id: String) -> UInt64? {
    state.withLock { $0.entry(kind, id, [], ())?.position }
  }

  public func positions(mentioning unit: UnitID) -> [UInt64] {
    state.withLock { log in
      Set(log.index[.unit(unit), default: []] + log.index[.parent(unit), default: []]).sorted()
    }
  }

  public func positions(from first: Day, through last: Day) -> [UInt64] {
    state.withLock { log in
      log.facts.values.filter { fact in
        // A correction has no day of its own.
        fact.act.status == .enacted
          && fact.event.effectiveOn?.ends.contains { first <= $0 && $0 <= last } ?? false
      }.map(\.position).sorted()
    }
  }
}

/// A log as plain values; it is its own transaction, since a copy of it is one.
struct MemoryLog: LogTransaction {
  var records: [Record] = []
  private var entries: [[String]: (position: UInt64, digest: [UInt8])] = [:]
  var facts: [UInt64: Fact] = [:]
  var index: [Mention: [UInt64]] = [:]
  private var retractions: [UInt64: [UInt64]] = [:]

  var head: Head {
    Head(position: UInt64(records.count), recordedAt: records.last?.recordedAt)
  }

  func head(_: Void) -> Head { head }

  func entry(
    _ kind: Record.Kind, _ id: String, _ digest: [UInt8], _: Void
  ) -> (position: UInt64, digest: [UInt8])? { entries[key(kind, id, digest)] }

  private func key(_ kind: Record.Kind, _ id: String, _ digest: [UInt8]) -> [String] {
    [kind.rawValue, kind == .coverage ? "\(digest)" : id]
  }

  func lastPosition(_: Void) -> UInt64 { head.position }

  func position(of kind: Record.Kind, id: String, _: Void) -> UInt64? {
    entry(kind, id, [], ())?.position
  }

  func positions(of kind: Record.Kind, _: Void) -> [UInt64] {
    entries.values.map(\.position).filter { records[Int($0) - 1].body.kind == kind }.sorted()
  }

  func record(at position: UInt64, _: Void) -> Record { records[Int(position) - 1] }

  func retractions(of position: UInt64, _: Void) -> [UInt64] {
    retractions[position, default: []]
  }

  func hasRetractions(_: Void) -> Bool { !retractions.isEmpty }

  func recordedFacts(mentioning mention: Mention, _: Void) -> [Fact] {
    index[mention, default: []].compactMap { facts[$0] }
  }

  mutating func write(_ new: [StoredRecord], digest: [UInt8], _: Void) {
    for record in new.map(\.record) {
      records.append(record)
      let kind = record.body.kind
      // What replaces something may bear an id that stands already, and is found through that.
      let key = key(kind, record.body.id, digest)
      if entries[key] == nil { entries[key] = (record.position, kind == .event ? [] : digest) }
      guard case .event(let event) = record.body,
        case .act(let header) = records[Int(event.act) - 1].body
      else { continue }
      for position in event.retracts {
        retractions[position, default: []].append(record.position)
      }
      facts[record.position] = Fact(
        event, in: header, at: firstAct(of: event, ()), of: record)
      for mention in event.event.mentions { index[mention, default: []].append(record.position) }
      let namings = Namings.entries(for: event.event, at: record.position) { mention in
        recordedFacts(mentioning: mention, ())
      }
      for naming in namings where !index[naming.mention, default: []].contains(naming.position) {
        index[naming.mention, default: []].append(naming.position)
        index[naming.mention]?.sort()
      }
    }
  }
}
