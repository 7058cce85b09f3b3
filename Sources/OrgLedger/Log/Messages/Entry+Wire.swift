// An entry is an identifier and a body: a record without its position, time and author. It stands
// where one thing holds another whole, in a replacement and for the events of a replaced act, and
// its bytes are what is compared where the same thing is recorded again.

/// The numbers of the fields that a record and an entry share.
enum EntryField {
  static let id = 4
  static let instrument = 16
  static let act = 17
  static let event = 18
  static let claim = 19
  static let conflict = 20
  static let coverage = 21
}

extension Replacement: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    let id = try reader.text(EntryField.id)
    var entry: Replacement?
    try reader.choice(EntryField.instrument, .bytes, into: &entry) {
      (reader) throws(RecordError) in
      .instrument(
        try reader.messageValue { (reader) throws(RecordError) in
          try Instrument(id: InstrumentID(id), from: &reader)
        })
    }
    try reader.choice(EntryField.act, .bytes, into: &entry) { (reader) throws(RecordError) in
      .act(
        try reader.messageValue { (reader) throws(RecordError) in
          try Act(id: ActID(id), from: &reader)
        })
    }
    try reader.choice(EntryField.event, .bytes, into: &entry) { (reader) throws(RecordError) in
      .event(
        try reader.messageValue { (reader) throws(RecordError) in
          try Event(id: EventID(id), from: &reader)
        })
    }
    try reader.choice(EntryField.claim, .bytes, into: &entry) { (reader) throws(RecordError) in
      .claim(
        try reader.messageValue { (reader) throws(RecordError) in
          try Claim(id: ClaimID(id), from: &reader)
        })
    }
    self = try reader.chosen(entry, last: EntryField.claim)
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .instrument(let instrument):
      writer.id(EntryField.id, instrument.id)
      writer.message(EntryField.instrument) { instrument.writeBody(to: &$0) }
    case .act(let act):
      writer.id(EntryField.id, act.id)
      writer.message(EntryField.act) { act.writeBody(to: &$0) }
    case .event(let event):
      writer.id(EntryField.id, event.id)
      writer.message(EntryField.event) { event.writeAlone(to: &$0) }
    case .claim(let claim):
      writer.id(EntryField.id, claim.id)
      writer.message(EntryField.claim) { claim.writeBody(to: &$0) }
    }
  }
}

extension Event {
  /// Reads an event that is no record: without act, status, order, slot and retractions.
  fileprivate init(id: EventID, from reader: inout WireReader) throws(RecordError) {
    let record = try EventRecord(id: id, from: &reader)
    guard record.act == 0, record.status == .enacted, record.order == 0, record.slot == nil,
      record.retracts.isEmpty
    else { throw reader.error(.invalid(field: EntryField.event)) }
    self = record.event
  }

  func writeAlone(to writer: inout WireWriter) {
    EventRecord(event: self).writeBody(to: &writer)
  }
}

extension EventRecord {
  /// An event as it is before it is recorded.
  fileprivate convenience init(event: Event) {
    self.init(event: event, act: 0, status: .enacted, order: 0)
  }
}
