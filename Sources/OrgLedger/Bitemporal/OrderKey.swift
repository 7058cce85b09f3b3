/// The place of a fact in the order in which facts take effect: (day, act order, slot).
///
/// The slot is the position of the record, and a replacement has the slot of what it replaces.
/// The position itself decides between facts that share a slot: those of one replaced act.
public struct OrderKey: Hashable, Comparable, Sendable {
  public var day: Day
  /// The act's place among all acts of that day; may be negative.
  public var order: Int
  public var slot: UInt64
  public var position: UInt64

  public init(day: Day, order: Int, slot: UInt64, position: UInt64) {
    self.day = day
    self.order = order
    self.slot = slot
    self.position = position
  }

  public static func < (left: OrderKey, right: OrderKey) -> Bool {
    (left.day, left.order, left.slot, left.position)
      < (right.day, right.order, right.slot, right.position)
  }
}
