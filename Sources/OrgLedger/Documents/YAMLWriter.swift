/// Writes YAML as people write it: records in lines of their own, what fits one line in one.
struct YAMLWriter {
  /// How wide a line may become for the sake of fewer lines.
  private static let width = 100

  private var lines: [String] = []

  /// A mapping as a document.
  static func text(of root: WrittenNode) -> String {
    var writer = YAMLWriter()
    if case .mapping(let entries, _) = root {
      for entry in entries { writer.write(entry, indentation: 0, lead: "") }
    }
    return writer.lines.map { $0 + "\n" }.joined()
  }

  /// Writes a key with its value; the lead is what stands before the key instead of spaces.
  private mutating func write(
    _ entry: (key: String, value: WrittenNode), indentation: Int, lead: String
  ) {
    let start = lead + YAMLScalar.written(entry.key, inFlow: false) + ":"
    if let inline = inline(entry.value, after: start) {
      lines.append("\(start) \(inline)")
      return
    }
    lines.append(start)
    let inner = indentation + 2
    switch entry.value {
    case .mapping(let entries, _):
      for entry in entries { write(entry, indentation: inner, lead: spaces(inner)) }
    case .sequence(let items):
      for item in items { write(item: item, indentation: inner) }
    default: break
    }
  }

  private mutating func write(item: WrittenNode, indentation: Int) {
    let dash = spaces(indentation) + "- "
    if let inline = inline(item, after: dash) {
      lines.append(dash + inline)
    } else if case .mapping(let entries, _) = item {
      for (index, entry) in entries.enumerated() {
        write(
          entry, indentation: indentation + 2,
          lead: index == 0 ? dash : spaces(indentation + 2))
      }
    } else {
      lines.append(dash + flow(item))
    }
  }

  /// A value that stands behind its key or dash: a scalar, an empty collection, or one that fits.
  private func inline(_ node: WrittenNode, after start: String) -> String? {
    switch node {
    case .text(let text): return YAMLScalar.written(text, inFlow: false)
    case .mapping(let entries, _) where entries.isEmpty: return "{}"
    case .sequence(let items) where items.isEmpty: return "[]"
    case .mapping, .sequence:
      guard !hasRecord(node) else { return nil }
      let text = flow(node)
      let fits = start.unicodeScalars.count + 1 + text.unicodeScalars.count <= Self.width
      return fits ? text : nil
    default: return flow(node)
    }
  }

  private func hasRecord(_ node: WrittenNode) -> Bool {
    switch node {
    case .mapping(let entries, let record): record || entries.contains { hasRecord($0.value) }
    case .sequence(let items): items.contains(where: hasRecord)
    default: false
    }
  }

  private func flow(_ node: WrittenNode) -> String {
    switch node {
    case .null: "null"
    case .literal(let text), .plain(let text): text
    case .text(let text): YAMLScalar.written(text, inFlow: true)
    case .sequence(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .mapping(let entries, _):
      "{"
        + entries.map { "\(YAMLScalar.written($0.key, inFlow: true)): \(flow($0.value))" }.joined(
          separator: ", ")
        + "}"
    }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
