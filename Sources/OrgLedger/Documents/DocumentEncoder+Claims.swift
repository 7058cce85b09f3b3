extension DocumentEncoder {
  func claim(_ claim: Claim, isReplacement: Bool = false) -> WrittenNode {
    var fields = MappingBuilder()
    if !isReplacement { fields.id("id", claim.id) }
    fields.day("asOf", claim.asOf)
    let (key, measure) = measure(claim.measure)
    fields.add(key, measure)
    fields.number("value", claim.value)
    if claim.comparator != .equal { fields.add("comparator", .plain(claim.comparator.rawValue)) }
    fields.number("base", claim.base)
    fields.number("percent", claim.percent)
    fields.ids("parts", claim.parts)
    fields.text("includes", claim.includes)
    fields.text("excludes", claim.excludes)
    fields.add("citations", citations(claim.citations))
    fields.text("note", claim.note)
    return fields.mapping
  }

  private func measure(_ measure: Claim.Measure) -> (String, WrittenNode) {
    var fields = MappingBuilder()
    switch measure {
    case .count(let kinds, let under, let level):
      fields.list("kinds", kinds, WrittenNode.text)
      fields.id("under", under)
      if level != .all { fields.add("level", .plain(level.rawValue)) }
      return ("count", fields.mapping)
    case .change(let kinds, let under, let from, let to):
      fields.list("kinds", kinds, WrittenNode.text)
      fields.id("under", under)
      fields.day("from", from)
      fields.day("to", to)
      return ("change", fields.mapping)
    case .quota(let scheme, let under):
      fields.text("scheme", scheme)
      fields.id("under", under)
      return ("quota", fields.mapping)
    case .figure(let what, let unit):
      fields.text("what", what)
      fields.text("unit", unit)
      return ("figure", fields.mapping)
    }
  }

  func conflict(_ conflict: Conflict) -> WrittenNode {
    var fields = MappingBuilder()
    fields.id("id", conflict.id)
    fields.list("between", conflict.between, WrittenNode.text)
    fields.text("note", conflict.note)
    return fields.mapping
  }

  func coverage(_ coverage: Coverage) -> WrittenNode {
    var fields = MappingBuilder()
    fields.list("kinds", coverage.kinds, WrittenNode.text)
    fields.id("under", coverage.under)
    fields.day("from", ImpreciseDay(coverage.from))
    fields.day("to", coverage.to.map { ImpreciseDay($0) })
    fields.add("citations", citations(coverage.citations))
    fields.text("note", coverage.note)
    return fields.mapping
  }
}
