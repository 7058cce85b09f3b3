/// A strict parser of JSON (RFC 8259) that keeps the place of every value and numbers as written.
///
/// `JSONSerialization` tells neither places nor repeated keys, and turns `1.10` into a binary
/// fraction. Columns are counted in bytes here; only errors need them in Unicode scalars.
///
/// - Precondition: The bytes are valid UTF-8.
struct JSONNodes {
  private let bytes: [UInt8]
  private let line: Int
  private var offset = 0

  /// Reads one value that takes a whole line.
  static func root(of bytes: [UInt8], line: Int) throws(NodeError) -> DocumentNode {
    var parser = JSONNodes(bytes: bytes, line: line)
    let root = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.offset == bytes.count else { throw parser.syntax("end of line expected") }
    return root
  }

  private init(bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
  }

  private mutating func value(depth: Int) throws(NodeError) -> DocumentNode {
    skipBlanks()
    let mark = TextMark(line: line, column: offset + 1)
    guard depth < deepestNesting else {
      throw NodeError(mark: mark, problem: .tooDeep(limit: deepestNesting))
    }
    let content: DocumentNode.Content
    switch peek {
    case UInt8(ascii: "{"): content = .mapping(try entries(depth: depth + 1))
    case UInt8(ascii: "["): content = .sequence(try items(depth: depth + 1))
    case UInt8(ascii: "\""): content = .text(try string())
    case UInt8(ascii: "t"): content = .text(try word("true"))
    case UInt8(ascii: "f"): content = .text(try word("false"))
    case UInt8(ascii: "n"):
      _ = try word("null")
      content = .null
    default: content = .text(try number())
    }
    return DocumentNode(content: content, mark: mark)
  }

  private mutating func entries(depth: Int) throws(NodeError) -> [DocumentNode.Entry] {
    offset += 1
    var entries: [DocumentNode.Entry] = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return entries }
    while true {
      skipBlanks()
      let mark = TextMark(line: line, column: offset + 1)
      guard peek == UInt8(ascii: "\"") else { throw syntax("key expected") }
      let key = try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw syntax("':' expected") }
      entries.append(DocumentNode.Entry(key: key, mark: mark, value: try value(depth: depth)))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return entries }
      guard take(UInt8(ascii: ",")) else { throw syntax("',' or '}' expected") }
    }
  }

  private mutating func items(depth: Int) throws(NodeError) -> [DocumentNode] {
    offset += 1
    var items: [DocumentNode] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return items }
    while true {
      items.append(try value(depth: depth))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return items }
      guard take(UInt8(ascii: ",")) else { throw syntax("',' or ']' expected") }
    }
  }

  private mutating func word(_ word: StaticString) throws(NodeError) -> String {
    let text = word.description
    guard bytes[offset...].starts(with: text.utf8) else { throw syntax("value expected") }
    offset += text.utf8.count
    return text
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`, as written.
  private mutating func number() throws(NodeError) -> String {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    let leading = peek
    let whole = digits()
    guard whole > 0 else { throw syntax("value expected") }
    guard whole == 1 || leading != UInt8(ascii: "0") else { throw syntax("leading zero") }
    if take(UInt8(ascii: ".")), digits() == 0 { throw syntax("digit expected") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if digits() == 0 { throw syntax("digit expected") }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = offset
    while let byte = peek, (0x30...0x39).contains(byte) { offset += 1 }
    return offset - start
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      offset += 1
    }
  }

  private func syntax(_ problem: String) -> NodeError {
    NodeError(mark: TextMark(line: line, column: offset + 1), problem: .syntax(problem))
  }
}

// MARK: Strings

extension JSONNodes {
  private mutating func string() throws(NodeError) -> String {
    offset += 1
    let start = offset
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw syntax("control character")
      default: offset += 1
      }
    }
    throw syntax("'\"' expected")
  }

  /// The rest of a string once an escape was met.
  private mutating func escapedString(from start: Int) throws(NodeError) -> String {
    var text = Array(bytes[start..<offset])
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        offset += 1
        text += Array(String(try escape()).utf8)
      case 0..<0x20: throw syntax("control character")
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw syntax("'\"' expected")
  }

  private mutating func escape() throws(NodeError) -> Character {
    let byte = peek
    offset += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try scalar())
    default:
      offset -= 1
      throw syntax("unknown escape")
    }
  }

  /// Four hexadecimal digits, or twice that for a pair of surrogates.
  private mutating func scalar() throws(NodeError) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    guard UTF16.isLeadSurrogate(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw syntax("unpaired surrogate")
    }
    let second = try codeUnit()
    guard UTF16.isTrailSurrogate(second) else { throw syntax("unpaired surrogate") }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private mutating func codeUnit() throws(NodeError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = hexadecimalDigit(byte) else {
        throw syntax("hexadecimal digit expected")
      }
      unit = unit << 4 | digit
      offset += 1
    }
    return unit
  }

  private func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case 0x30...0x39: UInt16(byte - 0x30)
    case 0x41...0x46: UInt16(byte - 0x41 + 10)
    case 0x61...0x66: UInt16(byte - 0x61 + 10)
    default: nil
    }
  }
}
