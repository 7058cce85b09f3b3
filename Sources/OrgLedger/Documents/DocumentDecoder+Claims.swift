extension DocumentDecoder {
  mutating func claim(_ node: DocumentNode) -> Claim? {
    guard let fields = fields(of: node, DocumentKeys.claim) else { return nil }
    let id: ClaimID =
      value(fields, "id") { decoder, node in
        let id: ClaimID? = decoder.identifier(node)
        if let id { decoder.give(id.text, at: node.mark) }
        return id
      } ?? ""
    return claim(fields, id: id)
  }

  /// A claim whose id is known.
  mutating func claim(_ fields: NodeFields, id: ClaimID) -> Claim? {
    let measure = measure(fields)
    let claim = Claim(
      id: id, instrument: instrument,
      asOf: value(fields, "asOf") { $0.impreciseDay($1) },
      measure: measure ?? .figure(what: "", unit: nil),
      value: value(fields, "value") { $0.decimal($1) },
      comparator: value(fields, "comparator") { $0.choice($1) } ?? .equal,
      base: value(fields, "base") { $0.decimal($1) },
      percent: value(fields, "percent") { $0.decimal($1) },
      parts: list(fields, "parts") { $0.identifier($1) },
      includes: value(fields, "includes") { $0.text($1) },
      excludes: value(fields, "excludes") { $0.text($1) },
      citations: citations(fields),
      note: value(fields, "note") { $0.text($1) })
    return measure == nil ? nil : claim
  }

  private mutating func measure(_ fields: NodeFields) -> Claim.Measure? {
    let found = DocumentKeys.measures.filter { fields[$0] != nil }
    guard found.count == 1 else {
      report(.exactlyOne(of: DocumentKeys.measures, found: found), at: fields.mark)
      return nil
    }
    return value(fields, found[0]) { decoder, node in
      switch found[0] {
      case "count": decoder.count(node)
      case "change": decoder.change(node)
      case "quota": decoder.quota(node)
      default: decoder.figure(node)
      }
    }
  }

  private mutating func count(_ node: DocumentNode) -> Claim.Measure? {
    guard let fields = fields(of: node, DocumentKeys.count) else { return nil }
    return .count(
      kinds: kinds(fields), under: value(fields, "under") { $0.unitID($1) },
      level: value(fields, "level") { $0.choice($1) } ?? .all)
  }

  private mutating func change(_ node: DocumentNode) -> Claim.Measure? {
    guard let fields = fields(of: node, DocumentKeys.change) else { return nil }
    return .change(
      kinds: kinds(fields), under: value(fields, "under") { $0.unitID($1) },
      from: value(fields, "from") { $0.impreciseDay($1) } ?? .notStated,
      to: value(fields, "to") { $0.impreciseDay($1) } ?? .notStated)
  }

  private mutating func quota(_ node: DocumentNode) -> Claim.Measure? {
    guard let fields = fields(of: node, DocumentKeys.quota) else { return nil }
    return .quota(
      scheme: value(fields, "scheme") { $0.anyIdentifier($1) } ?? "",
      under: value(fields, "under") { $0.unitID($1) })
  }

  private mutating func figure(_ node: DocumentNode) -> Claim.Measure? {
    guard let fields = fields(of: node, DocumentKeys.figure) else { return nil }
    return .figure(
      what: value(fields, "what") { $0.filledText($1) } ?? "",
      unit: value(fields, "unit") { $0.text($1) })
  }

  private mutating func kinds(_ fields: NodeFields) -> [String] {
    filledList(fields, "kinds") { $0.filledText($1) }
  }

  mutating func conflict(_ node: DocumentNode) -> Conflict? {
    guard let fields = fields(of: node, DocumentKeys.conflict) else { return nil }
    let id: ConflictID =
      value(fields, "id") { decoder, node in
        let id: ConflictID? = decoder.identifier(node)
        if let id { decoder.give(id.text, at: node.mark) }
        return id
      } ?? ""
    return Conflict(
      id: id, instrument: instrument,
      between: filledList(fields, "between") { $0.anyIdentifier($1) },
      note: value(fields, "note") { $0.text($1) })
  }

  mutating func coverage(_ node: DocumentNode) -> Coverage? {
    guard let fields = fields(of: node, DocumentKeys.coverage) else { return nil }
    return Coverage(
      instrument: instrument, kinds: kinds(fields),
      under: value(fields, "under") { $0.unitID($1) },
      from: value(fields, "from") { $0.day($1) } ?? .distantPast,
      to: value(fields, "to") { $0.openEnd($1) } ?? nil,
      citations: citations(fields),
      note: value(fields, "note") { $0.text($1) })
  }

  /// A day, or `null` for an end that is open.
  private mutating func openEnd(_ node: DocumentNode) -> Day? {
    if case .null = node.content { return nil }
    return day(node)
  }
}
