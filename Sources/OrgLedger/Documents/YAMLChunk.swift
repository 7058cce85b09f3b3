/// The lines of one document of a YAML file.
struct YAMLChunk {
  let bytes: ArraySlice<UInt8>
  /// The line of the file on which it begins.
  let firstLine: Int
  /// The line of a `%YAML` or `%TAG`, if it begins with one.
  let directive: Int?

  /// Cuts a file at its document markers.
  ///
  /// A line that begins with `---` or `...` ends a document wherever it stands, also inside a
  /// block of text (YAML 1.2.2, 9.1.2), so that no parser is needed to find it. What holds nothing
  /// but comments is left out.
  static func split(_ bytes: [UInt8]) -> [YAMLChunk] {
    var chunks: [YAMLChunk] = []
    var start = 0
    var firstLine = 1
    var directive: Int?
    var hasContent = false
    func finish(at end: Int) {
      guard hasContent else { return }
      chunks.append(
        YAMLChunk(bytes: bytes[start..<end], firstLine: firstLine, directive: directive))
    }
    for (number, line) in lines(of: bytes).enumerated() {
      let text = bytes[line]
      let begins = isMarker(text, UInt8(ascii: "-"))
      if begins || isMarker(text, UInt8(ascii: ".")) {
        finish(at: line.lowerBound)
        (start, firstLine) = (begins ? line.lowerBound : line.upperBound, number + (begins ? 1 : 2))
        (hasContent, directive) = (begins && says(text.dropFirst(3)), nil)
        continue
      }
      if !hasContent, text.first == UInt8(ascii: "%") { directive = number + 1 }
      if says(text) { hasContent = true }
    }
    finish(at: bytes.count)
    return chunks
  }

  /// The lines with what ends them: LF, CR LF or CR.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      let alone = byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if byte == 0x0A || alone {
        lines.append(start..<index + 1)
        start = index + 1
      }
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  private static func isMarker(_ line: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    line.count >= 3 && line.prefix(3).allSatisfy { $0 == byte }
      && (line.dropFirst(3).first.map(isBlank) ?? true)
  }

  /// Whether a line has more than blanks and a comment.
  private static func says(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop(while: isBlank)
    return rest.first.map { $0 != UInt8(ascii: "#") } ?? false
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
