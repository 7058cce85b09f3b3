// The identifier and body of a record, behind its position, time and author.

extension Record.Body {
  init(from reader: inout WireReader) throws(RecordError) {
    let id = try reader.text(EntryField.id)
    var body: Record.Body?
    try reader.choice(EntryField.instrument, .bytes, into: &body) {
      (reader) throws(RecordError) in
      .instrument(
        try reader.messageValue { (reader) throws(RecordError) in
          try Instrument(id: InstrumentID(id), from: &reader)
        })
    }
    try reader.choice(EntryField.act, .bytes, into: &body) { (reader) throws(RecordError) in
      .act(
        try reader.messageValue { (reader) throws(RecordError) in
          let act = try Act(id: ActID(id), from: &reader)
          guard act.events.isEmpty else { throw reader.error(.invalid(field: 9)) }
          return ActHeader(act)
        })
    }
    try reader.choice(EntryField.event, .bytes, into: &body) { (reader) throws(RecordError) in
      .event(
        try reader.messageValue { (reader) throws(RecordError) in
          try EventRecord(id: EventID(id), from: &reader)
        })
    }
    try reader.choice(EntryField.claim, .bytes, into: &body) { (reader) throws(RecordError) in
      .claim(
        try reader.messageValue { (reader) throws(RecordError) in
          try Claim(id: ClaimID(id), from: &reader)
        })
    }
    try reader.choice(EntryField.conflict, .bytes, into: &body) { (reader) throws(RecordError) in
      .conflict(
        try reader.messageValue { (reader) throws(RecordError) in
          try Conflict(id: ConflictID(id), from: &reader)
        })
    }
    try reader.choice(EntryField.coverage, .bytes, into: &body) { (reader) throws(RecordError) in
      guard id.isEmpty else { throw reader.error(.invalid(field: EntryField.id)) }
      return .coverage(
        try reader.messageValue { (reader) throws(RecordError) in try Coverage(from: &reader) })
    }
    self = try reader.chosen(body, last: EntryField.coverage)
  }

  func write(to writer: inout WireWriter) {
    writer.text(EntryField.id, id)
    switch self {
    case .instrument(let instrument):
      writer.message(EntryField.instrument) { instrument.writeBody(to: &$0) }
    case .act(let act): writer.message(EntryField.act) { act.writeBody(to: &$0) }
    case .event(let record): writer.message(EntryField.event) { record.writeBody(to: &$0) }
    case .claim(let claim): writer.message(EntryField.claim) { claim.writeBody(to: &$0) }
    case .conflict(let conflict):
      writer.message(EntryField.conflict) { conflict.writeBody(to: &$0) }
    case .coverage(let coverage): writer.message(EntryField.coverage, coverage)
    }
  }
}
