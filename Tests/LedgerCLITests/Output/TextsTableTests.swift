import OrgLedger
import Testing

@testable import ledger_cli

@Suite("The table of texts")
struct TextsTableTests {
  private func table(width: Int?) throws -> [String] {
    let long = "đẩy mạnh xây dựng, chỉnh đốn và sắp xếp tổ chức bộ máy của hệ thống chính trị"
    let history = History(
      facts: [],
      instruments: [
        Instrument(
          id: "vn/tinh/kh/2025/268", number: "268-KH/TU", kind: "kế hoạch", issuer: long,
          title: long, issuedOn: try ImpreciseDay("2025-02-14/2025-02-28")),
        Instrument(id: "vn/tinh/bc", kind: "báo cáo", title: long),
      ])
    let view = InstrumentsView(
      answer: history.instruments(), texts: Texts(history), acts: [:], claims: [:],
      words: ClaimWords())
    return view.table(width: width).map(\.plain)
  }

  @Test func `fits a terminal, and names a text without a number by its id`() throws {
    let lines = try table(width: 110)
    #expect(lines.allSatisfy { displayWidth($0) <= 110 })
    #expect(lines.contains { $0.hasPrefix("vn/tinh/bc") })
    #expect(!lines.contains { $0.contains("vn/tinh/kh/2025/268") })
  }

  @Test func `has every id in a pipe, where nothing is cut`() throws {
    let lines = try table(width: nil)
    #expect(lines[1].hasSuffix("vn/tinh/kh/2025/268"))
    #expect(lines[2].hasSuffix("vn/tinh/bc"))
    #expect(lines[1].contains("hệ thống chính trị"))
  }
}
