/// Turns a document into what is written: keys in the order of the format, defaults left out.
struct DocumentEncoder {
  /// The document's own text, the default of citations and legal bases.
  let own: InstrumentID

  static func tree(_ document: Document) -> WrittenNode {
    let encoder = DocumentEncoder(own: document.instrument.id)
    var fields = MappingBuilder()
    fields.add("instrument", encoder.instrument(document.instrument, record: true))
    fields.list("instruments", document.instruments) { encoder.instrument($0) }
    fields.list("acts", document.acts) { encoder.act($0) }
    fields.list("claims", document.claims) { encoder.claim($0) }
    fields.list("conflicts", document.conflicts) { encoder.conflict($0) }
    fields.list("coverage", document.coverage) { encoder.coverage($0) }
    return fields.record
  }

  func instrument(_ instrument: Instrument, record: Bool = false) -> WrittenNode {
    var fields = MappingBuilder()
    fields.id("id", instrument.id)
    fields.text("number", instrument.number)
    fields.text("kind", instrument.kind)
    fields.text("issuer", instrument.issuer)
    fields.text("title", instrument.title)
    fields.day("issuedOn", instrument.issuedOn)
    fields.day("inForceOn", instrument.inForceOn)
    fields.list("relations", instrument.relations) { relation in
      var fields = MappingBuilder()
      fields.add("relation", .plain(relation.relation.rawValue))
      fields.id("instrument", relation.instrument)
      return fields.mapping
    }
    if let source = instrument.source {
      var inner = MappingBuilder()
      inner.text("file", source.file)
      inner.text("sha256", source.sha256)
      inner.text("url", source.url)
      fields.add("source", inner.mapping)
    }
    fields.text("note", instrument.note)
    return record ? fields.record : fields.mapping
  }

  /// An act; that of a replacement has its correction's id, which is not written.
  func act(_ act: Act, isReplacement: Bool = false) -> WrittenNode {
    var fields = MappingBuilder()
    if !isReplacement { fields.id("id", act.id) }
    if act.status != .enacted { fields.add("status", .plain(act.status.rawValue)) }
    fields.day("effectiveOn", act.effectiveOn)
    if act.order != 0 || act.stated.contains(.order) {
      fields.add("order", .literal(String(act.order)))
    }
    if act.orderedBy != [own] || act.stated.contains(.orderedBy) {
      fields.add("orderedBy", .sequence(act.orderedBy.map { .text($0.text) }))
    }
    fields.ids("enacts", act.enacts)
    fields.day("plannedUntil", act.plannedUntil.map { ImpreciseDay($0) })
    fields.text("note", act.note)
    let events = act.events.enumerated().map { index, event in
      self.event(
        event, defaultID: Act.eventID(act.id, index + 1), defaultDay: act.effectiveOn)
    }
    // An act is told from other replacements by this key.
    if !events.isEmpty || isReplacement { fields.add("events", .sequence(events)) }
    return fields.record
  }

  func citations(_ citations: [Citation]) -> WrittenNode? {
    guard !citations.isEmpty else { return nil }
    return .sequence(
      citations.map { citation in
        var fields = MappingBuilder()
        // One that says nothing but which text is easier to read with its name.
        fields.id("instrument", citation == Citation() ? own : citation.instrument)
        fields.text("lines", citation.lines)
        fields.text("article", citation.article)
        fields.text("page", citation.page)
        fields.text("quote", citation.quote)
        return fields.mapping
      })
  }
}
