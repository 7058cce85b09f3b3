/// One value of a YAML or JSON text with the place where it stands: what both syntaxes become, so
/// that one decoder serves both.
///
/// Scalars are text as written: `05971` keeps its zero and `no` stays a word. What a text means is
/// decided by the key under which it stands.
struct DocumentNode: Sendable {
  /// What a value is.
  enum Content: Sendable {
    case mapping([Entry])
    case sequence([DocumentNode])
    case text(String)
    /// A plain `null`, `~` or nothing in YAML; `null` in JSON. A quoted one is text.
    case null
    /// What has been reported already; nothing more is said of it.
    case unreadable
  }

  /// A key with its value, in the order written; a key may come twice, the decoder reports it.
  struct Entry: Sendable {
    let key: String
    let mark: TextMark
    let value: DocumentNode
  }

  let content: Content
  let mark: TextMark
}

/// A place in a file.
struct TextMark: Hashable, Sendable {
  /// From 1.
  let line: Int
  /// From 1; while a line of JSON is decoded in bytes, in every error in Unicode scalars.
  let column: Int
}

/// How deep the values of a document may be nested; the format itself needs about fifteen levels.
let deepestNesting = 64

/// Why a text could not become a tree.
struct NodeError: Error, Hashable {
  let mark: TextMark
  let problem: DocumentError.Problem
}
