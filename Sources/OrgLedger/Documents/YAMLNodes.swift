import Yams

/// Turns the documents of a YAML file into trees.
///
/// Each document is parsed on its own, so that a broken one does not hide what is wrong with the
/// next. Everything beyond plain mappings, lists and scalars is an error.
struct YAMLNodes {
  private(set) var roots: [DocumentNode] = []
  private(set) var errors: [NodeError] = []

  /// Reads the bytes of a file, which are UTF-8 and hold no zero byte.
  init(_ bytes: [UInt8]) {
    for chunk in YAMLChunk.split(bytes) {
      do {
        if let root = try self.root(of: chunk) { roots.append(root) }
      } catch {
        errors.append(error)
      }
    }
  }

  private mutating func root(of chunk: YAMLChunk) throws(NodeError) -> DocumentNode? {
    if let line = chunk.directive {
      throw NodeError(mark: TextMark(line: line, column: 1), problem: .directive)
    }
    var text = YAMLText(chunk)
    while true {
      do {
        // libyaml reads through a pointer that a string of up to 15 bytes does not keep; the
        // line breaks make every text longer and mean nothing.
        let padded = text.string + String(repeating: "\n", count: 16)
        let parser = try Parser(yaml: padded, resolver: .basic, encoding: .utf8)
        let root = try parser.nextRoot()
        var converter = YAMLConverter(text: text)
        // The nodes know their anchors only as long as the parser lives.
        let node = try withExtendedLifetime(parser) { () throws(NodeError) in
          try root.map { root throws(NodeError) in try converter.node(root, depth: 0) }
        }
        errors += converter.errors
        return node
      } catch let error as NodeError {
        throw error
      } catch let error as YamlError {
        // Yams gives up on a repeated key; marked as such, it is told from the first and the
        // decoder reports every one of them with its own line.
        if case .duplicatedKeysInMapping(let keys, let context) = error,
          let key = keys.first, text.markRepetition(of: key, at: TextMark(context.mark))
        {
          continue
        }
        throw NodeError(error, in: text)
      } catch {
        throw NodeError(
          mark: TextMark(line: text.firstLine, column: 1), problem: .syntax("\(error)"))
      }
    }
  }
}

/// Turns what Yams composed into our tree.
private struct YAMLConverter {
  let text: YAMLText
  var errors: [NodeError] = []
  private var anchors: Set<ObjectIdentifier> = []

  init(text: YAMLText) { self.text = text }

  mutating func node(_ node: Yams.Node, depth: Int, at place: TextMark? = nil) throws(NodeError)
    -> DocumentNode
  {
    let own = TextMark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    let mark = text.mark(own)
    guard depth < deepestNesting else {
      throw NodeError(mark: mark, problem: .tooDeep(limit: deepestNesting))
    }
    if let anchor = node.anchor {
      guard anchors.insert(ObjectIdentifier(anchor)).inserted else {
        // An alias comes as the node that it stands for, with that one's place; what holds it is
        // the nearest place that is known. What it stands for has been looked at already.
        report(.alias(anchor.rawValue), at: place ?? mark)
        return DocumentNode(content: .unreadable, mark: place ?? mark)
      }
      report(.anchor(anchor.rawValue), at: mark)
    }
    if text.character(at: own) == UInt8(ascii: "!") { report(.tag, at: mark) }
    switch node {
    case .scalar(let scalar): return DocumentNode(content: content(of: scalar), mark: mark)
    case .sequence(let sequence):
      var items: [DocumentNode] = []
      var last = mark
      for item in sequence {
        let converted = try self.node(item, depth: depth + 1, at: last)
        last = converted.mark
        items.append(converted)
      }
      return DocumentNode(content: .sequence(items), mark: mark)
    case .mapping(let mapping):
      var entries: [DocumentNode.Entry] = []
      for (key, value) in mapping {
        if let entry = try entry(key, value, depth: depth + 1, in: mark) { entries.append(entry) }
      }
      return DocumentNode(content: .mapping(entries), mark: mark)
    case .alias(let alias):
      report(.alias(alias.anchor.rawValue), at: place ?? mark)
      return DocumentNode(content: .unreadable, mark: mark)
    }
  }

  private mutating func entry(
    _ key: Yams.Node, _ value: Yams.Node, depth: Int, in mapping: TextMark
  ) throws(NodeError) -> DocumentNode.Entry? {
    let name = try node(key, depth: depth, at: mapping)
    let value = try node(value, depth: depth, at: name.mark)
    if case .unreadable = name.content { return nil }
    guard case .text(let written) = name.content else {
      report(.keyNotText, at: name.mark)
      return nil
    }
    guard written != "<<" else {
      report(.mergeKey, at: name.mark)
      return nil
    }
    return DocumentNode.Entry(key: YAMLText.unmarked(written), mark: name.mark, value: value)
  }

  private func content(of scalar: Yams.Node.Scalar) -> DocumentNode.Content {
    let plain = scalar.style == .plain || scalar.style == .any
    let isNull = plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    return isNull ? .null : .text(scalar.string)
  }

  private mutating func report(_ problem: DocumentError.Problem, at mark: TextMark) {
    let error = NodeError(mark: mark, problem: problem)
    // A mapping begins where its first key does, so that a mark before the key is seen twice.
    if !errors.contains(error) { errors.append(error) }
  }
}

extension NodeError {
  fileprivate init(_ error: YamlError, in text: YAMLText) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      let isTooDeep = [problem, context?.text ?? ""].contains { $0.hasPrefix("Maximum nesting") }
      // What was opened and never closed is missed at the end; where it was opened says more.
      let isAtEnd = text.character(at: TextMark(mark)) == nil
      self.init(
        mark: text.mark(TextMark(isAtEnd ? context?.mark ?? mark : mark)),
        problem: isTooDeep ? .tooDeep(limit: deepestNesting) : .syntax(problem))
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let line = before.count { $0.isNewline } + 1
      let column = (before.split(omittingEmptySubsequences: false) { $0.isNewline }.last ?? "")
        .unicodeScalars.count
      self.init(
        mark: text.mark(TextMark(line: line, column: column + 1)), problem: .syntax(problem))
    case .duplicatedKeysInMapping(_, let context):
      let mark = text.mark(TextMark(context.mark))
      self.init(mark: mark, problem: .duplicateKey(firstLine: mark.line))
    default:
      self.init(mark: TextMark(line: text.firstLine, column: 1), problem: .syntax("\(error)"))
    }
  }
}

extension TextMark {
  fileprivate init(_ mark: Yams.Mark) { self.init(line: mark.line, column: mark.column) }
}
