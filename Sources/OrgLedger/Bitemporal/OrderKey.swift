/// The place of a fact in the order in which facts take effect: (day, act order, slot).
///
/// The slot is the position of the record, and a replacement has the slot of what it replaces.
/// The position decides between facts that share a slot: those of one replaced act.
public struct OrderKey: Hashable, Comparable, Sendable {
  /// The day in this fold.
  public var day: Day
  /// The act's place among all acts of that day; may be negative.
  public var order: Int
  /// The position of what it replaces, else its own.
  public var slot: UInt64
  /// Its own position in the log.
  public var position: UInt64
  /// Above 0 for a fact of imprecise day that stands right after the act at this place.
  public var after: UInt64

  public init(day: Day, order: Int, slot: UInt64, position: UInt64, after: UInt64 = 0) {
    self.day = day
    self.order = order
    self.slot = slot
    self.position = position
    self.after = after
  }

  public static func < (left: OrderKey, right: OrderKey) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.order != right.order { return left.order < right.order }
    return (left.slot, left.position, left.after) < (right.slot, right.position, right.after)
  }
}
