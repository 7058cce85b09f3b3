import Testing

@testable import OrgLedger

/// A record with a name by which a test calls it.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let record: Record

  var testDescription: String { name }
}

/// Values for the tests of the encoding, with every key filled and with none.
enum Samples {
  /// Records of every kind, and of every type of event, each with every key and with none.
  static let all: [Sample] = full + bare

  static let full: [Sample] =
    [.instrument(instrument), .act(ActHeader(act)), .conflict(conflict), .coverage(coverage)]
    .map { (body: Record.Body) in Sample(name: body.kind.rawValue, record: record(body)) }
    + zip(1..., measures).map {
      Sample(name: "claim \($0)", record: record(.claim(claim($1))))
    }
    + EventType.allCases.map {
      Sample(name: $0.rawValue, record: record(.event(eventRecord($0))))
    }
    + zip(1..., replacements).map { number, replacement in
      var event = event(.corrected)
      event.details.replacement = replacement
      return Sample(
        name: "replacement \(number)",
        record: record(.event(EventRecord(event: event, act: 7, status: .enacted, order: 0))))
    }

  static let bare: [Sample] =
    [
      .instrument(Instrument(id: "")),
      .act(ActHeader(Act(id: "", instrument: "", orderedBy: [], events: []))),
      .claim(Claim(id: "", instrument: "", measure: .quota(scheme: "", under: nil))),
      .conflict(Conflict(id: "", instrument: "", between: [])),
      .coverage(Coverage(instrument: "", kinds: [], from: Day(rawValue: 0))),
    ].map { (body: Record.Body) in
      Sample(
        name: "bare \(body.kind.rawValue)",
        record: Record(
          position: 0, recordedAt: SystemTime(rawValue: 0), recordedBy: "", body: body))
    }
    + EventType.allCases.map {
      Sample(
        name: "bare \($0.rawValue)",
        record: record(
          .event(EventRecord(event: Event(type: $0), act: 0, status: .enacted, order: 0))))
    }

  static func record(_ body: Record.Body) -> Record {
    Record(
      position: 300, recordedAt: SystemTime(rawValue: 1_741_000_000_000_001),
      recordedBy: "văn thư", body: body)
  }

  static let day = ImpreciseDay(Day(rawValue: 20148))
  static let since = ImpreciseDay(earliest: Day(rawValue: -1), latest: nil)!
  static let until = ImpreciseDay(earliest: nil, latest: Day(rawValue: 20200))!

  static let instrument = Instrument(
    id: "vn/lang-son/hdnd/nq/2025/04", number: "04/NQ-HĐND", kind: "nghị quyết",
    issuer: "HĐND tỉnh Lạng Sơn", title: "Thành lập Sở Tài chính", issuedOn: day,
    inForceOn: since,
    relations: InstrumentRelation.Kind.allCases.map { .init(relation: $0, instrument: "vn/121") },
    source: Source(file: "001.txt", sha256: "d1d52db7", url: "https://example.org/1"), note: "")

  static let act = Act(
    id: "lang-son/2025-03-01/so-tai-chinh", status: .proposed, effectiveOn: until, order: -3,
    instrument: "vn/lang-son/hdnd/nq/2025/04", orderedBy: ["vn/1", "vn/2"], enacts: ["plan"],
    plannedUntil: Day(rawValue: 21000), note: "ghi chú", events: [])

  static let conflict = Conflict(
    id: "conflict/1", instrument: "vn/1", between: ["event/1", "claim/1"], note: "note")

  static let coverage = Coverage(
    instrument: "vn/1", kinds: ["xã", "phường"], under: "tinh-lang-son",
    from: Day(rawValue: 18262), to: Day(rawValue: 20000), citations: [citation], note: "note")

  static let citation = Citation(
    instrument: "vn/1", lines: "271-273", article: "Điều 2", page: "3", quote: "“nguyên văn”")

  static let measures: [Claim.Measure] = [
    .count(kinds: ["xã"], under: "huyen-loc-binh", level: .direct),
    .count(kinds: [], under: nil, level: .all),
    .change(kinds: ["sở"], under: "tinh", from: since, to: until),
    .quota(scheme: "biên chế", under: "so-tai-chinh"), .figure(what: "diện tích", unit: "km²"),
    .figure(what: "", unit: nil),
  ]

  static func claim(_ measure: Claim.Measure) -> Claim {
    Claim(
      id: "claim/1", instrument: "vn/1", asOf: .notStated, measure: measure,
      value: Decimal("8310.2"), comparator: .atMost, base: Decimal("-12"),
      percent: Decimal("0.000001"), parts: ["claim/2", "claim/3"], includes: "thị trấn",
      excludes: "", citations: [citation, Citation()], note: "note")
  }

  static let birth = Birth(
    id: "so-tai-chinh", name: Name("Sở Tài chính", short: "STC"), kind: "sở",
    parent: .under("ubnd-tinh"),
    codes: [Code(scheme: "cccd", value: "05971"), Code(scheme: "mst", value: "")],
    functions: [FunctionMention("budget", name: "ngân sách", scope: "huyen", parent: "finance")],
    restores: ["so-tai-chinh/1991"], collective: true, members: 11)

  static func event(_ type: EventType) -> Event {
    Event(
      id: "lang-son/2025-03-01/so-tai-chinh#1", type: type, effectiveOn: day,
      ends: ["so-ke-hoach", "so-tai-chinh-cu"], persists: ["ubnd-tinh"],
      born: [birth, Birth(id: "b", name: Name("B"), kind: "", parent: .top, members: 0)],
      details: details, term: "hợp nhất", citations: [citation], certainty: .assumed,
      alternatives: [Alternative(key: "name", value: "Sở TC", citations: [citation])],
      note: "note")
  }

  static func eventRecord(_ type: EventType) -> EventRecord {
    EventRecord(
      event: event(type), act: 299, status: .proposed, order: -1, slot: 12,
      retracts: [1, 12, 298])
  }

  static let details: Event.Details = {
    var details = Event.Details()
    details.name = "Sở Tài chính"
    details.shortName = "STC"
    details.kind = "sở"
    details.parent = .notStated
    details.role = "leads"
    details.mode = "termExpired"
    details.reason = "dataEntry"
    details.description = "sắp xếp lại"
    details.functions = [FunctionMention("budget"), FunctionMention("land", name: "đất đai")]
    details.from = "a"
    details.to = "b"
    details.links = [Link(from: "a", to: "b"), Link(from: "a", to: "c")]
    details.shares = Share.Basis.allCases.map {
      Share(
        from: "a", to: "b", share: Decimal("0.25"), amount: Decimal("120"), unit: "km²",
        basis: $0, note: "note")
    }
    details.scheme = "biên chế"
    details.value = "120"
    details.period = "2025"
    details.posts = [Post(unit: "a", title: "giám đốc")]
    details.about = ["a"]
    details.children = .entries([
      .init("x", .unit("a")), .init("y", .ends), .init("z", .notStated),
    ])
    details.heldFunctions = .follow
    details.target = "event/1"
    details.targets = ["event/1", "act/1"]
    details.replacement = .event(Event(id: "event/2", type: .renamed))
    details.ids = ["a", "b"]
    details.canonical = "a"
    return details
  }()

  static let replacements: [Replacement] = [
    .event(event(.merged)), .instrument(instrument), .claim(claim(measures[0])),
    .act(act.adding([event(.divided), Event(type: .noted)])), .act(act),
  ]
}

extension Act {
  /// The act with other events.
  func adding(_ events: [Event]) -> Act { ActHeader(self).act(with: events) }
}
