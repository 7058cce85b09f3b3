import Testing

@testable import OrgLedger

@Suite("Days")
struct DayTests {
  @Test func `count forth and back over the whole calendar that can be written`() throws {
    let first = try #require(Day(year: 0, month: 1, day: 1))
    let last = try #require(Day(year: 9999, month: 12, day: 31))
    for number in stride(from: first.rawValue, through: last.rawValue, by: 1) {
      let day = Day(rawValue: number)
      let (year, month, dayOfMonth) = day.civil
      guard Day(year: year, month: month, day: dayOfMonth) == day else {
        Issue.record("\(number) is \(year)-\(month)-\(dayOfMonth)")
        return
      }
    }
  }

  @Test(arguments: [
    ("31/10/2024", 20027), ("1/7/2025", 20270), ("2025-03-01", 20148), ("1970-01-01", 0),
  ])
  func `are read day first and in ISO`(text: String, number: Int32) throws {
    #expect(try Day(text).rawValue == number)
  }

  @Test(arguments: [
    "30/02/2025", "2025-02-29", "31/4/2025", "2025-13-01", "00/01/2025",
  ])
  func `that the calendar does not have are refused`(text: String) {
    #expect(throws: DayError.calendar(text)) { try Day(text) }
  }

  @Test(arguments: [
    "", "2025", "2025-02", "1/2/25", "2025/02/01", "01-02-2025", "1.2.2025", "2025-2-1",
    "2025-02-01/2025-02-01", "..", "một", " 2025-02-01", "+1/02/2025",
  ])
  func `in another form are refused`(text: String) {
    #expect(throws: DayError.form(text)) { try Day(text) }
  }

  @Test(arguments: [
    "2018", "2025-02", "2025-01-15/2025-03-20", "../2025-02-08", "2022-07-07/..", "../..",
    "2025-03-01",
  ])
  func `that are imprecise are written as they were read`(text: String) throws {
    #expect(try ImpreciseDay(text).description == text)
  }

  @Test func `that are imprecise reach from their first to their last day`() throws {
    let quarter = try ImpreciseDay("2025-01/2025-03")
    #expect(quarter.earliest == Day(year: 2025, month: 1, day: 1))
    #expect(quarter.latest == Day(year: 2025, month: 3, day: 31))
    #expect(throws: DayError.reversed("2025-03/2025-01")) { try ImpreciseDay("2025-03/2025-01") }
    #expect(throws: DayError.qualifier("2025~")) { try ImpreciseDay("2025~") }
    #expect(throws: DayError.qualifier("201X")) { try ImpreciseDay("201X") }
  }
}
