import Foundation

/// A folder for the stores of a run, removed at its end.
public final class Scratch {
  public let path: String
  private var made = 0

  public init(in parent: String) throws {
    path = "\(parent)/orgledger-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A path at which nothing stands yet.
  public func newPath() -> String {
    made += 1
    return "\(path)/\(made)"
  }

  /// A new folder.
  public func newFolder() throws -> String {
    let path = newPath()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    return path
  }

  /// A copy of the file of a store that nobody has open; its lock file is made anew.
  public func copy(ofStore store: String) throws -> String {
    let path = try newFolder()
    try FileManager.default.copyItem(atPath: "\(store)/data.mdb", toPath: "\(path)/data.mdb")
    return path
  }

  /// Removes what stands at a path.
  public func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }
}
