import Glibc

/// The clock of this machine, for stores that are given no other.
public enum SystemClock {
  /// Now, in UTC.
  @Sendable public static func now() -> SystemTime {
    // The standard library's clocks count from an unstated moment; only this knows the calendar.
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return SystemTime(rawValue: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }
}

/// The versions of the layout of a store.
///
/// 2 has a read model, and may hold corrections, annulments, suspensions and bodies of two ids, which
/// a program of format 1 would not understand. 3 finds each name of a unit under every parent to
/// which it ever came, and keeps how far the read model was written where it is read first.
public enum StoreFormat {
  /// The oldest one that is read.
  public static let first = 1
  /// The one that this code writes.
  public static let current = 3
}

extension StoreError {
  static func wrongExpectedVersion(
    expecting: ExpectedVersion, actual: UInt64
  ) -> StoreError {
    guard case .exactly(let expected) = expecting else { return .unexpected("version") }
    return .wrongExpectedVersion(expected: expected, actual: actual)
  }
}
