@testable import OrgLedger

/// The values whose bytes stand in `records.txt`: one of each kind, as an office would record them.
///
/// They never change. What a later version adds gets values of its own at the end.
let goldenRecords: [Sample] = [
  golden(
    "instrument",
    1,
    .instrument(
      Instrument(
        id: "vn/lang-son/hdnd/nq/2025/04", number: "04/NQ-HĐND", kind: "nghị quyết",
        issuer: "HĐND tỉnh Lạng Sơn", issuedOn: ImpreciseDay(Day(rawValue: 20137)),
        relations: [InstrumentRelation(relation: .basedOn, instrument: "vn/tw/kl/2025/121")],
        source: Source(file: "001_d1d52db701f321a4.txt")))),
  golden(
    "act",
    2,
    .act(
      ActHeader(
        Act(
          id: "lang-son/2025-03-01/so-tai-chinh", effectiveOn: ImpreciseDay(Day(rawValue: 20148)),
          order: 1, instrument: "vn/lang-son/hdnd/nq/2025/04", events: [])))),
  golden(
    "event",
    3,
    .event(
      EventRecord(
        event: {
          var event = Event.merged(
            ["so-ke-hoach-va-dau-tu", "so-tai-chinh/1"],
            into: Birth(
              id: "so-tai-chinh", name: Name("Sở Tài chính", short: "STC"), kind: "sở",
              parent: .under("ubnd-tinh-lang-son"),
              codes: [Code(scheme: "mst", value: "4900244113")],
              functions: [FunctionMention("ngan-sach", name: "ngân sách")]))
          event.id = "lang-son/2025-03-01/so-tai-chinh#1"
          event.effectiveOn = ImpreciseDay(Day(rawValue: 20148))
          event.details.heldFunctions = .entries([
            .init("dau-tu-cong", .unit("so-tai-chinh")), .init("thong-ke", .notStated),
          ])
          event.term = "hợp nhất"
          event.citations = [Citation(lines: "271-273", quote: "hợp nhất Sở Kế hoạch và Đầu tư")]
          return event
        }(), act: 2, status: .enacted, order: 1))),
  golden(
    "correction",
    129,
    .event(
      EventRecord(
        event: {
          var event = Event(id: "sua/1#1", type: .corrected)
          event.certainty = .inferred
          event.details.target = "lang-son/2025-03-01/so-tai-chinh"
          event.details.reason = "dataEntry"
          event.details.replacement = .act(
            Act(
              id: "sua/1#1", status: .proposed, order: -2, instrument: "vn/ghi-chu/1",
              events: [
                Event(
                  id: "sua/1#1.1", type: .dissolved,
                  effectiveOn: ImpreciseDay(
                    earliest: Day(rawValue: -1), latest: nil), ends: ["so-tai-chinh/1"])
              ]))
          return event
        }(), act: 128, status: .enacted, order: 0, slot: 2, retracts: [2, 3]))),
  golden(
    "claim",
    4,
    .claim(
      Claim(
        id: "lang-son/bao-cao/so-xa", instrument: "vn/lang-son/bc/2025/88",
        asOf: ImpreciseDay(
          earliest: Day(rawValue: 20089), latest: Day(rawValue: 20453)),
        measure: .count(
          kinds: ["xã", "phường"], under: "tinh-lang-son", level: .all),
        value: Decimal(digits: 65), comparator: .atLeast, percent: Decimal(digits: -125, scale: 1),
        citations: [Citation(page: "2")]))),
  golden(
    "conflict",
    5,
    .conflict(
      Conflict(
        id: "lang-son/1", instrument: "vn/ghi-chu/1",
        between: ["lang-son/bao-cao/so-xa", "sua/1#1"], note: ""))),
  golden(
    "coverage",
    6,
    .coverage(
      Coverage(
        instrument: "vn/ghi-chu/1", kinds: ["xã", "phường", "thị trấn"], under: "tinh-lang-son",
        from: Day(rawValue: 18262)))),
]

private func golden(_ name: String, _ position: UInt64, _ body: Record.Body) -> Sample {
  Sample(
    name: name,
    record: Record(
      position: position, recordedAt: SystemTime(rawValue: 1_741_000_000_000_000 + Int64(position)),
      recordedBy: "văn thư", body: body))
}
