import FoundationEssentials
import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("Opening a store")
struct OpeningTests {
  @Test(arguments: [false, true])
  func `that is missing names the path and makes nothing`(readOnly: Bool) throws {
    try withFolder { folder in
      for path in ["\(folder)/missing", folder] {
        #expect(throws: StoreError.noSuchStore(path: path)) {
          try LMDBStore.open(at: path, readOnly: readOnly)
        }
      }
      let contents = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(contents == [])
    }
  }

  @Test func `a second time in one process is refused until the first is closed`() throws {
    try withFolder { folder in
      let path = "\(folder)/store"
      let store = try LMDBStore.create(at: path)
      for readOnly in [false, true] {
        #expect(throws: StoreError.alreadyOpen(path: path)) {
          try LMDBStore.open(at: path, readOnly: readOnly)
        }
      }
      try store.take(text)
      store.close()
      let again = try LMDBStore.open(at: path)
      #expect(try again.head().position == 1)
      #expect(again.identity == store.identity)
      again.close()
    }
  }

  @Test func `for reading answers and takes nothing in`() throws {
    try withFolder { folder in
      let made = try LMDBStore.create(at: "\(folder)/store")
      try made.take(text, founding("a"))
      made.close()
      let store = try LMDBStore.open(at: "\(folder)/store", readOnly: true)
      defer { store.close() }
      #expect(try store.all().map(\.body.id) == ["text", "founding-a", "founding-a#1"])
      #expect(try store.positions(mentioning: "a") == [3])
      for dryRun in [false, true] {
        #expect(throws: StoreError.readOnly) {
          try store.append(AppendRequest([founding("b")], dryRun: dryRun))
        }
      }
      #expect(try store.head().position == 3)
    }
  }

  @Test func `that was closed is refused everything`() throws {
    try withFolder { folder in
      let store = try LMDBStore.create(at: "\(folder)/store")
      try store.take(text)
      store.close()
      #expect(throws: StoreError.closed) { try store.head() }
      #expect(throws: StoreError.closed) { try store.head(at: .upTo(1)) }
      #expect(throws: StoreError.closed) { try store.append(AppendRequest([founding("a")])) }
      #expect(throws: StoreError.closed) { try store.storedBytes(at: 1) }
      #expect(throws: StoreError.closed) { try store.position(of: .act, id: "a") }
      #expect(throws: StoreError.closed) { try store.positions(mentioning: "a") }
      #expect(throws: StoreError.closed) {
        try store.positions(from: .distantPast, through: .distantFuture)
      }
      #expect(throws: StoreError.closed) { try store.all() }
    }
  }

  @Test func `never makes one over what is there, nor where no folder is`() throws {
    try withFolder { folder in
      #expect(throws: StoreError.alreadyExists(path: folder)) {
        try LMDBStore.create(at: folder)
      }
      #expect {
        try LMDBStore.create(at: "\(folder)/a/b")
      } throws: { error in
        if case .cannotCreate = error as? StoreError { true } else { false }
      }
      let contents = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(contents == [])
    }
  }
}
