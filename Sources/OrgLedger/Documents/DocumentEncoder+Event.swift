extension DocumentEncoder {
  func event(_ event: Event, defaultID: EventID, defaultDay: ImpreciseDay?) -> WrittenNode {
    var fields = MappingBuilder()
    if event.id != defaultID { fields.id("id", event.id) }
    fields.add("type", .plain(event.type.rawValue))
    if event.effectiveOn != defaultDay { fields.day("effectiveOn", event.effectiveOn) }
    fields.ids("ends", event.ends)
    fields.ids("persists", event.persists)
    fields.list("born", event.born, birth)
    for name in DocumentKeys.event(event.type).all {
      if let key = EventKey(rawValue: name) { fields.add(name, detail(key, of: event)) }
    }
    fields.text("term", event.term)
    fields.add("citations", citations(event.citations))
    if event.certainty != .stated { fields.add("certainty", .plain(event.certainty.rawValue)) }
    fields.list("alternatives", event.alternatives) { alternative in
      var fields = MappingBuilder()
      fields.text("key", alternative.key)
      fields.text("value", alternative.value)
      fields.add("citations", citations(alternative.citations))
      return fields.mapping
    }
    fields.text("note", event.note)
    return fields.record
  }

  private func birth(_ birth: Birth) -> WrittenNode {
    var fields = MappingBuilder()
    fields.id("id", birth.id)
    fields.text("name", birth.name.full)
    fields.text("kind", birth.kind)
    if birth.parent != .notStated { fields.add("parent", placement(birth.parent)) }
    fields.text("shortName", birth.name.short)
    if !birth.codes.isEmpty {
      fields.add("codes", .mapping(birth.codes.map { ($0.scheme, .text($0.value)) }))
    }
    fields.list("functions", birth.functions, function)
    fields.ids("restores", birth.restores)
    if birth.collective { fields.add("collective", .literal("true")) }
    fields.add("members", birth.members.map { .literal(String($0)) })
    return fields.mapping
  }

  func placement(_ placement: Placement) -> WrittenNode {
    switch placement {
    case .notStated: .plain("unknown")
    case .top: .null
    case .under(let unit): .text(unit.text)
    }
  }

  func function(_ function: FunctionMention) -> WrittenNode {
    guard function != FunctionMention(function.id) else { return .text(function.id.text) }
    var fields = MappingBuilder()
    fields.id("id", function.id)
    fields.text("name", function.name)
    fields.id("scope", function.scope)
    fields.id("parent", function.parent)
    return fields.mapping
  }

  func policy<Key>(_ policy: Policy<Identifier<Key>>) -> WrittenNode? {
    switch policy {
    case .unstated: nil
    case .follow: .plain("follow")
    case .entries(let entries): .mapping(entries.map { ($0.key.text, destination($0.destination)) })
    }
  }

  private func destination(_ destination: Destination) -> WrittenNode {
    switch destination {
    case .unit(let unit): .text(unit.text)
    case .ends: .null
    case .notStated: .plain("unknown")
    }
  }
}
