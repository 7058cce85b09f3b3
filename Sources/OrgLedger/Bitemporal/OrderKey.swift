/// The place of a fact in the order in which facts take effect: (day, act order, slot).
///
/// The slot is the position of the record, and a replacement has the slot of what it replaces.
/// The position decides between facts that share a slot: those of one replaced act. Slots of one act
/// stand together, so that the act comes before them changes nothing, and gives what stands behind
/// an act its place without asking how many events that has.
public struct OrderKey: Hashable, Comparable, Sendable {
  /// The day in this fold.
  public var day: Day
  /// The act's place among all acts of that day; may be negative.
  public var order: Int
  /// The position of the act that it is part of, or behind which it stands.
  public var act: UInt64
  /// Above 0 for a fact of imprecise day that stands right behind the act.
  public var after: UInt64
  /// The position of what it replaces, else its own.
  public var slot: UInt64
  /// Its own position in the log.
  public var position: UInt64

  public init(
    day: Day, order: Int, act: UInt64, after: UInt64 = 0, slot: UInt64, position: UInt64
  ) {
    self.day = day
    self.order = order
    self.act = act
    self.after = after
    self.slot = slot
    self.position = position
  }

  public static func < (left: OrderKey, right: OrderKey) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.order != right.order { return left.order < right.order }
    if left.act != right.act { return left.act < right.act }
    return (left.after, left.slot, left.position) < (right.after, right.slot, right.position)
  }
}
