import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("Over random histories with corrections")
struct RandomCorrectionTests {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6]

  /// A log of random submissions, most of them acts and corrections of what came before.
  private func log(of seed: UInt64, count: Int = 90) throws -> MemoryStore {
    let store = MemoryStore(clock: StoppedClock(1).now)
    for submission in try RandomSubmissions.sequence(seed: seed, count: count) {
      _ = try store.append(AppendRequest([submission]))
    }
    return store
  }

  @Test(arguments: seeds)
  func `what counts breaks no rule, in either fold`(seed: UInt64) throws {
    let store = try log(of: seed)
    let facts = try store.history().facts
    let found = judge(facts, known: Set(RandomActs.units)).filter(\.rule.refuses)
    #expect(found.isEmpty)
    let records = try store.all()
    let retracting = records.filter { !$0.retracts.isEmpty }.count
    let restoring = Set(records.flatMap(\.retracts)).intersection(
      records.filter { !$0.retracts.isEmpty }.map(\.position))
    #expect(retracting > 3, "\(retracting) retractions, \(restoring.count) of them taken back")
  }

  @Test(arguments: seeds.prefix(3))
  func `what was answered is answered for ever, asked as known then`(seed: UInt64) throws {
    let store = MemoryStore(clock: StoppedClock(1).now)
    var answers: [UInt64: [String]] = [:]
    for submission in try RandomSubmissions.sequence(seed: seed, count: 60) {
      _ = try store.append(AppendRequest([submission]))
      answers[store.head().position] = try store.answers()
    }
    for (position, expected) in answers {
      let isSame = try store.answers(.upTo(position)) == expected
      #expect(isSame, "as known at \(position)")
    }
  }

  @Test(arguments: seeds)
  func `each record is visible as the definition says, at every position`(seed: UInt64) throws {
    let records = try log(of: seed).all()
    let list = RecordList(records)
    for known in 0...UInt64(records.count) {
      let visible = Set(
        records.prefix(Int(known)).visible(at: .distantFuture).map(\.position))
      for record in records {
        let isVisible = list.isVisible(record.position, asKnownAt: known, ())
        if isVisible != visible.contains(record.position) {
          Issue.record("\(record.position) as known at \(known): \(isVisible)")
          return
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `documents written of them are the same history again`(seed: UInt64) throws {
    let store = try log(of: seed)
    var documents: [Document] = []
    try Ledger(store).forEachDocument { documents.append($0) }
    let copy = MemoryStore(clock: StoppedClock(1).now)
    for round in 0..<2 {
      for document in documents {
        let text = DocumentWriter.json(document) + "\n"
        var reader = ndjson(text, chunk: 1000, longestLine: 1 << 24)
        let read = try #require(try reader.next()?.document)
        for planned in ImportPlan.inOrder(read) {
          let result = try copy.append(AppendRequest([planned.submission]))
          #expect(result.refusal == nil, "\(planned.submission.readable)")
          guard round == 1, case .appended = result.outcomes.first else { continue }
          Issue.record("recorded twice: \(planned.submission.readable)")
        }
      }
    }
    func content(_ records: [Record]) -> [[UInt8]] {
      records.map { RecordCodec.encode($0.settled) }
    }
    let (one, other) = (try content(store.all()), try content(copy.all()))
    let same = zip(one, other).prefix { $0 == $1 }.count
    let different = try [store, copy].map { try $0.all().dropFirst(same).first?.readable ?? "" }
    #expect(same == one.count && same == other.count, "\(different.joined(separator: "\n"))")
  }

  @Test(arguments: seeds.prefix(2))
  func `a store tells from its index which records are visible`(seed: UInt64) throws {
    try withFolder { folder in
      let store = try LMDBStore.create(at: folder + "/store", clock: StoppedClock(1).now)
      defer { store.close() }
      for submission in try RandomSubmissions.sequence(seed: seed, count: 60) {
        _ = try store.append(AppendRequest([submission]))
      }
      let records = try store.all()
      try store.environment.read { transaction throws(StoreError) in
        for known in stride(from: 0, through: UInt64(records.count), by: 7) {
          let visible = records.prefix(Int(known)).visible(at: .distantFuture).map(\.position)
          var told: [UInt64] = []
          for record in records
          where try transaction.isVisible(record.position, asKnownAt: known, store.tables) {
            told.append(record.position)
          }
          #expect(told == visible)
        }
      }
    }
  }
}

extension Record {
  /// An event as a person reads it, with what the record adds.
  fileprivate var readable: String {
    guard case .event(let record) = body else { return body.id }
    let act = Act(
      id: "", order: record.order, instrument: "", events: [record.event])
    return "\(position) \(record.act) \(record.slot ?? 0) \(record.retracts) \(act.readable)"
      + " \(record.event.citations) \(record.event.details.children)"
      + " \(record.event.details.heldFunctions) \(record.event.details.shares)"
  }
}

extension Record {
  /// The same, recorded at another time, with defaults as a document has them.
  fileprivate var settled: Record {
    var body = body
    if case .event(let record) = body {
      body = .event(
        EventRecord(
          event: record.event.settled, act: record.act, status: record.status,
          order: record.order, slot: record.slot, retracts: record.retracts))
    }
    return Record(
      position: position, recordedAt: SystemTime(rawValue: 0), recordedBy: recordedBy, body: body)
  }
}

extension Event {
  fileprivate var settled: Event {
    var event = self
    if type.specification.follows {
      if details.children == .follow { event.details.children = .unstated }
      if details.heldFunctions == .follow { event.details.heldFunctions = .unstated }
    }
    if type == .functionAssigned, details.role == Role.leads.rawValue { event.details.role = nil }
    switch details.replacement {
    case .event(let other): event.details.replacement = .event(other.settled)
    case .act(var act):
      act.events = act.events.map(\.settled)
      event.details.replacement = .act(act)
    case .claim, .instrument, nil: break
    }
    return event
  }
}
