extension DocumentEncoder {
  /// What an event says under a key of its type; `nil` where it says nothing.
  func detail(_ key: EventKey, of event: Event) -> WrittenNode? {
    let details = event.details
    switch key {
    case .name: return details.name.map(WrittenNode.text)
    case .shortName: return details.shortName.map(WrittenNode.text)
    case .kind: return details.kind.map(WrittenNode.text)
    case .parent: return details.parent.map(placement)
    case .role: return details.role.map(WrittenNode.text)
    case .mode: return details.mode.map(WrittenNode.text)
    case .reason: return details.reason.map(WrittenNode.text)
    case .description: return details.description.map(WrittenNode.text)
    case .functions: return list(details.functions, function)
    case .from: return details.from.map { .text($0.text) }
    case .to: return details.to.map { .text($0.text) }
    case .links: return list(details.links, link)
    case .shares: return list(details.shares, share)
    case .scheme: return details.scheme.map(WrittenNode.text)
    case .value: return details.value.map(WrittenNode.text)
    case .period: return details.period.map(WrittenNode.text)
    case .posts: return list(details.posts, post)
    case .about: return list(details.about) { .text($0.text) }
    case .children: return policy(details.children)
    case .heldFunctions: return policy(details.heldFunctions)
    case .target: return details.target.map(WrittenNode.text)
    case .targets: return list(details.targets, WrittenNode.text)
    case .replacement: return replacement(details.replacement, in: event)
    case .ids: return list(details.ids) { .text($0.text) }
    case .canonical: return details.canonical.map { .text($0.text) }
    }
  }

  private func list<Value>(
    _ values: [Value], _ write: (Value) -> WrittenNode
  ) -> WrittenNode? {
    values.isEmpty ? nil : .sequence(values.map(write))
  }

  private func link(_ link: Link) -> WrittenNode {
    .mapping([("from", .text(link.from.text)), ("to", .text(link.to.text))])
  }

  private func share(_ share: Share) -> WrittenNode {
    var fields = MappingBuilder()
    fields.id("from", share.from)
    fields.id("to", share.to)
    fields.number("share", share.share)
    fields.number("amount", share.amount)
    fields.text("unit", share.unit)
    fields.add("basis", .plain(share.basis.rawValue))
    fields.text("note", share.note)
    return fields.mapping
  }

  private func post(_ post: Post) -> WrittenNode {
    .mapping([("unit", .text(post.unit.text)), ("title", .text(post.title))])
  }

  /// What counts instead; its id is that of the event, and is written only for a text, which may
  /// have no other key.
  private func replacement(_ replacement: Replacement?, in event: Event) -> WrittenNode {
    switch replacement {
    case nil: return .null
    case .event(let other): return self.event(other, defaultID: other.id, defaultDay: nil)
    case .act(let act): return self.act(act, isReplacement: true)
    case .claim(let claim): return self.claim(claim, isReplacement: true)
    case .instrument(var instrument):
      instrument.id = InstrumentID(event.id.text)
      return self.instrument(instrument)
    }
  }
}
