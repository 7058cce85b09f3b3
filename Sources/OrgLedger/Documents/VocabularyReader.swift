import Yams

/// Why a text is no vocabulary.
public struct VocabularyError: Error, Hashable, Sendable {
  /// What is wrong with it.
  public enum Problem: Hashable, Sendable {
    /// No YAML; in the parser's words.
    case syntax(String)
    /// No mapping with the one key `terms`.
    case shape
    /// A verb without a list of types.
    case noList
    /// No type of event.
    case unknownType(String)
  }

  /// What is wrong.
  public var problem: Problem
  /// The line, from 1, where the parser knows it.
  public var line: Int?
  /// The column, from 1, where the parser knows it.
  public var column: Int?
  /// The verb at which it is.
  public var verb: String?
}

extension Vocabulary {
  /// Reads `terms: {hợp nhất: [merged], sáp nhập: [absorbed, merged]}`.
  ///
  /// - Throws: The first thing that is wrong, with its place.
  public init(yaml text: String) throws(VocabularyError) {
    let root: Node?
    do {
      // libyaml keeps a pointer into the text, which a short string does not have.
      root = try compose(yaml: text + String(repeating: "\n", count: 16), .basic)
    } catch {
      throw VocabularyError(problem: .syntax("\(error)"))
    }
    func fault(_ problem: VocabularyError.Problem, _ node: Node?, _ verb: String? = nil)
      -> VocabularyError
    {
      VocabularyError(
        problem: problem, line: node?.mark?.line, column: node?.mark?.column, verb: verb)
    }
    guard let keys = root?.mapping, keys.count == 1, keys.first?.key.string == "terms",
      let terms = keys.first?.value.mapping
    else { throw fault(.shape, root) }
    self.init()
    for (verb, types) in terms {
      guard let word = verb.string, let types = types.sequence else {
        throw fault(.noList, verb, verb.string)
      }
      for node in types {
        guard let type = EventType(rawValue: node.string ?? "") else {
          throw fault(.unknownType(node.string ?? ""), node, word)
        }
        self.terms[word.lowercased(), default: []].insert(type)
      }
    }
  }
}
