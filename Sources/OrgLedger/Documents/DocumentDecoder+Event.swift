extension DocumentDecoder {
  mutating func event(_ node: DocumentNode, in act: ActContext, number: Int) -> Event? {
    guard let (type, fields) = typedFields(of: node) else { return nil }
    let id = eventID(fields, in: act, number: number)
    let stated = value(fields, "effectiveOn") { $0.impreciseDay($1) }
    let day = stated ?? act.effectiveOn
    // A day that is there and cannot be read has been reported already.
    if day == nil, fields["effectiveOn"] == nil, act.status == .enacted, !act.isReplacement,
      type.needsDay
    {
      report(.missingKey, key: "effectiveOn", at: fields.mark)
    }
    return event(fields, type: type, id: id, effectiveOn: day)
  }

  /// An event whose id and day are known.
  mutating func event(
    _ fields: NodeFields, type: EventType, id: EventID, effectiveOn: ImpreciseDay?
  ) -> Event {
    var event = Event(id: id, type: type, effectiveOn: effectiveOn)
    event.ends = participants(fields, "ends", type.specification.ends) { $0.unitID($1) }
    event.persists = participants(fields, "persists", type.specification.persists) {
      $0.unitID($1)
    }
    event.born = participants(fields, "born", type.specification.born) {
      $0.birth($1, type.mustRestore ? DocumentKeys.restoringBirth : DocumentKeys.birth)
    }
    event.details = details(fields, of: event)
    event.term = value(fields, "term") { $0.text($1) }
    event.citations = citations(fields)
    event.certainty = value(fields, "certainty") { $0.choice($1) } ?? .stated
    event.alternatives = list(fields, "alternatives") { $0.alternative($1) }
    event.note = value(fields, "note") { $0.text($1) }
    return event
  }

  /// The type of an event, and its values with the keys of that type checked.
  mutating func typedFields(of node: DocumentNode) -> (EventType, NodeFields)? {
    guard let fields = anyFields(of: node) else { return nil }
    guard let type: EventType = value(fields, "type", { $0.choice($1) }) else {
      if fields["type"] == nil { report(.missingKey, key: "type", at: fields.mark) }
      for entry in fields.entries where !DocumentKeys.anyEvent.contains(entry.key) {
        report(.unknownKey(allowed: DocumentKeys.anyEvent), key: entry.key, at: entry.mark)
      }
      return nil
    }
    let table = DocumentKeys.event(type)
    for entry in fields.entries where !table.all.contains(entry.key) {
      let problem: DocumentError.Problem =
        DocumentKeys.anyEvent.contains(entry.key)
        ? .keyNotOfType(type, allowed: table.all) : .unknownKey(allowed: table.all)
      report(problem, key: entry.key, at: entry.mark)
    }
    requireKeys(table.required, in: fields)
    return (type, fields)
  }

  private mutating func eventID(_ fields: NodeFields, in act: ActContext, number: Int) -> EventID {
    let stated: EventID? = value(fields, "id") { decoder, node in
      let id: EventID? = decoder.identifier(node)
      if let id, !act.isReplacement { decoder.give(id.text, at: node.mark) }
      return id
    }
    if let stated { return stated }
    let id = Act.eventID(act.id, number)
    if fields["id"] == nil, !act.isReplacement { give(id.text, at: fields.mark) }
    if !act.id.text.isEmpty, !id.isStorable { report(.identifier(id.text), at: fields.mark) }
    return id
  }

  private mutating func participants<Value>(
    _ fields: NodeFields, _ key: String, _ count: EventSpecification.Count,
    _ read: (inout DocumentDecoder, DocumentNode) -> Value?
  ) -> [Value] {
    // How many there are of how many is for the rules; that there are some is form.
    count.least > 0 ? filledList(fields, key, read) : list(fields, key, read)
  }

  private mutating func birth(_ node: DocumentNode, _ table: KeyTable) -> Birth? {
    guard let fields = fields(of: node, table) else { return nil }
    let name = Name(
      value(fields, "name") { $0.filledText($1) } ?? "",
      short: value(fields, "shortName") { $0.text($1) })
    return Birth(
      id: value(fields, "id") { $0.unitID($1) } ?? "",
      name: name,
      kind: value(fields, "kind") { $0.filledText($1) } ?? "",
      parent: value(fields, "parent") { $0.placement($1) } ?? .notStated,
      codes: value(fields, "codes") { $0.codes($1) } ?? [],
      functions: list(fields, "functions") { $0.function($1) },
      restores: list(fields, "restores") { $0.unitID($1) },
      collective: value(fields, "collective") { $0.truth($1) } ?? false,
      members: value(fields, "members") { $0.integer($1) })
  }

  private mutating func codes(_ node: DocumentNode) -> [Code]? {
    guard let fields = anyFields(of: node) else { return nil }
    return fields.entries.compactMap { entry in
      let name = DocumentNode(content: .text(entry.key), mark: entry.mark)
      return inside(entry.key) { decoder in
        guard let scheme = decoder.anyIdentifier(name),
          let value = decoder.filledText(entry.value)
        else { return nil }
        return Code(scheme: scheme, value: value)
      }
    }
  }

  private mutating func alternative(_ node: DocumentNode) -> Alternative? {
    guard let fields = fields(of: node, DocumentKeys.alternative),
      let key = value(fields, "key", { $0.text($1) }),
      let other = value(fields, "value", { $0.text($1) })
    else { return nil }
    return Alternative(key: key, value: other, citations: citations(fields))
  }
}
