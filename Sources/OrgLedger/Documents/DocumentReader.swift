/// The documents of a file or folder, and what was put right while reading them.
public struct DocumentReading: Sendable {
  /// What was read, in order.
  public var documents: [ReadDocument]
  /// What is worth saying of it.
  public var notices: [DocumentNotice]
}

/// Reads documents written in YAML.
public enum DocumentReader {
  /// Reads the documents of one file.
  ///
  /// - Parameter file: How errors name it.
  /// - Throws: Everything that is wrong with the file, in the order of lines.
  public static func yaml(
    _ bytes: [UInt8], file: String
  ) throws(DocumentErrors) -> DocumentReading {
    var result = FileResult(bytes, file: file)
    var ids = GivenIDs()
    result.errors += ids.take(result.given, of: file)
    guard result.errors.isEmpty else { throw DocumentErrors(result.errors.inOrderOfLines) }
    return result.reading
  }

  /// Reads the documents of a text.
  public static func yaml(_ text: String, file: String) throws(DocumentErrors) -> DocumentReading {
    try yaml(Array(text.utf8), file: file)
  }
}

/// What could be read of a file, and what could not.
struct FileResult {
  var reading = DocumentReading(documents: [], notices: [])
  var errors: [DocumentError] = []
  /// The identifiers that its documents give.
  var given: [GivenID] = []

  /// Reads a YAML file.
  init(_ bytes: [UInt8], file: String) {
    let text: (bytes: [UInt8], mark: Bool)
    do {
      text = try FileText.checked(bytes)
    } catch {
      errors.append(DocumentError(error, file: file))
      return
    }
    let nodes = YAMLNodes(text.bytes)
    var decoder = DocumentDecoder(file: file)
    if text.mark { decoder.note(.byteOrderMark, at: TextMark(line: 1, column: 1)) }
    reading.documents = nodes.roots.compactMap { decoder.document($0) }
    reading.notices = decoder.notices
    given = decoder.given
    errors = nodes.errors.map { DocumentError($0, file: file) } + decoder.errors
    if nodes.roots.isEmpty, errors.isEmpty {
      errors.append(DocumentError(file: file, line: 1, problem: .empty))
    }
  }
}

extension DocumentError {
  init(_ error: NodeError, file: String) {
    self.init(
      file: file, line: error.mark.line, column: error.mark.column, problem: error.problem)
  }
}

extension [DocumentError] {
  /// Ascending by place, as found where places are equal.
  var inOrderOfLines: [DocumentError] {
    enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset)
        < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
  }
}
