// What a text says about the organisation: claims, conflicts and coverage.

extension Claim {
  init(id: ClaimID, from reader: inout WireReader) throws(RecordError) {
    self.init(
      id: id, instrument: try reader.id(1), asOf: try reader.optionalMessage(2),
      measure: try Measure(from: &reader), value: try reader.optionalMessage(7),
      comparator: try reader.number(8), base: try reader.optionalMessage(9),
      percent: try reader.optionalMessage(10), parts: try reader.ids(11),
      includes: try reader.optionalText(12), excludes: try reader.optionalText(13),
      citations: try reader.messages(14), note: try reader.optionalText(15))
  }

  func writeBody(to writer: inout WireWriter) {
    writer.id(1, instrument)
    writer.optionalMessage(2, asOf)
    measure.write(to: &writer)
    writer.optionalMessage(7, value)
    writer.number(8, comparator)
    writer.optionalMessage(9, base)
    writer.optionalMessage(10, percent)
    writer.ids(11, parts)
    writer.optionalText(12, includes)
    writer.optionalText(13, excludes)
    writer.messages(14, citations)
    writer.optionalText(15, note)
  }
}

extension Claim.Measure {
  /// Reads the fields 3 to 6 of a claim, of which one stands.
  init(from reader: inout WireReader) throws(RecordError) {
    var measure: Claim.Measure?
    try reader.choice(3, .bytes, into: &measure) { (reader) throws(RecordError) in
      try reader.messageValue { (reader) throws(RecordError) in
        .count(
          kinds: try reader.texts(1), under: try reader.optionalID(2),
          level: try reader.number(3))
      }
    }
    try reader.choice(4, .bytes, into: &measure) { (reader) throws(RecordError) in
      try reader.messageValue { (reader) throws(RecordError) in
        .change(
          kinds: try reader.texts(1), under: try reader.optionalID(2),
          from: try reader.message(3), to: try reader.message(4))
      }
    }
    try reader.choice(5, .bytes, into: &measure) { (reader) throws(RecordError) in
      try reader.messageValue { (reader) throws(RecordError) in
        .quota(scheme: try reader.text(1), under: try reader.optionalID(2))
      }
    }
    try reader.choice(6, .bytes, into: &measure) { (reader) throws(RecordError) in
      try reader.messageValue { (reader) throws(RecordError) in
        .figure(what: try reader.text(1), unit: try reader.optionalText(2))
      }
    }
    self = try reader.chosen(measure, last: 6)
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .count(let kinds, let under, let level):
      writer.message(3) { writer in
        writer.texts(1, kinds)
        writer.optionalID(2, under)
        writer.number(3, level)
      }
    case .change(let kinds, let under, let from, let to):
      writer.message(4) { writer in
        writer.texts(1, kinds)
        writer.optionalID(2, under)
        writer.message(3, from)
        writer.message(4, to)
      }
    case .quota(let scheme, let under):
      writer.message(5) { writer in
        writer.text(1, scheme)
        writer.optionalID(2, under)
      }
    case .figure(let what, let unit):
      writer.message(6) { writer in
        writer.text(1, what)
        writer.optionalText(2, unit)
      }
    }
  }
}

extension Conflict {
  init(id: ConflictID, from reader: inout WireReader) throws(RecordError) {
    self.init(
      id: id, instrument: try reader.id(1), between: try reader.texts(2),
      note: try reader.optionalText(3))
  }

  func writeBody(to writer: inout WireWriter) {
    writer.id(1, instrument)
    writer.texts(2, between)
    writer.optionalText(3, note)
  }
}

extension Coverage: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(
      instrument: try reader.id(1), kinds: try reader.texts(2), under: try reader.optionalID(3),
      from: try reader.day(4), to: try reader.optionalDay(5), citations: try reader.messages(6),
      note: try reader.optionalText(7))
  }

  func write(to writer: inout WireWriter) {
    writer.id(1, instrument)
    writer.texts(2, kinds)
    writer.optionalID(3, under)
    writer.day(4, from)
    writer.optionalDay(5, to)
    writer.messages(6, citations)
    writer.optionalText(7, note)
  }
}
