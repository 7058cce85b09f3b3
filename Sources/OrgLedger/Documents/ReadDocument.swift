/// A document with the place where it stands.
public struct ReadDocument: Hashable, Sendable {
  /// What it says.
  public var document: Document
  /// The file as it was named to the reader.
  public var file: String
  /// The line on which the document begins, from 1.
  public var line: Int
  /// The line on which each of its acts begins, for what is said of them later.
  public var actLines: [Int]
  /// The line on which each of its claims begins.
  public var claimLines: [Int]
  /// The line on which each of its conflicts begins.
  public var conflictLines: [Int]
  /// The line on which each of its statements of coverage begins.
  public var coverageLines: [Int]
}

/// An identifier that a document gives, with its place.
enum GivenID: Hashable, Sendable {
  /// One that nothing else in an import may have.
  case unique(String, line: Int, column: Int, path: [DocumentError.Step])
  /// A text, which may come again with the same content or as an id alone.
  case instrument(Instrument, line: Int, column: Int, path: [DocumentError.Step])
}

/// Finds identifiers that documents of one import give twice.
///
/// A correction, an annulment or a conflict names a record by its id alone, and so acts, events,
/// claims and conflicts share one space of names.
struct GivenIDs {
  private var unique: [String: DocumentError.Place] = [:]
  private var instruments: [InstrumentID: (content: Instrument, place: DocumentError.Place)] = [:]

  /// Takes the identifiers of one more document.
  ///
  /// - Returns: The clashes with the documents before it, and within it.
  mutating func take(_ given: [GivenID], of file: String) -> [DocumentError] {
    given.compactMap { given in
      switch given {
      case .unique(let id, let line, let column, let path):
        guard let first = unique[id] else {
          unique[id] = DocumentError.Place(file: file, line: line)
          return nil
        }
        return DocumentError(
          file: file, line: line, column: column, path: path,
          problem: .duplicateID(id, first: first))
      case .instrument(let content, let line, let column, let path):
        guard !content.isReference else { return nil }
        guard let first = instruments[content.id] else {
          instruments[content.id] = (content, DocumentError.Place(file: file, line: line))
          return nil
        }
        guard first.content != content else { return nil }
        return DocumentError(
          file: file, line: line, column: column, path: path,
          problem: .instrumentDiffers(content.id.text, first: first.place))
      }
    }
  }
}
