/// A record with the bytes that are stored of it.
struct StoredRecord {
  let record: Record
  let bytes: [UInt8]

  /// A record as it will be read.
  ///
  /// - Throws: Why its bytes could never be read again: texts that are not in normalization form C
  ///   or numbers that are too long, in values that did not come through documents.
  init(_ record: Record) throws(RecordError) {
    bytes = RecordCodec.encode(record)
    self.record = try RecordCodec.decode(bytes)
  }
}

extension Violation {
  /// What is said of a record that could not be read again.
  static func unreadable(_ record: Record, _ error: RecordError) -> Violation {
    var event: EventID?
    if case .event(let stored) = record.body { event = stored.event.id }
    return Violation(
      .notStorable, event: event, about: [record.body.kind.rawValue, "\(error.problem)"])
  }
}
