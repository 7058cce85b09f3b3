/// The bytes of a file, checked to be UTF-8 text.
enum FileText {
  /// Takes the bytes of a file as text without its byte-order mark.
  ///
  /// - Returns: The bytes, and whether a byte-order mark was skipped.
  static func checked(_ bytes: [UInt8]) throws(NodeError) -> (bytes: [UInt8], mark: Bool) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw NodeError(mark: TextMark(line: 1, column: 1), problem: .utf16)
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw NodeError(mark: place(of: zero, in: bytes), problem: .binary)
    }
    if let wrong = firstInvalidByte(in: bytes) {
      throw NodeError(mark: place(of: wrong, in: bytes), problem: .invalidUTF8)
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return (hasMark ? Array(bytes.dropFirst(3)) : bytes, hasMark)
  }

  /// The first byte that is no UTF-8.
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Line and column of a byte; lines end with LF, CR or CR LF.
  static func place(of offset: Int, in bytes: [UInt8]) -> TextMark {
    var line = 1
    var start = 0
    for index in 0..<offset {
      let byte = bytes[index]
      let endsLine =
        byte == 0x0A || (byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] != 0x0A)
      if endsLine {
        line += 1
        start = index + 1
      }
    }
    return TextMark(line: line, column: scalars(in: bytes[start..<offset]) + 1)
  }

  /// How many Unicode scalars so many bytes hold.
  static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
