import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// Renamings as an invented older program wrote them: under a number of their own, with the new name
/// where the short one stands today.
@Suite("Records of an older shape", .serialized)
struct OlderShapeTests {
  private static let number: UInt8 = 99
  private static let shapes: [UInt64: RetiredShape] = [
    UInt64(number): RetiredShape(type: .renamed) { event in
      (event.details.name, event.details.shortName) = (event.details.shortName, nil)
    }
  ]

  /// The bytes that the older program wrote for a renaming of today.
  private func older(_ record: Record) -> [UInt8]? {
    guard case .event(let old) = record.body, old.event.type == .renamed else { return nil }
    var event = old.event
    (event.details.name, event.details.shortName) = (nil, event.details.name)
    var older = record
    older.body = .event(
      EventRecord(
        event: event, act: old.act, status: old.status, order: old.order, slot: old.slot,
        retracts: old.retracts))
    let bytes = RecordCodec.encode(older)
    // The tag of field 7 with the number of the type, which stands once in these few bytes.
    let written = [7 << 3, UInt8(EventType.renamed.wire)]
    let places = bytes.indices.dropLast().filter { Array(bytes[$0...$0 + 1]) == written }
    guard places.count == 1, let place = places.first else { return nil }
    var patched = bytes
    patched[place + 1] = Self.number
    return patched
  }

  /// Runs a body with a store that holds older records, and with one that says the same today.
  private func withStores(
    _ body: (_ older: String, _ today: LMDBStore) throws -> Void
  ) throws {
    try withFolder { folder in
      let (path, twin) = (folder + "/older", folder + "/today")
      let today = try LMDBStore.create(at: twin, clock: StoppedClock(1).now)
      defer { today.close() }
      do {
        let store = try LMDBStore.create(at: path, clock: StoppedClock(1).now)
        defer { store.close() }
        for submission in opening {
          try store.take(submission)
          try today.take(submission)
        }
        try store.makeOlder(older)
      }
      try body(path, today)
    }
  }

  @Test func `are read as those of today on every path`() throws {
    try withStores { path, today in
      try RetiredShape.$all.withValue(Self.shapes) {
        let store = try LMDBStore.open(at: path, clock: StoppedClock(9).now)
        defer { store.close() }
        let position = try #require(try store.position(of: .event, id: "name#1"))
        let bytes = try #require(try store.storedBytes(at: position))
        let same = try #require(try today.storedBytes(at: position))
        #expect(bytes != same)
        let (header, expected) = (try RecordHeader(bytes), try RecordHeader(same))
        #expect(header == expected && header.type == .renamed)
        let (records, those) = (try store.all(), try today.all())
        #expect(records == those)
        for known in [Known.now, .upTo(position)] {
          let (answers, expected) = (try store.answers(known), try today.answers(known))
          #expect(answers == expected)
          let told = try #require(try store.history(of: .units(["b"]), at: known, textsUntil: nil))
          let twin = try #require(try today.history(of: .units(["b"]), at: known, textsUntil: nil))
          #expect(told.facts == twin.facts)
        }
        let found = try store.examine().findings
        #expect(found.isEmpty)
      }
    }
  }

  @Test func `are what the read model is made of again`() throws {
    try withStores { path, today in
      try RetiredShape.$all.withValue(Self.shapes) {
        let store = try LMDBStore.open(at: path, clock: StoppedClock(9).now, rebuilding: true)
        defer { store.close() }
        for day: Int32 in 4...6 {
          let row = try #require(try store.unit("b", on: Day(rawValue: day), at: .now))
          let same = try #require(try today.unit("b", on: Day(rawValue: day), at: .now))
          let (latest, expected) = (try row.latest, try same.latest)
          #expect(latest == expected)
          #expect(latest.living?.name == Name(day < 5 ? "b" : "B"))
        }
      }
    }
  }

  @Test func `are known again when they come in the shape of today, and judged as that`() throws {
    try withStores { path, _ in
      try RetiredShape.$all.withValue(Self.shapes) {
        let store = try LMDBStore.open(at: path, clock: StoppedClock(9).now)
        defer { store.close() }
        let head = try store.head()
        let again = try store.append(AppendRequest(opening))
        #expect(again.refusal == nil && again.head == head)
        let found = try store.refusal(of: .act(act("same", on: 6, .renamed("b", to: "B"))))
        #expect(found.map(\.rule) == [.noChange])
        try store.take(correcting("fix", .corrected("name#1", by: .event(.renamed("b", to: "C")))))
        let name = try store.chart(6).units["b"]?.name
        #expect(name == Name("C"))
      }
    }
  }

  @Test func `are an error that names them where a program does not know their shape`() throws {
    try withStores { path, _ in
      let store = try LMDBStore.open(at: path, readOnly: true)
      defer { store.close() }
      let position = try #require(try store.position(of: .event, id: "name#1"))
      #expect {
        try store.all()
      } throws: { error in
        guard case .damagedRecord(position, let problem) = error as? StoreError else {
          return false
        }
        return problem.problem == .unsupported(field: 7, number: UInt64(Self.number))
      }
    }
  }
}

extension LMDBStore {
  /// Writes records again as somebody else wrote them, with the digests that these had.
  fileprivate func makeOlder(_ older: (Record) -> [UInt8]?) throws {
    var changed: [(record: Record, bytes: [UInt8])] = []
    for record in try all() {
      if let bytes = older(record) { changed.append((record, bytes)) }
    }
    #expect(!changed.isEmpty)
    let ids = tables.ids
    try environment.write {
      (transaction: inout WriteTransaction<StoreError>) throws(StoreError) in
      for (record, bytes) in changed {
        try transaction.put(BigEndian(record.position), bytes, in: tables.log)
        guard case .event(let event) = record.body,
          case .act(let act) = try transaction.record(at: event.act, tables).body
        else { continue }
        var entry: [UInt8] = []
        entry.append(bigEndian: event.act)
        entry += Digest.sha256(bytes)
        try transaction.put(Key.id(.act, act.id.text, []), entry, in: ids)
      }
    }
  }
}
