import OrgLedger

/// A file of verbs with the types of events that each may stand for:
/// `terms: {hợp nhất: [merged], sáp nhập: [absorbed, merged]}`.
enum VocabularyFile {
  static func read(_ path: String) throws(Failure) -> Vocabulary {
    let bytes: [UInt8]
    do { bytes = try POSIX.Input(path).all() } catch {
      guard path == "-" || POSIX.isFolder(path) != nil else {
        throw Failure(
          .notFound, "noSuchFile", "There is no file \(visible(path)).", file: path,
          hint: "--vocabulary names a YAML file.")
      }
      throw .unreadable(path, error.words)
    }
    return try vocabulary(String(decoding: bytes, as: UTF8.self), file: path)
  }

  static func vocabulary(_ text: String, file: String) throws(Failure) -> Vocabulary {
    do { return try Vocabulary(yaml: text) } catch {
      throw Failure(
        .badInput, error.code, error.words, file: file, line: error.line, column: error.column,
        key: error.verb,
        hint: "Write terms: {verb: [type, …], …}, with the types of events.")
    }
  }
}

extension VocabularyError {
  fileprivate var code: String { if case .syntax = problem { "syntax" } else { "badVocabulary" } }

  fileprivate var words: String {
    switch problem {
    case .syntax(let words): return "It cannot be read as YAML: \(words)."
    case .shape: return "A vocabulary is a mapping with the one key terms."
    case .noList: return "A verb needs a list of types."
    case .unknownType(let name):
      let near = nearest(to: name, among: EventType.allCases.map(\.rawValue))
      return "“\(visible(name))” is no type of event." + (near.map { " Did you mean \($0)?" } ?? "")
    }
  }
}
