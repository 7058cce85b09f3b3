extension DocumentDecoder {
  /// What counts instead of a corrected record; `null`: nothing does.
  ///
  /// Its kind is told by its keys: an act has `events`, an event a `type`, a claim something that
  /// it measures; the rest is a text.
  mutating func replacement(_ node: DocumentNode, in event: Event, target: String?) -> Replacement?
  {
    if case .null = node.content { return nil }
    guard case .mapping(let entries) = node.content else {
      reportShape(of: node, expected: .mapping, .null)
      return nil
    }
    let keys = entries.map(\.key)
    if keys.contains("type") { return eventReplacement(node, in: event, target) }
    if keys.contains("events") {
      return fields(of: node, DocumentKeys.act.withoutRequiredID).map {
        checkID($0, in: event, target)
        return .act(act($0, id: ActID(event.id.text), isReplacement: true))
      }
    }
    if keys.contains(where: { DocumentKeys.measures.contains($0) }) {
      return fields(of: node, DocumentKeys.claim.withoutRequiredID).map {
        checkID($0, in: event, target)
        return claim($0, id: ClaimID(event.id.text)).map(Replacement.claim)
      } ?? nil
    }
    if entries.isEmpty { report(.nothing, at: node.mark) }
    return fields(of: node, DocumentKeys.instrument.withoutRequiredID).map {
      checkID($0, in: event, target)
      return .instrument(instrument($0, id: InstrumentID(event.id.text)))
    }
  }

  private mutating func eventReplacement(
    _ node: DocumentNode, in event: Event, _ target: String?
  ) -> Replacement? {
    guard let (type, fields) = typedFields(of: node) else { return nil }
    checkID(fields, in: event, target)
    let day = value(fields, "effectiveOn") { $0.impreciseDay($1) }
    return .event(self.event(fields, type: type, id: event.id, effectiveOn: day))
  }

  /// A replacement has the id of the event that corrects; its author may repeat that or, having
  /// copied the record, leave the target's.
  private mutating func checkID(_ fields: NodeFields, in event: Event, _ target: String?) {
    let allowed = [event.id.text] + (target.map { [$0] } ?? [])
    _ = value(fields, "id") { decoder, node in
      guard let text = decoder.text(node), !allowed.contains(text) else { return }
      decoder.report(.replacementID(text, allowed: allowed), at: node.mark)
    }
  }
}

extension KeyTable {
  fileprivate var withoutRequiredID: KeyTable {
    KeyTable(all, required: required.filter { $0 != "id" })
  }
}
