/// One thing that is wrong with a file, as facts: words are made at the edge.
public struct DocumentError: Error, Hashable, Sendable {
  /// The file as it was named to the reader.
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  /// The way from the document to the value: keys and positions in lists.
  public var path: [Step]
  /// What is wrong.
  public var problem: Problem

  public init(
    file: String, line: Int, column: Int = 1, path: [Step] = [], problem: Problem
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.problem = problem
  }

  /// One step from a value to one inside it.
  public enum Step: Hashable, Sendable {
    case key(String)
    /// From 0.
    case index(Int)
  }

  /// What a value of a document is.
  public enum Shape: String, Hashable, Sendable {
    case mapping, list, text, null
  }

  /// A file and a line.
  public struct Place: Hashable, Sendable {
    /// The file as it was named to the reader.
    public var file: String
    /// The line, from 1.
    public var line: Int

    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// The key that it is about: the last one on the path.
  public var key: String? {
    for case .key(let key) in path.reversed() { return key }
    return nil
  }

  /// The path as text: `acts[0].events[2].born[0].id`, positions from 0.
  public var keyPath: String {
    path.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}

/// Everything that is wrong with what was read, in the order of files and lines; never empty.
public struct DocumentErrors: Error, Hashable, Sendable {
  /// All of them, in the order in which they were met.
  public var errors: [DocumentError]

  public init(_ errors: [DocumentError]) { self.errors = errors }
}

/// Something that was put right while reading, and is said.
public struct DocumentNotice: Hashable, Sendable {
  /// What was put right.
  public enum Kind: String, Hashable, Sendable {
    /// A text was not in NFC and was normalised.
    case normalised
    /// The file begins with a byte-order mark, which was skipped.
    case byteOrderMark
  }

  /// The file as it was named to the reader.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int
  /// The keys and places that lead there.
  public var path: [DocumentError.Step]
  /// What is worth saying.
  public var kind: Kind

  public init(
    file: String, line: Int, column: Int = 1, path: [DocumentError.Step] = [], kind: Kind
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.kind = kind
  }
}
