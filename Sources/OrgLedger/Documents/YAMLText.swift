/// The text of one YAML document, addressed by the lines and columns that libyaml counts.
struct YAMLText {
  let firstLine: Int
  private var bytes: [UInt8]
  private var lineStarts: [Int]
  private var repetitions = 0

  init(_ chunk: YAMLChunk) {
    firstLine = chunk.firstLine
    bytes = Array(chunk.bytes)
    lineStarts = YAMLText.lineStarts(in: bytes)
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The place in the file of a place in this document, or of its end.
  func mark(_ mark: TextMark) -> TextMark {
    let isInside = mark.line <= lineStarts.count
    return TextMark(
      line: min(mark.line, lineStarts.count) + firstLine - 1, column: isInside ? mark.column : 1)
  }

  /// The byte at a place of this document.
  func character(at mark: TextMark) -> UInt8? {
    let offset = offset(of: mark)
    return offset < bytes.count ? bytes[offset] : nil
  }

  /// The beginnings of lines; libyaml also ends a line at NEL, LS and PS.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 0x0A: starts.append(index + 1)
      case 0x0D where next != 0x0A: starts.append(index + 1)
      case 0xC2 where next == 0x85: starts.append(index + 2)
      case 0xE2 where next == 0x80 && index + 2 < bytes.count && bytes[index + 2] & 0xFE == 0xA8:
        starts.append(index + 3)
      default: break
      }
    }
    return starts
  }

  private func offset(of mark: TextMark) -> Int {
    guard lineStarts.indices.contains(mark.line - 1) else { return bytes.count }
    var offset = lineStarts[mark.line - 1]
    for _ in 1..<max(1, mark.column) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}

// MARK: Repeated keys

extension YAMLText {
  /// Ends a repeated key for the parser; two private-use characters, which no key of ours has.
  private static let repetition = "\u{F8FF}\u{E0FF}"

  /// A key as it was written.
  static func unmarked(_ key: String) -> String {
    guard !key.utf8.allSatisfy({ $0 < 0x80 }), let mark = key.firstRange(of: repetition) else {
      return key
    }
    return String(key[..<mark.lowerBound])
  }

  /// Marks the next occurrence of a key in the mapping where it stands first, so that the parser
  /// takes it for another one.
  ///
  /// - Returns: `false` where it cannot be found.
  mutating func markRepetition(of key: String, at first: TextMark) -> Bool {
    // A key that is marked already is told from the next one by a longer mark.
    let plain = Array(YAMLText.unmarked(key).utf8)
    let start = offset(of: first)
    guard !plain.isEmpty, start < bytes.count,
      let end = isFlow(start, line: first.line)
        ? repetitionInFlow(of: plain, after: start)
        : repetitionInBlock(of: plain, at: start, line: first.line)
    else { return false }
    repetitions += 1
    let mark = YAMLText.repetition + String(repetitions)
    bytes.insert(contentsOf: Array(mark.utf8), at: end)
    lineStarts = YAMLText.lineStarts(in: bytes)
    return true
  }

  /// Whether a key stands in `{ }`: then something else than indentation precedes it.
  private func isFlow(_ start: Int, line: Int) -> Bool {
    !bytes[lineStarts[line - 1]..<start].allSatisfy { " -?\t".utf8.contains($0) }
  }

  /// Where the next key of the same name ends in a block: on a line of the same indentation.
  private func repetitionInBlock(of key: [UInt8], at start: Int, line: Int) -> Int? {
    let indentation = start - lineStarts[line - 1]
    for lineStart in lineStarts[line...] {
      let text = bytes[lineStart...].drop { $0 == 0x20 }
      guard let first = text.first, !"\r\n#".utf8.contains(first) else { continue }
      let depth = text.startIndex - lineStart
      if depth < indentation { return nil }
      if depth == indentation, let end = self.end(of: key, at: text.startIndex) { return end }
    }
    return nil
  }

  /// Where the next key of the same name ends between the same braces.
  private func repetitionInFlow(of key: [UInt8], after start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    var last = UInt8(ascii: ",")
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open, last != UInt8(ascii: "\\") { quote = nil }
        last = byte
        continue
      }
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if "{[,:".utf8.contains(last) { quote = byte }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { return nil }
      case UInt8(ascii: ",") where depth == 0:
        let next = bytes[(index + 1)...].drop { " \t\r\n".utf8.contains($0) }.startIndex
        if let end = end(of: key, at: next) { return end }
      default: break
      }
      last = byte
    }
    return nil
  }

  /// The end of a key at an offset, before a closing quote, if it stands there before a colon.
  private func end(of key: [UInt8], at offset: Int) -> Int? {
    var rest = bytes[offset...]
    let quote = rest.first.flatMap { "\"'".utf8.contains($0) ? $0 : nil }
    if quote != nil { rest = rest.dropFirst() }
    guard rest.starts(with: key) else { return nil }
    rest = rest.dropFirst(key.count)
    let end = rest.startIndex
    if let quote {
      guard rest.first == quote else { return nil }
      rest = rest.dropFirst()
    }
    return rest.drop { $0 == 0x20 }.first == UInt8(ascii: ":") ? end : nil
  }
}
