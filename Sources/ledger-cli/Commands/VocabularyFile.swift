import OrgLedger
import Yams

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
    let root: Node?
    do {
      // libyaml keeps a pointer into the text, which a short string does not have.
      root = try compose(yaml: text + String(repeating: "\n", count: 16), .basic)
    } catch {
      throw Failure(
        .badInput, "syntax", "It cannot be read as YAML: \(error).", file: file,
        hint: shape)
    }
    func fault(_ message: String, _ node: Node?, _ key: String? = nil) -> Failure {
      Failure(
        .badInput, "badVocabulary", message, file: file, line: node?.mark?.line,
        column: node?.mark?.column, key: key, hint: shape)
    }
    guard let keys = root?.mapping, keys.count == 1, keys.first?.key.string == "terms",
      let terms = keys.first?.value.mapping
    else { throw fault("A vocabulary is a mapping with the one key terms.", root) }
    var vocabulary = Vocabulary()
    for (verb, types) in terms {
      guard let word = verb.string, let types = types.sequence else {
        throw fault("A verb needs a list of types.", verb, verb.string)
      }
      for node in types {
        let name = node.string ?? ""
        guard let type = EventType(rawValue: name) else {
          let near = nearest(to: name, among: EventType.allCases.map(\.rawValue))
          throw fault(
            "“\(visible(name))” is no type of event."
              + (near.map { " Did you mean \($0)?" } ?? ""), node, word)
        }
        vocabulary.terms[word.lowercased(), default: []].insert(type)
      }
    }
    return vocabulary
  }

  private static let shape = "Write terms: {verb: [type, …], …}, with the types of events."
}
