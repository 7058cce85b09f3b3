import OrgLedger

/// What an import reads: YAML, which is read whole, and NDJSON, which is not.
struct ImportInputs {
  private var yaml: [String] = []
  private(set) var ndjson: [String] = []

  init(paths: [String], input: String?, dryRun: Bool) throws(Failure) {
    if let input, input != "yaml", input != "ndjson" {
      throw .value(input, of: "--input", allowed: ["yaml", "ndjson"])
    }
    guard paths.count(where: { $0 == "-" }) < 2 else {
      throw Failure(.usage, "inputTwice", "Standard input (-) can be read only once.")
    }
    for path in paths {
      guard path == "-" || POSIX.isFolder(path) != nil else {
        throw Failure(
          .notFound, "noSuchFile", "There is no file \(visible(path)).", file: path,
          hint: "Name a YAML or NDJSON file, a folder of YAML files, or -.")
      }
      let isNDJSON = input.map { $0 == "ndjson" } ?? Self.isNDJSON(path)
      if isNDJSON, path == "-" || POSIX.isFolder(path) == false {
        ndjson.append(path)
      } else {
        yaml.append(path)
      }
    }
    // A rehearsal is given up when it ends, so that a second one would not see the first.
    if dryRun, !yaml.isEmpty, !ndjson.isEmpty {
      throw Failure(
        .usage, "dryRunOfBoth", "--dry-run takes YAML or NDJSON, not both at once.",
        hint: "Try the YAML files and the NDJSON files one after the other.")
    }
  }

  private static func isNDJSON(_ path: String) -> Bool {
    path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl")
  }

  /// All YAML documents, or every error in any of them.
  func readYAML() throws(Failure) -> (documents: [ReadDocument], notices: [DocumentNotice])? {
    guard !yaml.isEmpty else { return nil }
    var reading: (documents: [ReadDocument], notices: [DocumentNotice]) = ([], [])
    var errors: [DocumentError] = []
    for path in yaml {
      do {
        let part =
          POSIX.isFolder(path) == true
          ? try DocumentFolder(path).read()
          : try DocumentReader.yaml(try bytes(of: path), file: path == "-" ? "(stdin)" : path)
        reading.documents += part.documents
        reading.notices += part.notices
      } catch let error as DocumentErrors {
        errors += error.errors
      } catch let failure as Failure {
        throw failure
      } catch {
        throw .unreadable(path, "it or a file in it cannot be read")
      }
    }
    guard errors.isEmpty else { throw Failure(DocumentErrors(errors)) }
    return reading
  }

  private func bytes(of path: String) throws(Failure) -> [UInt8] {
    do { return try POSIX.Input(path).all() } catch { throw .unreadable(path, error.words) }
  }
}

/// The documents of NDJSON files, one after the other, as if they were one.
///
/// An error ends the stream instead of the import, so that what was read before it is recorded and
/// counted; whoever reads the stream asks for the failure afterwards.
struct NDJSONStream {
  private var paths: ArraySlice<String>
  private var reader: NDJSONReader?
  /// What was put right in documents and is not taken yet.
  private var notices: [DocumentNotice] = []
  private var input: POSIX.Input?
  private var finished: UInt64 = 0
  /// How many bytes there are; `nil` where that cannot be known, as in a pipe.
  let size: UInt64?
  /// How many bytes were read.
  var read: UInt64 { finished + (input?.read ?? 0) }
  private(set) var failure: Failure?

  init(_ paths: [String]) {
    self.paths = paths[...]
    size = paths.reduce(0) { sum, path in
      guard let sum, let size = POSIX.size(of: path) else { return nil }
      return sum + size
    }
  }

  /// What was put right since it was last asked for.
  mutating func takeNotices() -> [DocumentNotice] {
    defer { notices = [] }
    return notices
  }

  mutating func next() -> ReadDocument? {
    while failure == nil {
      do {
        if let (document, new) = try reader?.next() {
          notices += new
          return document
        }
        guard let path = paths.popFirst() else { return nil }
        let input = try POSIX.Input(path)
        finished += self.input?.read ?? 0
        self.input = input
        reader = NDJSONReader(file: path == "-" ? "(stdin)" : path) { try input.next() }
      } catch let error as DocumentErrors {
        failure = Failure(error)
      } catch let error as POSIX.Problem {
        failure = .unreadable(paths.first ?? "the input", error.words)
      } catch {
        failure = .defect("\(error)")
      }
    }
    return nil
  }
}

extension Failure {
  /// A file that is there and cannot be read.
  static func unreadable(_ path: String, _ reason: String) -> Failure {
    Failure(
      .ioError, "unreadable", "\(visible(path)) cannot be read: \(reason).", file: path,
      hint: "Check its permissions.")
  }
}
