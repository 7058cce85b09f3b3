import Foundation
import LMDB
import Testing

@Suite("Opening a store twice in one process")
struct OpenTwiceTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.makeStore(entries: 1)
  }

  /// Ways that lead to the same data file.
  enum Way: CaseIterable {
    case samePath, otherSpelling, linkToFolder, linkToFile, hardLink

    func path(to store: String, in folder: TemporaryFolder) throws -> String {
      let files = FileManager.default
      let (other, file) = (folder("other"), "\(store)/data.mdb")
      switch self {
      case .samePath: return store
      case .otherSpelling: return "\(folder.path)/./store/"
      case .linkToFolder:
        try files.createSymbolicLink(atPath: other, withDestinationPath: store)
      case .linkToFile:
        try files.createDirectory(atPath: other, withIntermediateDirectories: false)
        try files.createSymbolicLink(atPath: "\(other)/data.mdb", withDestinationPath: file)
      case .hardLink:
        try files.createDirectory(atPath: other, withIntermediateDirectories: false)
        try files.linkItem(atPath: file, toPath: "\(other)/data.mdb")
      }
      return other
    }
  }

  @Test(arguments: Way.allCases, [Environment.Mode.readOnly, .readWrite])
  func `is refused, whatever way leads to it`(way: Way, mode: Environment.Mode) throws {
    let environment = try Environment.open(at: path)
    let other = try way.path(to: path, in: folder)
    #expect(throws: LMDBError.alreadyOpen(path: other)) {
      try Environment.open(at: other, mode: mode)
    }
    #expect(try environment.count(of: environment.database(named: "table")) == 1)
  }

  @Test func `is fine after it was closed`() throws {
    try Environment.open(at: path).close()
    let environment = try Environment.open(at: path)
    #expect(try environment.count(of: environment.database(named: "table")) == 1)
  }

  @Test func `is fine after nobody refers to it any more`() throws {
    do { _ = try Environment.open(at: path) }
    let environment = try Environment.open(at: path)
    #expect(try environment.count(of: environment.database(named: "table")) == 1)
  }

  @Test func `is fine after opening it failed`() throws {
    let intact = try DataFileBytes(ofStore: path)
    var damaged = intact
    damaged.overwriteMetas(24, with: UInt64.max)
    damaged.overwriteMetas(136, with: UInt64.max)
    try damaged.write(to: path)
    #expect(throws: LMDBError.notAStore(.lastPage(.max))) { try Environment.open(at: path) }
    try intact.write(to: path)
    let environment = try Environment.open(at: path)
    #expect(try environment.count(of: environment.database(named: "table")) == 1)
  }
}
