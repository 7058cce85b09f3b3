import OrgLedger

/// The texts of the store of the first format, and what is claimed and stated in it.
enum Format1Texts {
  static let texts: [Submission] = [
    .instrument(
      Instrument(
        id: "nq/01", number: "01/NQ-HĐND", kind: "nghị quyết", issuer: "HĐND tỉnh",
        title: "Về việc sắp xếp “các đơn vị”", issuedOn: ImpreciseDay(day(-10)),
        inForceOn: ImpreciseDay(earliest: day(-5), latest: nil),
        relations: InstrumentRelation.Kind.allCases.map {
          InstrumentRelation(relation: $0, instrument: "nq/00")
        },
        source: Source(
          file: "nq-01.pdf", sha256: String(repeating: "ab", count: 32),
          url: "https://lang-son.example/nq-01"),
        note: "ghi chú")),
    .instrument(Instrument(id: "qd/02", number: "02/QĐ-UBND")),
    .instrument(Instrument(id: "bc/03")),
  ]

  static let citation = Citation(
    instrument: "nq/01", lines: "271-273", article: "Điều 2", page: "3", quote: "“nguyên văn”")

  static let statements: [Submission] = [
    .claim(
      Claim(
        id: "claim/count", instrument: "bc/03", asOf: ImpreciseDay(day(50)),
        measure: .count(kinds: ["xã", "phường"], under: "huyen-a", level: .direct),
        value: Decimal("12"), comparator: .atLeast, includes: "thị trấn", excludes: "không rõ",
        citations: [citation], note: "ghi chú")),
    .claim(
      Claim(
        id: "claim/change", instrument: "bc/03",
        measure: .change(
          kinds: ["sở"], under: nil, from: ImpreciseDay(day(0)), to: ImpreciseDay(day(90))),
        value: Decimal("-2"), comparator: .atMost, base: Decimal("7"), percent: Decimal("28.57"))),
    .claim(
      Claim(
        id: "claim/quota", instrument: "bc/03", measure: .quota(scheme: "biên chế", under: "tinh"),
        value: Decimal("2215"))),
    .claim(
      Claim(
        id: "claim/figure", instrument: "bc/03", measure: .figure(what: "diện tích", unit: "km²"),
        value: Decimal("8310.18"), parts: ["claim/count", "claim/quota"])),
    .conflict(
      Conflict(
        id: "conflict/1", instrument: "bc/03", between: ["claim/count", "renamed#1"],
        note: "hai nguồn khác nhau")),
    .coverage(
      Coverage(
        instrument: "bc/03", kinds: ["sở"], under: "tinh", from: day(0), to: day(400),
        citations: [Citation(page: "9")], note: "đủ")),
    .coverage(Coverage(instrument: "bc/03", kinds: ["huyện"], from: day(0))),
  ]

  /// A day counted from 01/01/2024.
  static func day(_ number: Int32) -> Day { Day(rawValue: 19_723 + number) }
}
