import OrgLedger
import Testing

@Suite("A moment of recording")
struct MomentTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00Z", 0), ("1970-01-01T07:00", 0), ("1970-01-01T07:00:00+07:00", 0),
      ("1970-01-01t00:00:01z", 1_000_000), ("1970-01-01 00:00:00.25Z", 250_000),
      ("1969-12-31T18:30:00-05:30", 0), ("1970-01-01T00:00:00.1234567Z", 123_456),
      ("02/01/1970T00:00Z", 86_400_000_000),
      // A day means its last microsecond at the store's offset.
      ("1970-01-01", 86_400_000_000 - 7 * 3_600_000_000 - 1),
      ("01/01/1970", 86_400_000_000 - 7 * 3_600_000_000 - 1),
    ] as [(String, Int64)])
  func `is read`(text: String, microseconds: Int64) throws {
    #expect(try SystemTime(text, offsetMinutes: 420).rawValue == microseconds)
  }

  @Test(arguments: [
    "", "yesterday", "2025", "2025-03", "2025-03-01T", "2025-03-01T8:00", "2025-03-01T08",
    "2025-03-01T08:00:00.", "2025-03-01T08:00+7", "2025-03-01T08:00:0x", "T08:00",
    "2025-03-01T08:00+07:00Z", "2025-03-01T+07:00",
  ])
  func `is no other text`(text: String) {
    #expect(throws: SystemTimeError.form(text)) { try SystemTime(text, offsetMinutes: 0) }
  }

  @Test(arguments: [
    "2025-02-30", "30/02/2025T08:00", "2025-03-01T24:00", "2025-03-01T08:60",
    "2025-03-01T08:00:61", "2025-03-01T08:00+24:00",
  ])
  func `is one that the calendar and the clock have`(text: String) {
    #expect(throws: SystemTimeError.calendar(text)) { try SystemTime(text, offsetMinutes: 0) }
  }

  @Test func `is read again as it is written`() throws {
    for value in [0, 1, -1, 1_740_000_000_123_456, -62_000_000_000_000_000] as [Int64] {
      let time = SystemTime(rawValue: value)
      for offset in [0, 420, -330] {
        let again = try SystemTime(time.iso8601(offsetMinutes: offset), offsetMinutes: 60)
        #expect(again == time)
      }
    }
  }

  @Test func `may be said as a position`() throws {
    #expect(try Known("120", offsetMinutes: 0) == .upTo(120))
    #expect(try Known("1970-01-01T00:00Z", offsetMinutes: 0) == .at(SystemTime(rawValue: 0)))
    #expect(throws: SystemTimeError.form("-1")) { try Known("-1", offsetMinutes: 0) }
  }
}
