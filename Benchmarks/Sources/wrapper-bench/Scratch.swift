import Foundation

/// A folder for the stores of a run, removed at its end.
final class Scratch {
  let path: String
  private var made = 0

  init(in parent: String) throws {
    path = "\(parent)/wrapper-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A path at which nothing stands yet.
  func newPath() -> String {
    made += 1
    return "\(path)/\(made)"
  }

  /// A new folder.
  func newFolder() throws -> String {
    let path = newPath()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    return path
  }

  /// Removes what stands at a path.
  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }
}
