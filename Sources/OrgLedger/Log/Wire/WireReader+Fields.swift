// The counterparts of the writer's fields, under the same names. A field without `optional` in its
// name is refused where it is written with its default.

extension WireReader {
  mutating func unsigned(_ field: Int) throws(RecordError) -> UInt64 {
    guard try finds(field, .varint) else { return 0 }
    let value = try varint()
    guard value != 0 else { throw error(.defaultWritten) }
    try advance()
    return value
  }

  mutating func optionalUnsigned(_ field: Int) throws(RecordError) -> UInt64? {
    guard try finds(field, .varint) else { return nil }
    let value = try varint()
    try advance()
    return value
  }

  mutating func signed(_ field: Int) throws(RecordError) -> Int64 {
    unzigzag(try unsigned(field))
  }

  mutating func optionalSigned(_ field: Int) throws(RecordError) -> Int64? {
    try optionalUnsigned(field).map(unzigzag)
  }

  mutating func day(_ field: Int) throws(RecordError) -> Day {
    guard try finds(field, .varint) else { return Day(rawValue: 0) }
    let day = try dayValue()
    guard day.rawValue != 0 else { throw error(.defaultWritten) }
    try advance()
    return day
  }

  mutating func optionalDay(_ field: Int) throws(RecordError) -> Day? {
    guard try finds(field, .varint) else { return nil }
    let day = try dayValue()
    try advance()
    return day
  }

  private mutating func dayValue() throws(RecordError) -> Day {
    guard let days = Int32(exactly: unzigzag(try varint())) else { throw error(.overflow) }
    return Day(rawValue: days)
  }

  mutating func fixed(_ field: Int) throws(RecordError) -> Int64 {
    guard try finds(field, .fixed64) else { return 0 }
    let value = Int64(bitPattern: try fixed64())
    guard value != 0 else { throw error(.defaultWritten) }
    try advance()
    return value
  }

  mutating func flag(_ field: Int) throws(RecordError) -> Bool {
    guard try finds(field, .varint) else { return false }
    switch try varint() {
    case 0: throw error(.defaultWritten)
    case 1: break
    default: throw error(.overflow)
    }
    try advance()
    return true
  }

  /// A member of a closed list; its default where the field is absent.
  mutating func number<Member: WireNumber>(_ field: Int) throws(RecordError) -> Member {
    guard try finds(field, .varint) else {
      guard let usual = Member.usual else { throw error(.missing(field: field)) }
      return usual
    }
    let number = try varint()
    guard number != 0 else { throw error(.defaultWritten) }
    guard let member = Member(wire: number) else {
      throw error(.unsupported(field: field, number: number))
    }
    try advance()
    return member
  }

  mutating func text(_ field: Int) throws(RecordError) -> String {
    guard try finds(field, .bytes) else { return "" }
    let text = try textValue()
    guard !text.isEmpty else { throw error(.defaultWritten) }
    try advance()
    return text
  }

  mutating func optionalText(_ field: Int) throws(RecordError) -> String? {
    guard try finds(field, .bytes) else { return nil }
    let text = try textValue()
    try advance()
    return text
  }

  mutating func texts(_ field: Int) throws(RecordError) -> [String] {
    var texts: [String] = []
    while let text = try optionalText(field) { texts.append(text) }
    return texts
  }

  mutating func id<Of>(_ field: Int) throws(RecordError) -> Identifier<Of> {
    Identifier(try text(field))
  }

  mutating func optionalID<Of>(_ field: Int) throws(RecordError) -> Identifier<Of>? {
    try optionalText(field).map { Identifier($0) }
  }

  mutating func ids<Of>(_ field: Int) throws(RecordError) -> [Identifier<Of>] {
    var ids: [Identifier<Of>] = []
    while let id: Identifier<Of> = try optionalID(field) { ids.append(id) }
    return ids
  }

  mutating func packed(_ field: Int) throws(RecordError) -> [UInt64] {
    guard try finds(field, .bytes) else { return [] }
    let values = try packedValue()
    try advance()
    return values
  }

  /// A message that must be there.
  mutating func message<Message: WireMessage>(_ field: Int) throws(RecordError) -> Message {
    guard let message: Message = try optionalMessage(field) else {
      throw error(.missing(field: field))
    }
    return message
  }

  mutating func optionalMessage<Message: WireMessage>(
    _ field: Int
  ) throws(RecordError) -> Message? {
    guard try finds(field, .bytes) else { return nil }
    return try messageValue { (reader) throws(RecordError) in try Message(from: &reader) }
  }

  mutating func messages<Message: WireMessage>(_ field: Int) throws(RecordError) -> [Message] {
    var messages: [Message] = []
    while let message: Message = try optionalMessage(field) { messages.append(message) }
    return messages
  }

  /// One of several fields of which only one may stand.
  mutating func choice<Value>(
    _ field: Int, _ type: WireType, into chosen: inout Value?,
    _ read: (inout WireReader) throws(RecordError) -> Value
  ) throws(RecordError) {
    guard try finds(field, type) else { return }
    guard chosen == nil else { throw error(.invalid(field: field)) }
    chosen = try read(&self)
  }

  /// The value of a field that is only ever true, as a member of a choice is.
  mutating func flagValue<Value>(_ meaning: Value) throws(RecordError) -> Value {
    guard try varint() == 1 else { throw error(.overflow) }
    try advance()
    return meaning
  }

  /// The one field of several that stands.
  func chosen<Value>(_ value: Value?, last field: Int) throws(RecordError) -> Value {
    guard let value else { throw error(.missing(field: field)) }
    return value
  }
}
