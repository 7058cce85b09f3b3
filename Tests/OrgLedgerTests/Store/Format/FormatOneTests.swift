import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("A store of format 1 that was written before")
struct FormatOneTests {
  let stored = StoredBefore(format: 1)
  private static let days = ["01/01/2024", "16/01/2024", "01/02/2024", "25/02/2024", "01/06/2024"]

  @Test(arguments: [false, true])
  func `holds what it held, byte by byte`(readOnly: Bool) throws {
    var expected = try stored.expected()
    try stored.withCopy(readOnly: readOnly) { store in
      let found = try StoredBefore.describe(store, days: Self.days)
      // Opened for writing, it becomes one of this format.
      if !readOnly {
        expected[0] = expected[0].replacing("format 1,", with: "format \(StoreFormat.current),")
      }
      if found != expected { Issue.record("it holds:\n\(found.joined(separator: "\n"))\n.") }
    }
  }

  @Test func `has every kind of record, and every type of event that could be in one`() throws {
    try stored.withCopy(readOnly: true) { store in
      let records = try Ledger(store).records()
      #expect(Set(records.map(\.body.kind)) == Set(Record.Kind.allCases))
      let types = records.compactMap { record in
        if case .event(let event) = record.body { event.event.type } else { nil }
      }
      #expect(Set(types).count == 27)
      #expect(
        records.allSatisfy { RecordCodec.encode($0) == (try? store.storedBytes(at: $0.position)) })
    }
  }

  @Test func `is found through its indexes as through its records`() throws {
    try stored.withCopy(readOnly: true) { store in
      for record in try Ledger(store).records() {
        let id = record.body.id
        guard !id.isEmpty else { continue }
        #expect(try store.position(of: record.body.kind, id: id) == record.position)
        guard case .event(let event) = record.body else { continue }
        for unit in event.event.participants.map(\.unit) {
          #expect(try store.positions(mentioning: unit).contains(record.position))
        }
        guard event.status == .enacted, let day = event.event.effectiveOn?.exact else { continue }
        #expect(try store.positions(from: day, through: day).contains(record.position))
      }
    }
  }

  @Test func `is gone on with: the same again is found, the new comes after it`() throws {
    try stored.withCopy(readOnly: false) { store in
      let head = try store.head()
      guard case .instrument(let text) = try Ledger(store).records(through: 1)[0].body else {
        Issue.record("the first record is a text")
        return
      }
      let next = Submission.act(
        Act(
          id: "next", instrument: text.id,
          events: [
            Event(
              id: "next#1", type: .founded, effectiveOn: ImpreciseDay(Day(rawValue: 20_000)),
              born: [unit("next", under: "tinh")])
          ]))
      let result = try store.append(AppendRequest([.instrument(text), next]))
      #expect(result.outcomes == [.skipped(1), .appended(head.position + 1, warnings: [])])
      #expect(result.head.position == head.position + 2)
    }
  }
}
