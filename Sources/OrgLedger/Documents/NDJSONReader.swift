/// Reads documents of which each takes one line of JSON, in the memory of one line.
///
/// - Note: Identifiers given twice are found within a document only: remembering all of them would
///   take memory that grows with the file. The store refuses the rest.
public struct NDJSONReader {
  /// The longest line taken unless the reader is told otherwise, in bytes.
  public static let longestLine = 64 << 20

  private let file: String
  private let longestLine: Int
  private let nextChunk: () throws -> [UInt8]?
  private var chunk: [UInt8] = []
  private var offset = 0
  private var line: [UInt8] = []
  private var number = 0
  private var isAtEnd = false
  private var documents = 0

  /// A reader over the bytes of a file.
  ///
  /// - Parameter file: How errors name it.
  /// - Parameter chunks: Gives the next bytes, of any number; `nil` at the end.
  public init(
    file: String, longestLine: Int = NDJSONReader.longestLine,
    chunks: @escaping () throws -> [UInt8]?
  ) {
    self.file = file
    self.longestLine = longestLine
    nextChunk = chunks
  }

  /// The next document; `nil` at the end. Blank lines are passed over.
  ///
  /// - Returns: One document, and what was put right in it.
  /// - Throws: `DocumentErrors` with everything that is wrong with a line, after which reading can
  ///   go on with the next one; what `chunks` throws.
  public mutating func next() throws -> (document: ReadDocument, notices: [DocumentNotice])? {
    while try readLine() {
      let hasMark = number == 1 && line.starts(with: [0xEF, 0xBB, 0xBF])
      if hasMark { line.removeFirst(3) }
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      documents += 1
      return try decode(hasMark: hasMark)
    }
    guard documents == 0 else { return nil }
    documents = 1
    throw DocumentErrors([DocumentError(file: file, line: 1, problem: .empty)])
  }

  private func decode(
    hasMark: Bool
  ) throws(DocumentErrors) -> (document: ReadDocument, notices: [DocumentNotice]) {
    let root: DocumentNode
    do {
      try checkText()
      root = try JSONNodes.root(of: line, line: number)
    } catch {
      throw DocumentErrors([inScalars(DocumentError(error, file: file))])
    }
    var decoder = DocumentDecoder(file: file)
    if hasMark { decoder.note(.byteOrderMark, at: TextMark(line: 1, column: 1)) }
    let document = decoder.document(root)
    var errors = decoder.errors
    var ids = GivenIDs()
    errors += ids.take(decoder.given, of: file)
    guard let document, errors.isEmpty else {
      throw DocumentErrors(errors.inOrderOfLines.map(inScalars))
    }
    let notices = decoder.notices.map { notice in
      var notice = notice
      notice.column = scalarColumn(notice.column)
      return notice
    }
    return (document, notices)
  }

  private func checkText() throws(NodeError) {
    if number == 1, line.starts(with: [0xFF, 0xFE]) || line.starts(with: [0xFE, 0xFF]) {
      throw NodeError(mark: TextMark(line: 1, column: 1), problem: .utf16)
    }
    if let zero = line.firstIndex(of: 0) {
      throw NodeError(mark: TextMark(line: number, column: zero + 1), problem: .binary)
    }
    if let wrong = FileText.firstInvalidByte(in: line) {
      throw NodeError(mark: TextMark(line: number, column: wrong + 1), problem: .invalidUTF8)
    }
  }

  private func inScalars(_ error: DocumentError) -> DocumentError {
    var error = error
    error.column = scalarColumn(error.column)
    return error
  }

  private func scalarColumn(_ column: Int) -> Int {
    FileText.scalars(in: line[..<min(line.count, column - 1)]) + 1
  }
}

// MARK: Lines

extension NDJSONReader {
  /// Puts the next line, without its line feed, into `line`.
  private mutating func readLine() throws -> Bool {
    line.removeAll(keepingCapacity: true)
    number += 1
    var isTooLong = false
    while !isAtEnd {
      let rest = chunk[offset...]
      let end = rest.firstIndex(of: 0x0A)
      let part = rest[..<(end ?? rest.endIndex)]
      offset = end.map { $0 + 1 } ?? chunk.count
      isTooLong = isTooLong || line.count + part.count > longestLine
      // A line that is too long is passed over to its end, so that reading can go on behind it.
      if !isTooLong { line += part }
      if end != nil { return try checkLength(isTooLong) }
      guard let next = try nextChunk() else {
        isAtEnd = true
        break
      }
      (chunk, offset) = (next, 0)
    }
    return try !line.isEmpty || isTooLong ? checkLength(isTooLong) : false
  }

  private mutating func checkLength(_ isTooLong: Bool) throws(DocumentErrors) -> Bool {
    guard isTooLong else { return true }
    documents += 1
    throw DocumentErrors([
      DocumentError(file: file, line: number, problem: .lineTooLong(limit: longestLine))
    ])
  }
}
