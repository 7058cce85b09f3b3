/// A half-open stretch of days, `[from, to)`: the last day is the one before `to`.
public struct Period: Hashable, Sendable {
  /// The first day.
  public let from: Day
  /// The first day after it; `nil` while it is open.
  public let to: Day?

  /// A period from a day up to, but not including, another.
  public init(from: Day, to: Day?) {
    self.from = from
    self.to = to
  }

  /// Whether it has no day: something that began and ended on the same day.
  public var isEmpty: Bool { to.map { $0 <= from } ?? false }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool { from <= day && to.map { day < $0 } ?? true }

  /// The last day in it, as people say it; `nil` while it is open.
  public var lastDay: Day? { to?.previous }
}
