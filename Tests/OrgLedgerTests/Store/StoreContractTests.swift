import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("A store", .serialized)
struct StoreContractTests {
  @Test(arguments: StoreKind.allCases)
  func `is empty at first`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      let (head, records) = (try store.head(), try store.all())
      #expect(head == Head(position: 0, recordedAt: nil))
      #expect(records.isEmpty)
      let bytes = try store.storedBytes(at: 1)
      #expect(bytes == nil)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `gives positions without a gap and one record time to an act`(kind: StoreKind) throws {
    try kind.withStore { store, clock in
      try store.take(text)
      clock.set(2_000)
      try store.take(.act(act("a", on: 1, .founded(unit("x")), .founded(unit("y")))), by: "an")
      let records = try store.all()
      #expect(records.map(\.position) == [1, 2, 3, 4])
      #expect(records.map(\.recordedAt.rawValue) == [1_000, 2_000, 2_000, 2_000])
      #expect(records.map(\.body.kind) == [.instrument, .act, .event, .event])
      #expect(records.map(\.body.id) == ["text", "a", "a#1", "a#2"])
      #expect(records.map(\.recordedBy) == ["unstated", "an", "an", "an"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `never lets record time stand still or go back`(kind: StoreKind) throws {
    try kind.withStore(startingAt: 5_000) { store, clock in
      try store.take(text, founding("a"))
      clock.set(10)
      try store.take(founding("b"))
      let times = try store.all().filter { $0.body.kind != .event }.map(\.recordedAt.rawValue)
      #expect(times == [5_000, 5_001, 5_002])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `records the same content once, for ever`(kind: StoreKind) throws {
    try kind.withStore { store, clock in
      try store.take(text, founding("a"))
      clock.set(9_999)
      let again = try store.take(text, founding("a"), by: "somebody else")
      #expect(again.outcomes == [.skipped(1), .skipped(2)])
      #expect(try store.head().position == 3)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `refuses other content under an identifier, and shows both`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      try store.take(text, founding("a"))
      let other = founding("b", act: "founding-a")
      let result = try store.append(AppendRequest([other, founding("c")]))
      #expect(result.outcomes.isEmpty)
      #expect(
        result.refusal
          == .otherContent(recorded: founding("a"), offered: other, position: 2))
      #expect(try store.head().position == 3)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `stops at the first that is refused and keeps what came before`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      let result = try store.append(
        AppendRequest([
          text, founding("a"), .act(act("bad", on: 2, .dissolved("nobody"))), founding("b"),
        ]))
      #expect(result.outcomes.count == 2)
      guard case .violations(let violations, _) = result.refusal else {
        Issue.record("refused by violations, not \(String(describing: result.refusal))")
        return
      }
      #expect(violations.map(\.rule) == [.unknownUnit])
      #expect(try store.all().map(\.body.id) == ["text", "founding-a", "founding-a#1"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `judges each act against those before it in the same request`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      let result = try store.append(
        AppendRequest([
          text, founding("a"), .act(act("end", on: 5, .dissolved("a"))),
          .act(act("end again", on: 6, .dissolved("a"))),
        ]))
      #expect(result.outcomes.count == 3)
      guard case .violations(let violations, _) = result.refusal else {
        Issue.record("the second end is refused")
        return
      }
      #expect(violations.map(\.rule) == [.notAlive])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `appends only at the expected version`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      try store.take(text)
      _ = try store.append(AppendRequest([founding("a")], expecting: .exactly(1)))
      #expect(throws: StoreError.wrongExpectedVersion(expected: 1, actual: 3)) {
        try store.append(AppendRequest([founding("b")], expecting: .exactly(1)))
      }
      #expect(try store.head().position == 3)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `says in a dry run what would happen and records nothing`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      try store.take(text)
      let rehearsed = try store.append(
        AppendRequest([founding("a"), founding("a"), founding("b")], dryRun: true))
      #expect(
        rehearsed.outcomes == [
          .appended(2, warnings: []), .skipped(2), .appended(4, warnings: []),
        ])
      #expect(try store.head().position == 1)
      #expect(try store.position(of: .act, id: "founding-a") == nil)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `knows whole submissions at a point of record time`(kind: StoreKind) throws {
    try kind.withStore(startingAt: 100) { store, clock in
      try store.take(text)
      clock.set(200)
      try store.take(founding("a"))
      clock.set(300)
      try store.take(founding("b"))
      let ends = try [0, 1, 2, 3, 4, 5, 99].map { try store.head(at: .upTo($0)).position }
      #expect(ends == [0, 1, 1, 3, 3, 5, 5])
      let times = try [99, 100, 199, 200, 300, 999].map {
        try store.head(at: .at(SystemTime(rawValue: $0))).position
      }
      #expect(times == [0, 1, 1, 3, 5, 5])
      #expect(try store.head(at: .now) == store.head())
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `finds records by identifier, by unit and by day`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      try store.take(
        text, founding("a", on: 1), founding("b", on: 5),
        .act(
          act(
            "c", on: ImpreciseDay(earliest: Day(rawValue: 3), latest: nil)!,
            [
              .founded(unit("c", under: "a"))
            ])))
      #expect(try store.position(of: .event, id: "founding-b#1") == 5)
      #expect(try store.position(of: .act, id: "founding-b#1") == nil)
      #expect(try store.positions(mentioning: "a") == [3, 7])
      #expect(try store.positions(mentioning: "nobody") == [])
      #expect(try store.positions(from: Day(rawValue: 1), through: Day(rawValue: 3)) == [3, 7])
      #expect(try store.positions(from: Day(rawValue: 4), through: .distantFuture) == [5, 7])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `gives each record's bytes as the codec writes them, and their leaf`(
    kind: StoreKind
  ) throws {
    try kind.withStore { store, _ in
      try store.take(text, founding("a"))
      for record in try store.all() {
        let bytes = try store.storedBytes(at: record.position)
        #expect(bytes == RecordCodec.encode(record))
        let leaf = try store.leaf(at: record.position)
        #expect(leaf?.count == 32)
      }
      #expect(try store.leaf(at: 99) == nil)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `refuses a claim, a conflict or coverage about what is not recorded`(
    kind: StoreKind
  ) throws {
    try kind.withStore { store, _ in
      try store.take(text)
      let unknown: [Submission] = [
        .claim(
          Claim(
            id: "c", instrument: Given.instrument,
            measure: .count(kinds: ["unit"], under: "nobody", level: .all))),
        .conflict(Conflict(id: "x", instrument: Given.instrument, between: ["nothing"])),
        .coverage(
          Coverage(
            instrument: Given.instrument, kinds: ["unit"], under: "nobody",
            from: Day(rawValue: 1))),
        .claim(
          Claim(id: "d", instrument: "no text", measure: .figure(what: "anything", unit: nil))),
      ]
      for submission in unknown {
        guard case .violations = try store.append(AppendRequest([submission])).refusal else {
          Issue.record("accepted: \(submission)")
          continue
        }
      }
      #expect(try store.head().position == 1)
    }
  }
}
