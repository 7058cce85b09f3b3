/// A ledger of an organisation's history: records go in, answers about any day come out.
///
/// It is a store and nothing else; every answer is a pure function of the records.
public struct Ledger: Sendable {
  /// Where the log lives.
  public let store: any LogStore

  /// A ledger over a store.
  public init(_ store: any LogStore) { self.store = store }

  /// What was fixed when the store was made.
  public var identity: StoreIdentity { store.identity }

  /// The end of the log.
  public func head() throws(StoreError) -> Head { try store.head() }

  /// Everything that counts at a point of record time, ready to be asked.
  ///
  /// - Parameter textsUntil: Only what texts issued by this day state.
  /// - Complexity: O(*n* log *n*) in the number of records known then.
  public func history(
    _ known: Known = .now, textsUntil: Day? = nil
  ) throws(StoreError) -> History {
    let end = try store.head(at: known)
    return History(
      try records(through: end.position), offsetMinutes: identity.offsetMinutes,
      textsUntil: textsUntil)
  }

  /// The records between two positions, both included, in log order.
  public func records(
    from first: UInt64 = 1, through last: UInt64 = .max
  ) throws(StoreError) -> [Record] {
    var records: [Record] = []
    try store.forEachRecord(from: first, through: last) { record in
      records.append(record)
      return true
    }
    return records
  }
}

/// What an import has done so far.
public struct ImportTotals: Hashable, Sendable {
  /// Documents that were read to their end.
  public var documents = 0
  /// Acts that were looked at.
  public var acts = 0
  /// Events of those acts.
  public var events = 0
  /// Claims that were looked at.
  public var claims = 0
  /// Acts that were recorded.
  public var appended = 0
  /// Acts that stood there already.
  public var skipped = 0

  /// Nothing so far.
  public init() {}
}
