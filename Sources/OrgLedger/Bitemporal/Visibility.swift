/// What visibility needs to know of a record, and nothing more.
///
/// A view of the stored bytes can say it without building a string.
public protocol Retractable {
  /// Its place in the log, from 1 without a gap.
  var position: UInt64 { get }
  /// When it was recorded.
  var recordedAt: SystemTime { get }
  /// The positions of the records that it takes back, all lower than its own.
  var retracts: [UInt64] { get }
}

/// How much of the log an answer may know.
public enum Known: Hashable, Sendable {
  /// Everything that is recorded.
  case now
  /// What was recorded by this time.
  case at(SystemTime)
  /// The whole submissions that end at or before this position.
  case upTo(UInt64)
}

extension Sequence where Element: Retractable {
  /// The records known at a point of system time that no record known then takes back.
  ///
  /// A later retraction hides a record only from those who already know the retraction: asking
  /// with an earlier time still shows the old belief. A retracted retraction retracts nothing.
  ///
  /// - Precondition: The records come in log order, and `system` is the time of a submission.
  /// - Returns: The visible records in log order.
  /// - Complexity: O(*n*), *n* being the number of records known at `system`.
  public func visible(at system: SystemTime) -> [Element] {
    let known = prefix { $0.recordedAt <= system }
    // Newest first, so that a retraction which was itself retracted no longer counts.
    var retracted: Set<UInt64> = []
    for record in known.reversed() where !retracted.contains(record.position) {
      retracted.formUnion(record.retracts)
    }
    return retracted.isEmpty ? known : known.filter { !retracted.contains($0.position) }
  }
}

/// Whether a record counts for who knows the log up to a position, told from who takes back what.
///
/// It equals `visible(at:)`, asked of one record: it counts where no record that counts takes it
/// back.
///
/// - Parameters:
///   - known: The last position that is known, which ends a submission.
///   - retractions: The positions of the records that take back the one at a position, all higher.
/// - Throws: Only what reading them throws.
/// - Complexity: proportional to the chains of retractions of retractions that begin with it.
public func isVisible<Failure: Error>(
  _ position: UInt64, asKnownAt known: UInt64 = .max,
  retractions: (UInt64) throws(Failure) -> [UInt64]
) throws(Failure) -> Bool {
  guard position <= known else { return false }
  for later in try retractions(position) where later <= known {
    if try isVisible(later, asKnownAt: known, retractions: retractions) { return false }
  }
  return true
}
