extension DocumentDecoder {
  /// The keys that only some types take.
  mutating func details(_ fields: NodeFields, of event: Event) -> Event.Details {
    var details = Event.Details()
    let specification = event.type.specification
    for key in specification.required + specification.optional {
      _ = value(fields, key.rawValue) { decoder, node in
        decoder.read(
          key, node, of: event, isRequired: specification.required.contains(key), into: &details)
      }
    }
    return details
  }

  private mutating func read(
    _ key: EventKey, _ node: DocumentNode, of event: Event, isRequired: Bool,
    into details: inout Event.Details
  ) {
    let type = event.type
    if isRequired, case .sequence(let items) = node.content, items.isEmpty {
      report(.nothing, at: node.mark)
    }
    switch key {
    case .name: details.name = filledText(node)
    case .shortName: details.shortName = text(node)
    case .kind: details.kind = filledText(node)
    case .parent: details.parent = type == .reparented ? placement(node) : parent(node)
    case .role: details.role = role(node, type)
    case .mode: details.mode = words(node, key, type)
    case .reason: details.reason = words(node, key, type)
    case .description: details.description = filledText(node)
    case .functions: details.functions = list(node) { $0.function($1) } ?? []
    case .from: details.from = unitID(node)
    case .to: details.to = unitID(node)
    case .links: details.links = list(node) { $0.link($1) } ?? []
    case .shares: details.shares = list(node) { $0.share($1) } ?? []
    case .scheme: details.scheme = anyIdentifier(node)
    case .value: details.value = filledText(node)
    case .period: details.period = text(node)
    case .posts: details.posts = list(node) { $0.post($1) } ?? []
    case .about: details.about = list(node) { $0.unitID($1) } ?? []
    case .children: details.children = policy(node, type) { $0.unitID($1) }
    case .heldFunctions: details.heldFunctions = policy(node, type) { $0.identifier($1) }
    case .target: details.target = anyIdentifier(node)
    case .targets: details.targets = list(node) { $0.anyIdentifier($1) } ?? []
    case .replacement: details.replacement = replacement(node, in: event, target: details.target)
    case .ids: details.ids = list(node) { $0.unitID($1) } ?? []
    case .canonical: details.canonical = unitID(node)
    }
  }

  private mutating func parent(_ node: DocumentNode) -> Placement? {
    unitID(node).map { .under($0) }
  }

  /// A text, or one of the words that the key takes with the type.
  private mutating func words(_ node: DocumentNode, _ key: EventKey, _ type: EventType) -> String? {
    type.choices(of: key).map { word(node, of: $0) } ?? filledText(node)
  }

  private mutating func role(_ node: DocumentNode, _ type: EventType) -> String? {
    let role = words(node, .role, type)
    // The default and the same written out are one content.
    return type == .functionAssigned && role == Role.leads.rawValue ? nil : role
  }

  private mutating func policy<Key>(
    _ node: DocumentNode, _ type: EventType, _ key: (inout DocumentDecoder, DocumentNode) -> Key?
  ) -> Policy<Key> {
    let policy = policy(node, key) ?? .unstated
    return policy.addsNothing(to: type) ? .unstated : policy
  }

  /// A function: defined, or its bare id.
  mutating func function(_ node: DocumentNode) -> FunctionMention? {
    if case .text = node.content { return identifier(node).map { FunctionMention($0) } }
    guard case .mapping = node.content else {
      reportShape(of: node, expected: .text, .mapping)
      return nil
    }
    guard let fields = fields(of: node, DocumentKeys.function) else { return nil }
    return FunctionMention(
      value(fields, "id") { $0.identifier($1) } ?? "",
      name: value(fields, "name") { $0.filledText($1) },
      scope: value(fields, "scope") { $0.unitID($1) },
      parent: value(fields, "parent") { $0.identifier($1) })
  }

  private mutating func link(_ node: DocumentNode) -> Link? {
    guard let fields = fields(of: node, DocumentKeys.link) else { return nil }
    return Link(
      from: value(fields, "from") { $0.unitID($1) } ?? "",
      to: value(fields, "to") { $0.unitID($1) } ?? "")
  }

  private mutating func share(_ node: DocumentNode) -> Share? {
    guard let fields = fields(of: node, DocumentKeys.share) else { return nil }
    let basis: Share.Basis? = value(fields, "basis") { $0.choice($1) }
    return Share(
      from: value(fields, "from") { $0.unitID($1) } ?? "",
      to: value(fields, "to") { $0.unitID($1) } ?? "",
      share: value(fields, "share") { $0.decimal($1) },
      amount: value(fields, "amount") { $0.decimal($1) },
      unit: value(fields, "unit") { $0.text($1) },
      basis: basis ?? .area,
      note: value(fields, "note") { $0.text($1) })
  }

  private mutating func post(_ node: DocumentNode) -> Post? {
    guard let fields = fields(of: node, DocumentKeys.post) else { return nil }
    return Post(
      unit: value(fields, "unit") { $0.unitID($1) } ?? "",
      title: value(fields, "title") { $0.filledText($1) } ?? "")
  }
}
