import Testing

@testable import OrgLedger

@Suite("The document of the contract")
struct ContractTests {
  static let text = """
    instrument:
      id: vn/lang-son/tu/kh/kl-121           # opaque
      kind: kế hoạch
      issuer: Ban Chấp hành Đảng bộ tỉnh Lạng Sơn
      issuedOn: 2025-02-14/2025-02-28
      relations: [{relation: implements, instrument: vn/tw/kl/2025/121}]
      source: {file: 001_d1d52db701f321a4.txt, url: "https://example.org/?a=b#c"}
    instruments: [{id: vn/lang-son/hdnd/nq/2025/04, number: 04/NQ-HĐND, issuedOn: 18/2/2025}]
    acts:
      - id: lang-son/2025-03-01/so-tai-chinh
        effectiveOn: 2025-03-01
        orderedBy: [vn/lang-son/hdnd/nq/2025/04]
        enacts: [lang-son/plan-02/so]
        events:
          - type: merged
            ends: [so-ke-hoach-va-dau-tu, so-tai-chinh-cu]
            born: [{id: so-tai-chinh, name: Sở Tài chính, kind: sở, parent: ubnd-tinh}]
            term: hợp nhất
            citations: [{lines: "271", quote: "Sở Tài chính: hợp nhất"}]
          - {type: identifierAssigned, persists: [so-tai-chinh], scheme: s, value: 05971}
    claims:
      - {id: c, asOf: 2024-10-31, count: {kinds: [sở], under: ubnd-tinh}, value: 19}
    conflicts: [{id: k, between: [c, "lang-son/2025-03-01/so-tai-chinh#1"], note: no}]
    coverage: [{kinds: [xã, phường, thị trấn], under: tinh-lang-son, from: 2020-01-01, to: null}]
    """

  @Test func `is read with its defaults filled`() throws {
    let document = try #require(documents(Self.text).first)
    #expect(document.instrument.issuedOn?.description == "2025-02-14/2025-02-28")
    #expect(document.instruments.first?.issuedOn?.description == "2025-02-18")
    let act = try #require(document.acts.first)
    #expect(act.instrument == "vn/lang-son/tu/kh/kl-121")
    #expect(act.orderedBy == ["vn/lang-son/hdnd/nq/2025/04"])
    #expect((act.status, act.order, act.enacts) == (.enacted, 0, ["lang-son/plan-02/so"]))
    let merged = try #require(act.events.first)
    #expect(merged.id == "lang-son/2025-03-01/so-tai-chinh#1")
    #expect(merged.effectiveOn == act.effectiveOn)
    #expect(merged.born.first?.parent == .under("ubnd-tinh"))
    #expect(merged.citations == [Citation(lines: "271", quote: "Sở Tài chính: hợp nhất")])
    #expect(act.events.last?.details.value == "05971")
    #expect(
      document.claims.first?.measure == .count(kinds: ["sở"], under: "ubnd-tinh", level: .all))
    #expect(document.conflicts.first?.note == "no")
    #expect(document.coverage.first?.to == nil)
  }
}
