import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A unit as known at a time")
struct KnownTimeTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `is what it is as known at the last record of that time, however often it is asked`(
    seed: UInt64
  ) throws {
    try withLMDBStore { store in
      var heads: [Head] = []
      for submission in try RandomSubmissions.sequence(seed: seed, count: 40) {
        heads.append(try store.append(AppendRequest([submission])).head)
        // Also times at which the last record was the newest, and those before and after it.
        for head in heads.suffix(3) + heads.prefix(2) {
          let time = try #require(head.recordedAt)
          try expectSame(store, .at(time), .upTo(head.position))
          try expectSame(store, .at(time), .upTo(head.position))
          let before = try store.head(at: .at(SystemTime(rawValue: time.rawValue - 1))).position
          try expectSame(store, .at(SystemTime(rawValue: time.rawValue - 1)), .upTo(before))
        }
        try expectSame(store, .at(.distantFuture), .now)
      }
    }
  }

  @Test func `is asked anew after each record where the time has not passed`() throws {
    try withLMDBStore { store in
      let later = SystemTime(rawValue: 1_000_000)
      var seen: Set<UInt64> = []
      for submission in try RandomSubmissions.sequence(seed: 1, count: 20) {
        try expectSame(store, .at(later), .now)
        // Some are refused.
        seen.insert(try store.append(AppendRequest([submission])).head.position)
        try expectSame(store, .at(later), .now)
      }
      #expect(seen.count > 5)
    }
  }

  private func expectSame(_ store: LMDBStore, _ one: Known, _ other: Known) throws {
    let day = Day(rawValue: RandomActs.lastDay)
    for unit in RandomActs.units {
      let (left, right) = (
        try store.unit(unit, on: day, at: one), try store.unit(unit, on: day, at: other)
      )
      let rows = (try left?.latest, try right?.latest)
      #expect(rows.0 != nil)
      #expect(rows.0 == rows.1, "\(unit) as known \(one) and \(other)")
    }
  }
}
