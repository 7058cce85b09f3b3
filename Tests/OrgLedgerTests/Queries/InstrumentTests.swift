import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("The texts of a ledger")
struct InstrumentTests {
  private func history() throws -> History {
    var merger = Event.merged(["a", "b"], into: unit("c"))
    merger.citations = [Citation(instrument: "plan", lines: "3")]
    merger.alternatives = [
      Alternative(key: "term", value: "joins", citations: [Citation(instrument: "press")])
    ]
    var plan = act("planned", on: 2, status: .proposed, .noted("A plan.", about: ["a"]))
    plan.instrument = "plan"
    plan.orderedBy = ["law"]
    let facts = try given(
      act("opening", on: 1, .registered(unit("a"), unit("b"))), plan, act("merger", on: 3, merger),
      instruments: ["law", "plan", "press"].map { Instrument(id: $0) }
    ).timeline.facts
    return History(
      facts: facts,
      instruments: [
        Instrument(id: Given.instrument, number: "7", issuedOn: ImpreciseDay(3)),
        Instrument(
          id: "law", number: "02/NQ", kind: "Nghị quyết", issuer: "Ủy ban Thường vụ Quốc hội",
          issuedOn: try ImpreciseDay("1970")),
        Instrument(
          id: "plan", number: "02/NQ", kind: "kế hoạch", issuer: "Tỉnh ủy",
          issuedOn: ImpreciseDay(1),
          relations: [InstrumentRelation(relation: .implements, instrument: "law")]),
        Instrument(id: "press", title: "The news"),
      ],
      claims: [Claim(id: "cl", instrument: "plan", measure: .figure(what: "rain", unit: nil))])
  }

  @Test func `stand by their day, and those of no day last`() throws {
    let rows = try history().instruments().instruments
    #expect(rows.map(\.id) == ["law", "plan", Given.instrument, "press"])
  }

  @Test func `tell what they order, state, quote, claim and relate to`() throws {
    let rows = try Dictionary(
      uniqueKeysWithValues: history().instruments().instruments.map { ($0.id, $0) })
    #expect(rows["law"]?.orders == ["planned"])
    #expect(rows["law"]?.states == [])
    #expect(
      rows["law"]?.relatedBy == [InstrumentRelation(relation: .implements, instrument: "plan")])
    #expect(rows["plan"]?.states == ["planned"])
    #expect(rows["plan"]?.orders == [])
    #expect(rows["plan"]?.quotedBy == ["merger#1"])
    #expect(rows["press"]?.quotedBy == ["merger#1"])
    #expect(rows["plan"]?.claims == ["cl"])
    #expect(rows["plan"]?.relations.map(\.instrument) == ["law"])
    #expect(rows[Given.instrument]?.orders == ["opening", "merger"])
  }

  @Test(
    arguments: [
      (InstrumentFilter(issuer: "quoc hoi"), ["law"]),
      (InstrumentFilter(kinds: ["KE HOACH", "luật"]), ["plan"]),
      (InstrumentFilter(id: "press"), ["press"]),
      (InstrumentFilter(issuer: "nobody"), []),
    ] as [(InstrumentFilter, [InstrumentID])])
  func `are chosen by issuer, kind and id`(filter: InstrumentFilter, ids: [InstrumentID]) throws {
    #expect(try history().instruments(filter).instruments.map(\.id) == ids)
  }

  @Test func `are meant by their id or number, unless several bear it`() throws {
    let history = try history()
    #expect(try history.instrument("press") == "press")
    #expect(try history.instrument(" 7") == Given.instrument)
    let several = #expect(throws: InstrumentReferenceError.self) {
      try history.instrument("02/nq")
    }
    guard case .ambiguous(_, let candidates) = several else {
      Issue.record("\(String(describing: several))")
      return
    }
    #expect(candidates.map(\.id) == ["law", "plan"])
    let none = #expect(throws: InstrumentReferenceError.self) { try history.instrument("the new") }
    guard case .notFound(_, let nearest) = none else {
      Issue.record("\(String(describing: none))")
      return
    }
    #expect(nearest.first?.id == "press")
  }

  @Test func `of one day stand by their numbers, 2 before 10, which blanks do not change`() throws {
    let texts = ["10/QĐ", "2 / QĐ", "9/QĐ"].map {
      Instrument(id: InstrumentID($0), number: $0, issuedOn: ImpreciseDay(1))
    }
    let history = History(facts: [], instruments: texts)
    #expect(history.instruments().instruments.map(\.number) == ["2 / QĐ", "9/QĐ", "10/QĐ"])
    #expect(try history.instrument("2/qd") == "2 / QĐ")
    #expect(try history.instrument("10 / QĐ") == "10/QĐ")
  }

  @Test func `have their keys in JSON, nulls too`() throws {
    let answer = try history().instruments(InstrumentFilter(id: "plan"))
    #expect(
      try json(answer) == """
        {"instruments":[{"claims":["cl"],"id":"plan","inForceOn":null,"issuedOn":"1970-01-02",\
        "issuer":"Tỉnh ủy","kind":"kế hoạch","note":null,"number":"02/NQ","orders":[],\
        "quotedBy":["merger#1"],"relatedBy":[],"relations":[{"instrument":"law",\
        "relation":"implements"}],"source":null,"states":["planned"],"title":null}]}
        """)
  }
}
