/// Decodes trees into documents and gathers everything that is wrong on the way.
///
/// A value that cannot be read leaves a stand-in behind, so that the rest is still looked at; a
/// document with an error is not given out.
struct DocumentDecoder {
  let file: String
  private(set) var path: [DocumentError.Step] = []
  private(set) var errors: [DocumentError] = []
  private(set) var notices: [DocumentNotice] = []
  /// The document's own text, the default of citations and legal bases.
  var instrument: InstrumentID = ""
  /// The identifiers that its documents give, also those with errors, for comparison.
  var given: [GivenID] = []

  init(file: String) { self.file = file }

  /// Decodes one document; `nil` if anything is wrong with it.
  mutating func document(_ root: DocumentNode) -> ReadDocument? {
    let errorsBefore = errors.count
    guard let fields = fields(of: root, DocumentKeys.document) else { return nil }
    let own =
      value(fields, "instrument") { $0.instrument($1) } ?? Instrument(id: InstrumentID(""))
    instrument = own.id
    let instruments = list(fields, "instruments") { $0.instrument($1) }
    let (acts, actLines) = placed(fields, "acts") { $0.act($1) }
    let (claims, claimLines) = placed(fields, "claims") { $0.claim($1) }
    let (conflicts, conflictLines) = placed(fields, "conflicts") { $0.conflict($1) }
    let (coverage, coverageLines) = placed(fields, "coverage") { $0.coverage($1) }
    let document = Document(
      instrument: own, instruments: instruments, acts: acts, claims: claims,
      conflicts: conflicts, coverage: coverage)
    guard errors.count == errorsBefore else { return nil }
    return ReadDocument(
      document: document, file: file, line: root.mark.line, actLines: actLines,
      claimLines: claimLines, conflictLines: conflictLines, coverageLines: coverageLines)
  }

  /// Reads the list under a key, with the line on which each item begins.
  private mutating func placed<Value>(
    _ fields: NodeFields, _ key: String, _ read: (inout DocumentDecoder, DocumentNode) -> Value?
  ) -> (values: [Value], lines: [Int]) {
    var lines: [Int] = []
    let values = list(fields, key) { decoder, node in
      let value = read(&decoder, node)
      if value != nil { lines.append(node.mark.line) }
      return value
    }
    return (values, lines)
  }

  mutating func report(_ problem: DocumentError.Problem, at mark: TextMark) {
    errors.append(
      DocumentError(
        file: file, line: mark.line, column: mark.column, path: path, problem: problem))
  }

  /// Reports a problem of a key of the mapping that is being read.
  mutating func report(_ problem: DocumentError.Problem, key: String, at mark: TextMark) {
    path.append(.key(key))
    report(problem, at: mark)
    path.removeLast()
  }

  mutating func note(_ kind: DocumentNotice.Kind, at mark: TextMark) {
    notices.append(
      DocumentNotice(file: file, line: mark.line, column: mark.column, path: path, kind: kind))
  }

  /// Remembers an identifier that must be unique.
  mutating func give(_ id: String, at mark: TextMark) {
    given.append(.unique(id, line: mark.line, column: mark.column, path: path))
  }
}

// MARK: Mappings and lists

/// The values of a mapping by key.
struct NodeFields {
  let entries: [DocumentNode.Entry]
  let mark: TextMark

  /// The value of a key; of one that comes twice, the first.
  subscript(key: String) -> DocumentNode? {
    for entry in entries where entry.key == key { return entry.value }
    return nil
  }
}

extension DocumentDecoder {
  /// The values of a mapping, with its keys checked.
  mutating func fields(of node: DocumentNode, _ table: KeyTable) -> NodeFields? {
    guard let fields = anyFields(of: node) else { return nil }
    for entry in fields.entries where !table.all.contains(entry.key) {
      report(.unknownKey(allowed: table.all), key: entry.key, at: entry.mark)
    }
    requireKeys(table.required, in: fields)
    return fields
  }

  /// The values of a mapping whose keys are the author's own.
  mutating func anyFields(of node: DocumentNode) -> NodeFields? {
    guard case .mapping(let entries) = node.content else {
      reportShape(of: node, expected: .mapping)
      return nil
    }
    var lines: [String: Int] = [:]
    // Few mappings have many keys, and comparing few keys is cheaper than hashing them.
    for (index, entry) in entries.enumerated() {
      let first =
        entries.count <= 16
        ? entries[..<index].first { $0.key == entry.key }?.mark.line : lines[entry.key]
      if let first {
        report(.duplicateKey(firstLine: first), key: entry.key, at: entry.mark)
      } else if entries.count > 16 {
        lines[entry.key] = entry.mark.line
      }
    }
    return NodeFields(entries: entries, mark: node.mark)
  }

  mutating func requireKeys(_ keys: [String], in fields: NodeFields) {
    for key in keys where fields[key] == nil { report(.missingKey, key: key, at: fields.mark) }
  }

  /// Reads the value of a key, if there is one.
  mutating func value<Value>(
    _ fields: NodeFields, _ key: String, _ read: (inout DocumentDecoder, DocumentNode) -> Value?
  ) -> Value? {
    guard let node = fields[key] else { return nil }
    return inside(key) { read(&$0, node) }
  }

  /// Reads something under a key.
  mutating func inside<Value>(_ key: String, _ read: (inout DocumentDecoder) -> Value) -> Value {
    path.append(.key(key))
    defer { path.removeLast() }
    return read(&self)
  }

  /// Reads the list under a key; empty if there is none.
  mutating func list<Value>(
    _ fields: NodeFields, _ key: String, _ read: (inout DocumentDecoder, DocumentNode) -> Value?
  ) -> [Value] {
    value(fields, key) { $0.list($1, read) } ?? []
  }

  /// Reads the list under a key that must not be empty.
  mutating func filledList<Value>(
    _ fields: NodeFields, _ key: String, _ read: (inout DocumentDecoder, DocumentNode) -> Value?
  ) -> [Value] {
    value(fields, key) { decoder, node in
      if case .sequence(let items) = node.content, items.isEmpty {
        decoder.report(.nothing, at: node.mark)
      }
      return decoder.list(node, read)
    } ?? []
  }

  /// Reads the items of a list.
  mutating func list<Value>(
    _ node: DocumentNode, _ read: (inout DocumentDecoder, DocumentNode) -> Value?
  ) -> [Value]? {
    guard case .sequence(let items) = node.content else {
      reportShape(of: node, expected: .list)
      return nil
    }
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      path.append(.index(index))
      if let value = read(&self, item) { values.append(value) }
      path.removeLast()
    }
    return values
  }

  mutating func reportShape(of node: DocumentNode, expected: DocumentError.Shape...) {
    guard let found = node.shape else { return }
    report(.shape(found: found, expected: expected), at: node.mark)
  }
}

extension DocumentNode {
  /// `nil`: it could not be read.
  var shape: DocumentError.Shape? {
    switch content {
    case .mapping: .mapping
    case .sequence: .list
    case .text: .text
    case .null: .null
    case .unreadable: nil
    }
  }
}
