import FoundationEssentials

/// Reads the YAML files of a folder and of the folders in it.
public struct DocumentFolder {
  /// The folder as it was named.
  public let path: String

  public init(_ path: String) { self.path = path }

  /// The `.yaml` and `.yml` files by path, relative to the folder, in the order of their bytes.
  ///
  /// Hidden files and folders are passed over, and so are links to folders, which could lead in a
  /// circle.
  public func files() throws -> [String] {
    var files: [String] = []
    try collect(in: "", into: &files)
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Reads all files before anything is given out.
  ///
  /// - Throws: `DocumentErrors` with everything that is wrong with any of them; what the file
  ///   system throws.
  public func read() throws -> DocumentReading {
    var reading = DocumentReading(documents: [], notices: [])
    var errors: [DocumentError] = []
    var ids = GivenIDs()
    for name in try files() {
      let bytes = Array(try Data(contentsOf: URL(filePath: location(of: name))))
      let result = FileResult(bytes, file: location(of: name))
      let clashes = ids.take(result.given, of: location(of: name))
      errors += (result.errors + clashes).inOrderOfLines
      reading.documents += result.reading.documents
      reading.notices += result.reading.notices
    }
    if reading.documents.isEmpty, errors.isEmpty {
      errors.append(DocumentError(file: path, line: 1, problem: .empty))
    }
    guard errors.isEmpty else { throw DocumentErrors(errors) }
    return reading
  }

  private func location(of name: String) -> String {
    name.isEmpty ? path : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  private func collect(in folder: String, into files: inout [String]) throws {
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: location(of: folder))
    where !name.hasPrefix(".") {
      let inside = folder.isEmpty ? name : "\(folder)/\(name)"
      let attributes = try manager.attributesOfItem(atPath: location(of: inside))
      if attributes[.type] as? FileAttributeType == .typeDirectory {
        try collect(in: inside, into: &files)
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        files.append(inside)
      }
    }
  }
}
