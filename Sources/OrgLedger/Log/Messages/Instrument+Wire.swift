// A text; its identifier stands in the record or entry that holds it.

extension Instrument {
  init(id: InstrumentID, from reader: inout WireReader) throws(RecordError) {
    self.init(
      id: id, number: try reader.optionalText(1), kind: try reader.optionalText(2),
      issuer: try reader.optionalText(3), title: try reader.optionalText(4),
      issuedOn: try reader.optionalMessage(5), inForceOn: try reader.optionalMessage(6),
      relations: try reader.messages(7), source: try reader.optionalMessage(8),
      note: try reader.optionalText(9))
  }

  func writeBody(to writer: inout WireWriter) {
    writer.optionalText(1, number)
    writer.optionalText(2, kind)
    writer.optionalText(3, issuer)
    writer.optionalText(4, title)
    writer.optionalMessage(5, issuedOn)
    writer.optionalMessage(6, inForceOn)
    writer.messages(7, relations)
    writer.optionalMessage(8, source)
    writer.optionalText(9, note)
  }
}

extension InstrumentRelation: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(relation: try reader.number(1), instrument: try reader.id(2))
  }

  func write(to writer: inout WireWriter) {
    writer.number(1, relation)
    writer.id(2, instrument)
  }
}

extension Source: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(
      file: try reader.optionalText(1), sha256: try reader.optionalText(2),
      url: try reader.optionalText(3))
  }

  func write(to writer: inout WireWriter) {
    writer.optionalText(1, file)
    writer.optionalText(2, sha256)
    writer.optionalText(3, url)
  }
}

extension Citation: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(
      instrument: try reader.optionalID(1), lines: try reader.optionalText(2),
      article: try reader.optionalText(3), page: try reader.optionalText(4),
      quote: try reader.optionalText(5))
  }

  func write(to writer: inout WireWriter) {
    writer.optionalID(1, instrument)
    writer.optionalText(2, lines)
    writer.optionalText(3, article)
    writer.optionalText(4, page)
    writer.optionalText(5, quote)
  }
}

extension Alternative: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(
      key: try reader.text(1), value: try reader.text(2), citations: try reader.messages(3))
  }

  func write(to writer: inout WireWriter) {
    writer.text(1, key)
    writer.text(2, value)
    writer.messages(3, citations)
  }
}
