import Testing

@testable import OrgLedger

/// Reads a YAML text that is well formed.
func documents(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  -> [Document]
{
  do {
    return try DocumentReader.yaml(text, file: "f.yaml").documents.map(\.document)
  } catch {
    Issue.record("\(error.errors.map(\.summary))", sourceLocation: sourceLocation)
    throw error
  }
}

/// The errors of a YAML text.
func errors(in text: String) -> [DocumentError] { errors(in: Array(text.utf8)) }

func errors(in bytes: [UInt8]) -> [DocumentError] {
  do {
    _ = try DocumentReader.yaml(bytes, file: "f.yaml")
    return []
  } catch {
    return error.errors
  }
}

/// A reader over a text that comes in chunks of so many bytes.
func ndjson(_ text: String, chunk: Int = 7, longestLine: Int = 1 << 20) -> NDJSONReader {
  ndjson(Array(text.utf8), chunk: chunk, longestLine: longestLine)
}

func ndjson(_ bytes: [UInt8], chunk: Int = 7, longestLine: Int = 1 << 20) -> NDJSONReader {
  var rest = bytes[...]
  return NDJSONReader(file: "f.ndjson", longestLine: longestLine) {
    guard !rest.isEmpty else { return nil }
    defer { rest = rest.dropFirst(chunk) }
    return Array(rest.prefix(chunk))
  }
}

/// What a reader gives up to its end: documents and errors, in order.
func everything(
  of reader: NDJSONReader
) throws -> (documents: [Document], errors: [DocumentError]) {
  var reader = reader
  var documents: [Document] = []
  var errors: [DocumentError] = []
  while true {
    do {
      guard let next = try reader.next() else { return (documents, errors) }
      documents.append(next.document.document)
    } catch let error as DocumentErrors {
      errors += error.errors
    }
  }
}

extension DocumentError {
  /// Line, way and problem in one line, to compare at a glance.
  var summary: String { "\(line) \(keyPath) \(code)" + (found.map { " \($0)" } ?? "") }
}
