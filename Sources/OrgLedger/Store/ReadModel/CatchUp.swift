import LMDB

/// How far a read model has been made again.
public struct RebuildProgress: Hashable, Sendable {
  /// The last record that it knows.
  public var position: UInt64
  /// The last record of the log.
  public var last: UInt64
}

extension LMDBStore {
  /// How many records are read into the read model in one transaction, so that others who write
  /// need not wait long, and memory stays bounded.
  private static let recordsAtOnce: UInt64 = 2_000

  /// Brings the read model to the end of the log, from the beginning where it is of another shape.
  ///
  /// Each step is a transaction of its own: whatever interrupts it, the next one goes on. Until it
  /// has come to the end, questions are answered from the records.
  ///
  /// - Complexity: O(*n*) in the number of records that are not known yet, as to record them.
  static func catchUp(
    _ environment: Environment, _ tables: Tables, fromTheStart: Bool,
    _ progress: (RebuildProgress) -> Void
  ) throws(StoreError) {
    guard let lines = tables.lines else { return }
    if fromTheStart {
      try environment.write { transaction throws(StoreError) in try transaction.clear(tables) }
    }
    // Mostly there is nothing to do, and to see that takes no turn at writing.
    let state = try environment.read { transaction throws(StoreError) in
      try transaction.readModelState(tables)
    }
    if let state, !state.isBehind { return }
    var read = ReadFacts()
    while true {
      // What one transaction found may not be so in the next.
      read = ReadFacts(read.contents)
      let layout = LMDBLayout(tables: tables, read: read)
      let step = try environment.write {
        (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
        try transaction.catchUp(lines, layout, atMost: recordsAtOnce)
      }
      guard step.position < step.last else { return }
      progress(step)
    }
  }
}

extension Transaction where Access == WriteAccess, Failure == StoreError {
  /// Takes the next submissions into the read model.
  mutating func catchUp(
    _ lines: LineTables, _ layout: LMDBLayout, atMost count: UInt64
  ) throws(StoreError) -> RebuildProgress {
    let last = try head(layout.tables).position
    var position = try readModelState(layout.tables)?.position ?? 0
    if position == 0 || position > last {
      position = 0
      try clear(layout.tables)
    }
    let end = min(last, position + count)
    while position < end {
      let first = position + 1
      let ends = try endOfSubmission(from: first, last, layout.tables)
      for position in first...ends {
        // What an older program wrote may lack a kind of mention.
        guard let fact = try recordedFact(at: position, layout) else { continue }
        try indexMentions(of: fact.event, at: position, layout)
      }
      try extendLines(from: first, through: ends, lines, layout)
      position = ends
    }
    try put(ReadModelState(position: position, isBehind: position < last), layout.tables)
    return RebuildProgress(position: position, last: last)
  }

  /// Forgets all that the read model knows.
  mutating func clear(_ tables: Tables) throws(StoreError) {
    try delete(ReadModelState.key, in: tables.meta)
    for table in tables.lines?.all ?? [] { try deleteAll(in: table) }
  }

  /// The last record with the record time of one, which begins a submission.
  private func endOfSubmission(
    from first: UInt64, _ last: UInt64, _ tables: Tables
  ) throws(StoreError) -> UInt64 {
    let time = try record(at: first, tables).recordedAt
    let end = try get(BigEndian(time.rawValue), in: tables.clock) {
      $0.bigEndian(at: 0, as: UInt64.self)
    }
    guard let end = end ?? nil, end >= first, end <= last else {
      throw .damaged("clock: no end of the submission at \(first)")
    }
    return end
  }
}
