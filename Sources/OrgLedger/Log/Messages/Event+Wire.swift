// An event. First what decides its visibility and its place, so that `RecordHeader` reads no
// further; then the fates, what every type may say, and from 16 on the keys of its type.

extension EventRecord {
  convenience init(id: EventID, from reader: inout WireReader) throws(RecordError) {
    let act = try reader.unsigned(1)
    let status: Status = try reader.number(2)
    let order = Int(try reader.signed(3))
    let effectiveOn: ImpreciseDay? = try reader.optionalMessage(4)
    let slot = try reader.optionalUnsigned(5)
    let retracts = try reader.retracts(6)
    let (type, retired) = try reader.eventType(7)
    var event = try Event(id: id, type: type, effectiveOn: effectiveOn, restFrom: &reader)
    retired?.upcast(&event)
    self.init(
      event: event, act: act, status: status, order: order, slot: slot, retracts: retracts)
  }

  func writeBody(to writer: inout WireWriter) {
    writer.unsigned(1, act)
    writer.number(2, status)
    writer.signed(3, Int64(order))
    writer.optionalMessage(4, event.effectiveOn)
    writer.optionalUnsigned(5, slot)
    writer.packed(6, sortedWhereNeeded(retracts, by: <))
    writer.number(7, event.type)
    event.writeBody(to: &writer)
  }
}

extension WireReader {
  /// The type of an event, and how it is read where it is of an older shape.
  fileprivate mutating func eventType(
    _ field: Int
  ) throws(RecordError) -> (type: EventType, retired: RetiredShape?) {
    guard try finds(field, .varint) else { throw error(.missing(field: field)) }
    let number = try varint()
    guard number != 0 else { throw error(.defaultWritten) }
    guard let read = EventType.read(wire: number) else {
      throw error(.unsupported(field: field, number: number))
    }
    try advance()
    return read
  }

  /// The positions that an event takes back, ascending.
  fileprivate mutating func retracts(_ field: Int) throws(RecordError) -> [UInt64] {
    guard try finds(field, .bytes) else { return [] }
    let positions = try packedValue()
    guard zip(positions, positions.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw error(.invalid(field: field))
    }
    try advance()
    return positions
  }
}

extension EventType: WireNumber {
  var wire: UInt64 { specification.wire }
}

extension Event {
  /// Reads the fields from 8 on: all but what `EventRecord` reads.
  fileprivate init(
    id: EventID, type: EventType, effectiveOn: ImpreciseDay?, restFrom reader: inout WireReader
  ) throws(RecordError) {
    let ends: [UnitID] = try reader.ids(8)
    let persists: [UnitID] = try reader.ids(9)
    let born: [Birth] = try reader.messages(10)
    let term = try reader.optionalText(11)
    let citations: [Citation] = try reader.messages(12)
    let certainty: Certainty = try reader.number(13)
    let alternatives: [Alternative] = try reader.messages(14)
    let note = try reader.optionalText(15)
    self.init(
      id: id, type: type, effectiveOn: effectiveOn, ends: ends, persists: persists, born: born,
      details: try Details(from: &reader), term: term, citations: citations,
      certainty: certainty, alternatives: alternatives, note: note)
  }

  fileprivate func writeBody(to writer: inout WireWriter) {
    writer.ids(8, ends)
    writer.ids(9, persists)
    writer.messages(10, born)
    writer.optionalText(11, term)
    writer.messages(12, citations)
    writer.number(13, certainty)
    writer.messages(14, alternatives)
    writer.optionalText(15, note)
    details.write(to: &writer)
  }
}

extension Birth: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    let id: UnitID = try reader.id(1)
    let name = Name(try reader.text(2), short: try reader.optionalText(3))
    let kind = try reader.text(4)
    let parent: Placement? = try reader.optionalMessage(5)
    guard parent != .notStated else { throw reader.error(.defaultWritten) }
    let codes: [Code] = try reader.messages(6)
    guard zip(codes, codes.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw reader.error(.invalid(field: 6))
    }
    self.init(
      id: id, name: name, kind: kind, parent: parent ?? .notStated, codes: codes,
      functions: try reader.messages(7), restores: try reader.ids(8),
      collective: try reader.flag(9), members: try reader.optionalSigned(10).map { Int($0) })
  }

  func write(to writer: inout WireWriter) {
    writer.id(1, id)
    writer.text(2, name.full)
    writer.optionalText(3, name.short)
    writer.text(4, kind)
    writer.optionalMessage(5, parent == .notStated ? nil : parent)
    writer.messages(6, sortedWhereNeeded(codes, by: <))
    writer.messages(7, functions)
    writer.ids(8, restores)
    writer.flag(9, collective)
    writer.optionalSigned(10, members.map { Int64($0) })
  }
}
