extension DocumentDecoder {
  mutating func instrument(_ node: DocumentNode) -> Instrument? {
    guard let fields = fields(of: node, DocumentKeys.instrument) else { return nil }
    let id: InstrumentID = value(fields, "id") { $0.identifier($1) } ?? ""
    let instrument = instrument(fields, id: id)
    given.append(
      .instrument(instrument, line: node.mark.line, column: node.mark.column, path: path))
    return instrument
  }

  /// A text whose id is known.
  mutating func instrument(_ fields: NodeFields, id: InstrumentID) -> Instrument {
    Instrument(
      id: id,
      number: value(fields, "number") { $0.text($1) },
      kind: value(fields, "kind") { $0.text($1) },
      issuer: value(fields, "issuer") { $0.text($1) },
      title: value(fields, "title") { $0.text($1) },
      issuedOn: value(fields, "issuedOn") { $0.impreciseDay($1) },
      inForceOn: value(fields, "inForceOn") { $0.impreciseDay($1) },
      relations: list(fields, "relations") { $0.relation($1) },
      source: value(fields, "source") { $0.source($1) },
      note: value(fields, "note") { $0.text($1) })
  }

  private mutating func relation(_ node: DocumentNode) -> InstrumentRelation? {
    guard let fields = fields(of: node, DocumentKeys.relation),
      let relation: InstrumentRelation.Kind = value(fields, "relation", { $0.choice($1) }),
      let instrument: InstrumentID = value(fields, "instrument", { $0.identifier($1) })
    else { return nil }
    return InstrumentRelation(relation: relation, instrument: instrument)
  }

  private mutating func source(_ node: DocumentNode) -> Source? {
    guard let fields = fields(of: node, DocumentKeys.source) else { return nil }
    return Source(
      file: value(fields, "file") { $0.text($1) },
      sha256: value(fields, "sha256") { $0.text($1) },
      url: value(fields, "url") { $0.text($1) })
  }

  mutating func citations(_ fields: NodeFields) -> [Citation] {
    list(fields, "citations") { $0.citation($1) }
  }

  private mutating func citation(_ node: DocumentNode) -> Citation? {
    guard let fields = fields(of: node, DocumentKeys.citation) else { return nil }
    let stated: InstrumentID? = value(fields, "instrument") { $0.identifier($1) }
    return Citation(
      // The default and the same written out are one content.
      instrument: stated == instrument ? nil : stated,
      lines: value(fields, "lines") { $0.text($1) },
      article: value(fields, "article") { $0.text($1) },
      page: value(fields, "page") { $0.text($1) },
      quote: value(fields, "quote") { $0.text($1) })
  }
}
