/// Fields that a later version of the format added and this one does not know: kept as they are.
///
/// Decoding collects them and encoding puts them back where they stood, in any message of the
/// record, so that a copy of a record by an older program loses nothing. They belong to the body
/// that they were read with: whoever gives a record another body gives it none of them.
public struct UnknownFields: Hashable, Sendable {
  /// One field with its tag, in the message that was the so-manieth to begin, the record being 0.
  struct Entry: Hashable, Sendable {
    var message: Int
    var field: Int
    var bytes: [UInt8]
  }

  /// In the order in which they stand in the record.
  var entries: [Entry] = []

  /// No fields.
  public init() {}

  /// Whether there are none, as in every record that this version wrote.
  public var isEmpty: Bool { entries.isEmpty }
}
