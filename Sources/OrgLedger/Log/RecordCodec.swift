/// Writes records as the bytes that are stored and hashed, and reads them back.
///
/// The encoding is a canonical subset of the protobuf wire format: one record has one sequence of
/// bytes, and any reader of `docs/orgledger.proto` can read it. `docs/storage-format.md` gives it
/// byte by byte. Stored bytes are never encoded again.
public enum RecordCodec {
  /// The bytes of a record.
  ///
  /// They decode to the same record if its texts are in normalization form C, its decimals have at
  /// most 18 digits, and what it nests is not deeper than any rule allows; `checkedEncode` proves
  /// it. Keys that have one order (codes, policies, retractions) are brought into it.
  ///
  /// - Complexity: O(*n*), *n* being the number of bytes.
  public static func encode(_ record: Record) -> [UInt8] {
    var writer = WireWriter(unknown: record.unknown)
    writer.unsigned(1, record.position)
    writer.fixed(2, record.recordedAt.rawValue)
    writer.text(3, record.recordedBy)
    record.body.write(to: &writer)
    writer.finish()
    return writer.bytes
  }

  /// The bytes of a record, read back before they are given away.
  ///
  /// - Throws: what `decode` would throw; the values did not come through the edge that
  ///   normalises texts, or a rule is missing.
  public static func checkedEncode(_ record: Record) throws(RecordError) -> [UInt8] {
    let bytes = encode(record)
    _ = try decode(bytes)
    return bytes
  }

  /// The record that bytes hold.
  ///
  /// What it accepts, `encode` writes again byte for byte.
  ///
  /// - Throws: `RecordError` for bytes that are not canonical, wherever that is.
  /// - Complexity: O(*n*), *n* being the number of bytes.
  public static func decode(_ bytes: [UInt8]) throws(RecordError) -> Record {
    var reader = try WireReader(bytes)
    let position = try reader.unsigned(1)
    let recordedAt = SystemTime(rawValue: try reader.fixed(2))
    let recordedBy = try reader.text(3)
    let body = try Record.Body(from: &reader)
    try reader.finish()
    return Record(
      position: position, recordedAt: recordedAt, recordedBy: recordedBy, body: body,
      unknown: reader.unknown)
  }

  /// The record that borrowed bytes hold.
  ///
  /// The bytes are copied once, since a struct that keeps a span cannot be written without an
  /// experimental feature of the language.
  public static func decode(_ bytes: RawSpan) throws(RecordError) -> Record {
    try decode([UInt8](copying: bytes))
  }
}

extension [UInt8] {
  /// A copy of borrowed bytes.
  fileprivate init(copying bytes: RawSpan) {
    let span = Span<UInt8>(_bytes: bytes)
    self.init(repeating: 0, count: span.count)
    for index in span.indices { self[index] = span[index] }
  }
}
