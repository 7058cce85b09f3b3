// The single values: texts, identifiers, days, numbers, words of a closed list.

extension DocumentDecoder {
  /// A text, in NFC.
  mutating func text(_ node: DocumentNode) -> String? {
    guard case .text(let written) = node.content else {
      reportShape(of: node, expected: .text)
      return nil
    }
    let (text, changed) = normalForm(of: written)
    if changed { note(.normalised, at: node.mark) }
    return text
  }

  /// A text that says something.
  mutating func filledText(_ node: DocumentNode) -> String? {
    guard let text = text(node) else { return nil }
    if text.isEmpty { report(.nothing, at: node.mark) }
    return text
  }

  mutating func unitID(_ node: DocumentNode) -> UnitID? {
    guard let text = text(node) else { return nil }
    let id = UnitID(text)
    if text == "unknown" {
      report(.reservedID, at: node.mark)
    } else if !id.isWellFormed {
      report(.unitID(text), at: node.mark)
    }
    return id
  }

  /// An identifier of anything but a unit.
  mutating func identifier<Of>(_ node: DocumentNode) -> Identifier<Of>? {
    guard let text = text(node) else { return nil }
    let id = Identifier<Of>(text)
    if !id.isStorable { report(.identifier(text), at: node.mark) }
    return id
  }

  /// An identifier of a record whose kind is not known.
  mutating func anyIdentifier(_ node: DocumentNode) -> String? {
    let id: Identifier<DocumentNode>? = identifier(node)
    return id?.text
  }

  mutating func impreciseDay(_ node: DocumentNode) -> ImpreciseDay? {
    guard let text = text(node) else { return nil }
    do {
      return try ImpreciseDay(text)
    } catch {
      report(.day(error), at: node.mark)
      return nil
    }
  }

  mutating func day(_ node: DocumentNode) -> Day? {
    guard let text = text(node) else { return nil }
    do {
      return try Day(text)
    } catch {
      report(.day(error), at: node.mark)
      return nil
    }
  }

  mutating func decimal(_ node: DocumentNode) -> Decimal? {
    guard let text = text(node) else { return nil }
    guard let number = Decimal(text) else {
      report(.number(text), at: node.mark)
      return nil
    }
    return number
  }

  mutating func integer(_ node: DocumentNode) -> Int? {
    guard let text = text(node) else { return nil }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
      report(.integer(text), at: node.mark)
      return nil
    }
    return number
  }

  mutating func truth(_ node: DocumentNode) -> Bool? {
    word(node, of: ["true", "false"]).map { $0 == "true" }
  }

  /// A word of a closed list.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ node: DocumentNode) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(node) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(.choice(text, allowed: Choice.allCases.map(\.rawValue)), at: node.mark)
    return nil
  }

  mutating func word(_ node: DocumentNode, of allowed: [String]) -> String? {
    guard let text = text(node) else { return nil }
    if allowed.contains(text) { return text }
    report(.choice(text, allowed: allowed), at: node.mark)
    return nil
  }

  /// Where a unit stands: an id, `null` for a top, `unknown` for what is not stated.
  mutating func placement(_ node: DocumentNode) -> Placement? {
    switch node.content {
    case .null: return .top
    case .text("unknown"): return .notStated
    case .text: return unitID(node).map { .under($0) }
    default:
      reportShape(of: node, expected: .text, .null)
      return nil
    }
  }

  /// What becomes of what ended units hold: `follow`, or where each goes.
  mutating func policy<Key>(
    _ node: DocumentNode, _ key: (inout DocumentDecoder, DocumentNode) -> Key?
  ) -> Policy<Key>? {
    switch node.content {
    case .text:
      return word(node, of: ["follow"]).map { _ in .follow }
    case .mapping:
      guard let fields = anyFields(of: node) else { return nil }
      var entries: [Key: Destination] = [:]
      for entry in fields.entries {
        let name = DocumentNode(content: .text(entry.key), mark: entry.mark)
        inside(entry.key) { decoder in
          let unit = key(&decoder, name)
          let destination = decoder.destination(entry.value)
          if let unit, let destination { entries[unit] = destination }
        }
      }
      return .map(entries)
    default:
      reportShape(of: node, expected: .text, .mapping)
      return nil
    }
  }

  private mutating func destination(_ node: DocumentNode) -> Destination? {
    placement(node).map {
      switch $0 {
      case .under(let unit): .unit(unit)
      case .top: .ends
      case .notStated: .notStated
      }
    }
  }
}
