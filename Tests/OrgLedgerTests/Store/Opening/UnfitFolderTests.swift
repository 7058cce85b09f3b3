import FoundationEssentials
import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("Opening what is no store of this format")
struct UnfitFolderTests {
  @Test(arguments: [false, true])
  func `names a foreign file`(readOnly: Bool) throws {
    try withFolder { folder in
      let foreign = [UInt8](String(repeating: "A text, not a store.\n", count: 999).utf8)
      for bytes in [[], Array(foreign.prefix(20)), foreign] {
        try Data(bytes).write(to: URL(filePath: "\(folder)/data.mdb"))
        let reason = try #require(try reasonForNoStore(folder, readOnly))
        #expect(!reason.isEmpty)
      }
    }
  }

  @Test(arguments: [false, true])
  func `names a store of LMDB that is none of ours`(readOnly: Bool) throws {
    try withFolder { folder in
      try Environment.create(at: "\(folder)/other") { transaction in
        _ = try transaction.createDatabase(named: "table")
      }
      #expect(try reasonForNoStore("\(folder)/other", readOnly) == "no table meta")
      // What could not be opened is not held.
      try Environment.open(at: "\(folder)/other").close()
    }
  }

  @Test(arguments: [false, true])
  func `names a file that was cut short`(readOnly: Bool) throws {
    try withStore { path in
      let file = URL(filePath: "\(path)/data.mdb")
      let whole = try Data(contentsOf: file)
      for length in [whole.count / 2, whole.count - 1] {
        try whole.prefix(length).write(to: file)
        #expect {
          try LMDBStore.open(at: path, readOnly: readOnly)
        } throws: { error in
          if case .damaged = error as? StoreError { true } else { false }
        }
      }
      try whole.write(to: file)
      try LMDBStore.open(at: path, readOnly: readOnly).close()
    }
  }

  @Test(arguments: ["1", "\(StoreFormat.current + 1)", "77"])
  func `names a newer format, whatever tables it has`(format: String) throws {
    try withStore { path in
      try edit(path) { transaction, meta in
        try transaction.put(Array("format".utf8), Array(format.utf8), in: meta)
      }
      guard format != "1" else { return try LMDBStore.open(at: path).close() }
      let expected = StoreError.newerFormat(
        found: Int(format) ?? 0, supported: StoreFormat.current)
      #expect(throws: expected) { try LMDBStore.open(at: path) }
      // A format to come may have given up any table but this one.
      try withFolder { folder in
        try Environment.create(at: "\(folder)/newer") { transaction in
          let meta = try transaction.createDatabase(named: "meta")
          try transaction.put(Array("format".utf8), Array(format.utf8), in: meta)
        }
        #expect(throws: expected) { try LMDBStore.open(at: "\(folder)/newer") }
      }
    }
  }

  @Test(arguments: ["format", "id", "offset", "origin"])
  func `names what it does not say of itself`(name: String) throws {
    try withStore { path in
      try edit(path) { transaction, meta in try transaction.delete(Array(name.utf8), in: meta) }
      #expect(try reasonForNoStore(path, false) == "meta: no \(name)")
    }
  }

  @Test(arguments: ["", "one", "0", "-1"])
  func `names a format that never was`(format: String) throws {
    try withStore { path in
      try edit(path) { transaction, meta in
        try transaction.put(Array("format".utf8), Array(format.utf8), in: meta)
      }
      #expect(try reasonForNoStore(path, false)?.hasPrefix("meta: format") ?? false)
    }
  }

  @Test(arguments: Tables.names.filter { $0 != "meta" })
  func `names a table that it lacks`(table: String) throws {
    try withFolder { folder in
      let identity = StoreIdentity(origin: "o", id: "i", offsetMinutes: 0, format: 1)
      try Environment.create(at: "\(folder)/store") { transaction in
        for name in Tables.names where name != table {
          _ = try transaction.createDatabase(named: name)
        }
        let meta = try transaction.database(named: "meta")
        for (name, value) in identity.entries {
          try transaction.put(Array(name.utf8), Array(value.utf8), in: meta)
        }
      }
      #expect(try reasonForNoStore("\(folder)/store", true) == "no table \(table)")
    }
  }

  /// Why a folder is said to hold no store; `nil` where something else happens.
  private func reasonForNoStore(_ path: String, _ readOnly: Bool) throws -> String? {
    do {
      try LMDBStore.open(at: path, readOnly: readOnly).close()
    } catch .notAStore(let named, let reason) {
      #expect(named == path)
      return reason
    }
    return nil
  }

  private func withStore(_ body: (String) throws -> Void) throws {
    try withFolder { folder in
      let store = try LMDBStore.create(at: "\(folder)/store")
      try store.take(text, founding("a"))
      store.close()
      try body("\(folder)/store")
    }
  }

  private func edit(
    _ path: String,
    _ change: (inout WriteTransaction<LMDBError>, Database) throws -> Void
  ) throws {
    let environment = try Environment.open(at: path)
    defer { environment.close() }
    try environment.write { transaction in
      let meta = try transaction.database(named: "meta")
      try change(&transaction, meta)
    }
  }
}
