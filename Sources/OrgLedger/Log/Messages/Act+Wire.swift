// An act. In a record it is its header alone, since its events are records of their own; in a
// replacement and in the content that is compared, its events follow.

extension ActHeader {
  init(id: ActID, from reader: inout WireReader) throws(RecordError) {
    let status: Status = try reader.number(1)
    let order = Int(try reader.signed(2))
    self.init(
      Act(
        id: id, status: status, effectiveOn: try reader.optionalMessage(3), order: order,
        instrument: try reader.id(4), orderedBy: try reader.ids(5), enacts: try reader.ids(6),
        plannedUntil: try reader.optionalDay(7), note: try reader.optionalText(8), events: []))
  }

  func writeBody(to writer: inout WireWriter) {
    writer.number(1, status)
    writer.signed(2, Int64(order))
    writer.optionalMessage(3, effectiveOn)
    writer.id(4, instrument)
    writer.ids(5, orderedBy)
    writer.ids(6, enacts)
    writer.optionalDay(7, plannedUntil)
    writer.optionalText(8, note)
  }
}

extension Act {
  init(id: ActID, from reader: inout WireReader) throws(RecordError) {
    let header = try ActHeader(id: id, from: &reader)
    var events: [Event] = []
    while let entry: Replacement = try reader.optionalMessage(9) {
      guard case .event(let event) = entry else { throw reader.error(.invalid(field: 9)) }
      events.append(event)
    }
    self = header.act(with: events)
    if try reader.flag(10) { stated.insert(.orderedBy) }
    if try reader.flag(11) { stated.insert(.order) }
  }

  func writeBody(to writer: inout WireWriter) {
    ActHeader(self).writeBody(to: &writer)
    for event in events { writer.message(9, Replacement.event(event)) }
    writer.flag(10, stated.contains(.orderedBy))
    writer.flag(11, stated.contains(.order))
  }
}
