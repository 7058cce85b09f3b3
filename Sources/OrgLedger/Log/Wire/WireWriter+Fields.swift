// A field without `optional` in its name is not written where it has its default: 0, no text,
// false. One with it is written wherever it is set, so that "" and nothing stay apart.

extension WireWriter {
  mutating func unsigned(_ field: Int, _ value: UInt64) {
    if value != 0 { optionalUnsigned(field, value) }
  }

  mutating func optionalUnsigned(_ field: Int, _ value: UInt64?) {
    guard let value else { return }
    tag(field, .varint)
    varint(value)
  }

  mutating func signed(_ field: Int, _ value: Int64) {
    if value != 0 { optionalSigned(field, value) }
  }

  mutating func optionalSigned(_ field: Int, _ value: Int64?) {
    guard let value else { return }
    tag(field, .varint)
    varint(zigzag(value))
  }

  mutating func day(_ field: Int, _ day: Day) { signed(field, Int64(day.rawValue)) }

  mutating func optionalDay(_ field: Int, _ day: Day?) {
    optionalSigned(field, day.map { Int64($0.rawValue) })
  }

  mutating func fixed(_ field: Int, _ value: Int64) {
    guard value != 0 else { return }
    tag(field, .fixed64)
    fixed64(UInt64(bitPattern: value))
  }

  mutating func flag(_ field: Int, _ value: Bool) { unsigned(field, value ? 1 : 0) }

  mutating func number(_ field: Int, _ member: some WireNumber) { unsigned(field, member.wire) }

  mutating func text(_ field: Int, _ text: String) {
    if !text.isEmpty { optionalText(field, text) }
  }

  mutating func optionalText(_ field: Int, _ text: String?) {
    guard let text else { return }
    tag(field, .bytes)
    textValue(text)
  }

  mutating func texts(_ field: Int, _ texts: [String]) {
    for text in texts { optionalText(field, text) }
  }

  mutating func id<Of>(_ field: Int, _ id: Identifier<Of>) { text(field, id.text) }

  mutating func optionalID<Of>(_ field: Int, _ id: Identifier<Of>?) {
    optionalText(field, id?.text)
  }

  mutating func ids<Of>(_ field: Int, _ ids: [Identifier<Of>]) {
    for id in ids { optionalText(field, id.text) }
  }

  /// Numbers without a tag each.
  mutating func packed(_ field: Int, _ values: [UInt64]) {
    guard !values.isEmpty else { return }
    delimited(field) { writer in
      for value in values { writer.varint(value) }
    }
  }

  mutating func message<Message: WireMessage>(_ field: Int, _ value: Message) {
    message(field) { value.write(to: &$0) }
  }

  mutating func optionalMessage<Message: WireMessage>(_ field: Int, _ value: Message?) {
    if let value { message(field, value) }
  }

  mutating func messages<Message: WireMessage>(_ field: Int, _ values: [Message]) {
    for value in values { message(field, value) }
  }
}
