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
