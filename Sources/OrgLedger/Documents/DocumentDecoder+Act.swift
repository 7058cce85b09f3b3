/// What the events of an act take from it.
struct ActContext {
  var id: ActID
  var status: Status
  var effectiveOn: ImpreciseDay?
  /// A replacement has the day of what it replaces, unless it says otherwise.
  var isReplacement = false
}

extension DocumentDecoder {
  mutating func act(_ node: DocumentNode) -> Act? {
    guard let fields = fields(of: node, DocumentKeys.act) else { return nil }
    let id: ActID =
      value(fields, "id") { decoder, node in
        let id: ActID? = decoder.identifier(node)
        if let id { decoder.give(id.text, at: node.mark) }
        return id
      } ?? ""
    return act(fields, id: id, isReplacement: false)
  }

  /// An act whose id is known.
  mutating func act(_ fields: NodeFields, id: ActID, isReplacement: Bool) -> Act {
    let context = ActContext(
      id: id,
      status: value(fields, "status") { $0.choice($1) } ?? .enacted,
      effectiveOn: value(fields, "effectiveOn") { $0.impreciseDay($1) },
      isReplacement: isReplacement)
    var number = 0
    let events = list(fields, "events") { decoder, node in
      number += 1
      return decoder.event(node, in: context, number: number)
    }
    var act = Act(
      id: id, status: context.status, effectiveOn: context.effectiveOn,
      order: value(fields, "order") { $0.integer($1) } ?? 0,
      instrument: instrument,
      orderedBy: value(fields, "orderedBy") { $0.list($1) { $0.identifier($1) } },
      enacts: list(fields, "enacts") { $0.identifier($1) },
      plannedUntil: value(fields, "plannedUntil") { $0.day($1) },
      note: value(fields, "note") { $0.text($1) },
      events: events)
    guard isReplacement else { return act }
    if fields["orderedBy"] != nil, act.orderedBy == [instrument] { act.stated.insert(.orderedBy) }
    if fields["order"] != nil, act.order == 0 { act.stated.insert(.order) }
    return act
  }
}
