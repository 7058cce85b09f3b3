/// A type of event as it used to be written, read as one of today: upcasting.
///
/// What a number on the wire means never changes. Where a type is to be written otherwise, its new
/// shape gets a number of its own, and the old number stands here with the step from what was
/// written under it to what is said today. Stored bytes stay what they are, as do their hashes, and
/// every path that reads them, the header view included, goes through this.
///
/// A step changes what an event says and its type. Whether it counts and where it stands is told by
/// the fields before the type, which no shape changes.
struct RetiredShape: Sendable {
  /// The type as which it is read.
  let type: EventType
  /// Turns what was read into what it means today.
  let upcast: @Sendable (inout Event) -> Void

  /// By the number on the wire; only numbers of no type of today are looked for. None has been
  /// retired yet, so that tests have to invent one.
  @TaskLocal static var all: [UInt64: RetiredShape] = [:]
}

extension EventType {
  /// The type as which a number on the wire is read, and how, where it is of an older shape.
  static func read(wire number: UInt64) -> (type: EventType, retired: RetiredShape?)? {
    if let type = EventType(wire: number) { return (type, nil) }
    return RetiredShape.all[number].map { ($0.type, $0) }
  }
}
