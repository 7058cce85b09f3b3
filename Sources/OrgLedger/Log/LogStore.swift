/// Where a log lives: it takes submissions in, gives records back, and keeps the promises.
///
/// Positions are gapless and in commit order. A submission is durable before it is acknowledged,
/// recorded whole or not at all, and exactly once by its identifier, for ever. Record time never
/// goes back. Nothing is rewritten.
public protocol LogStore: Sendable {
  /// Fixed when the store was made.
  var identity: StoreIdentity { get }

  /// The end of the log.
  func head() throws(StoreError) -> Head

  /// The end of the log as it was known at a point of record time: the last submission that was
  /// recorded by then, whole.
  func head(at known: Known) throws(StoreError) -> Head

  /// Judges submissions in order and records those that may stand, in one commit.
  ///
  /// Each is judged alone, against everything recorded before it. The first that is refused stops;
  /// what came before it stands. A dry run says what would happen and records nothing.
  ///
  /// - Throws: Where nothing was recorded: another version than expected, or the storage failed.
  func append(_ request: AppendRequest) throws(StoreError) -> AppendResult

  /// Lends the records between two positions, both included, in log order, until told to stop.
  func forEachRecord(
    from first: UInt64, through last: UInt64, _ body: (Record) throws(StoreError) -> Bool
  ) throws(StoreError)

  /// The bytes of a record as they are stored and hashed, or nothing beyond the head.
  func storedBytes(at position: UInt64) throws(StoreError) -> [UInt8]?

  /// The Merkle leaf of a record, SHA-256(0x00 ‖ stored bytes) (RFC 9162), or nothing beyond the
  /// head.
  func leaf(at position: UInt64) throws(StoreError) -> [UInt8]?

  /// Where something with an identifier was recorded.
  func position(of kind: Record.Kind, id: String) throws(StoreError) -> UInt64?

  /// The positions of the events that mention a unit in any part, ascending.
  func positions(mentioning unit: UnitID) throws(StoreError) -> [UInt64]

  /// The positions of the enacted events whose first or last possible day lies between two days,
  /// both included, ascending.
  func positions(from first: Day, through last: Day) throws(StoreError) -> [UInt64]
}

/// What was fixed when a store was made.
public struct StoreIdentity: Hashable, Sendable {
  /// A name for the log, chosen by its keepers; it goes into signed statements.
  public var origin: String
  /// Random; two stores never share it unless one was copied from the other.
  public var id: String
  /// Offset from UTC, in minutes, in which days of record time are meant.
  public var offsetMinutes: Int
  /// The version of the format in which it is laid out.
  public var format: Int

  public init(origin: String, id: String, offsetMinutes: Int, format: Int) {
    self.origin = origin
    self.id = id
    self.offsetMinutes = offsetMinutes
    self.format = format
  }
}

/// The end of a log.
public struct Head: Hashable, Sendable {
  /// The last position; 0 while the log is empty.
  public var position: UInt64
  /// The record time of the last submission.
  public var recordedAt: SystemTime?

  public init(position: UInt64, recordedAt: SystemTime?) {
    self.position = position
    self.recordedAt = recordedAt
  }
}

/// At which version of the log an append may happen.
public enum ExpectedVersion: Hashable, Sendable {
  /// At any: every act is judged against what is there when it is recorded.
  case any
  /// Only while the log ends at this position.
  case exactly(UInt64)
}

/// Submissions to be appended together.
public struct AppendRequest: Sendable {
  /// What is to be appended, in order.
  public var submissions: [Submission]
  /// Where the log must end.
  public var expecting: ExpectedVersion
  /// Who says that they record it.
  public var author: String
  /// Which verbs may stand for which types.
  public var vocabulary: Vocabulary
  /// Whether all is judged and nothing recorded.
  public var dryRun: Bool

  public init(
    _ submissions: [Submission], expecting: ExpectedVersion = .any,
    by author: String = "unstated", vocabulary: Vocabulary = Vocabulary(), dryRun: Bool = false
  ) {
    self.submissions = submissions
    self.expecting = expecting
    self.author = author
    self.vocabulary = vocabulary
    self.dryRun = dryRun
  }
}

/// What became of submissions.
public struct AppendResult: Hashable, Sendable {
  /// One for each submission up to the first that was refused.
  public var outcomes: [Outcome]
  /// Why the next one was refused, if any was.
  public var refusal: Refusal?
  /// The end of the log afterwards; in a dry run, as it would be.
  public var head: Head

  /// What became of one submission that was not refused.
  public enum Outcome: Hashable, Sendable {
    /// Recorded from this position on; a person should look at the warnings.
    case appended(UInt64, warnings: [Violation])
    /// The same content stands there already.
    case skipped(UInt64)
  }

  public init(outcomes: [Outcome] = [], refusal: Refusal? = nil, head: Head) {
    self.outcomes = outcomes
    self.refusal = refusal
    self.head = head
  }
}

/// Why a submission was refused.
public enum Refusal: Error, Hashable, Sendable {
  /// It breaks rules: all of them.
  case violations([Violation], warnings: [Violation])
  /// Something else stands under its identifier.
  case otherContent(recorded: Submission, offered: Submission, position: UInt64)
}
