import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("Answers in JSON")
struct AnswerEncodingTests {
  private let opening = act(
    "opening", on: 1, .registered(unit("top"), unit("a", "A", under: "top")))

  @Test func `have every key of a chart, nulls too`() throws {
    #expect(
      try json(given(opening).history.chart(asOf: 1, root: "top", depth: 0)) == """
        {"asOf":"1970-01-02","knownAt":"1970-01-01T00:00:00.000000Z","position":2,"units":[\
        {"certainty":"certain","codes":{},"functions":[],"id":"top","kind":"unit","name":"top",\
        "parent":null,"parentKnown":true,"since":"1970-01-02"}]}
        """)
  }

  @Test func `have every key of a unit`() throws {
    let text = try json(try #require(given(opening).history.show("a", asOf: 1)))
    #expect(
      text == """
        {"unit":{"bornBy":"opening#1","certainty":"certain","children":[],"codes":{},\
        "endedBy":null,"functions":[],"id":"a","kind":"unit",\
        "kinds":[{"event":"opening#1","from":"1970-01-02","kind":"unit","to":null}],"name":"A",\
        "names":[{"event":"opening#1","from":"1970-01-02","name":"A","to":null}],"parent":"top",\
        "parentKnown":true,"parents":[{"event":"opening#1","from":"1970-01-02","parent":"top",\
        "parentKnown":true,"to":null}],"quotas":[],"since":"1970-01-02","status":"alive"}}
        """)
  }

  @Test func `have every key of lineage, crosswalk and difference`() throws {
    let history = try given(
      opening, act("next", on: 3, .replaced("a", by: unit("b", under: "top")))
    )
    .history
    #expect(
      try json(try #require(history.lineage(of: "b", asOf: 3))) == """
        {"edges":[{"basis":null,"certainty":"certain","event":"next#1","from":"a",\
        "instrument":"text","on":"1970-01-04","orderedBy":["text"],"share":1,"to":"b",\
        "type":"replaced"}],"nodes":[{"from":"1970-01-02","id":"a","kind":"unit","name":"A",\
        "to":"1970-01-04"},{"from":"1970-01-04","id":"b","kind":"unit","name":"b","to":null}],\
        "unit":"b"}
        """)
    #expect(
      try json(history.crosswalk(from: 2, to: 3, kinds: ["unit"]).rows.first) == """
        {"basis":null,"certainty":"certain","degree":"1:1","from":"a","path":["next#1"],\
        "relation":"replaced","share":1,"to":"b"}
        """)
    #expect(
      try json(history.diff(from: 2, to: 3)) == """
        {"born":[{"event":"next#1","kind":"unit","name":"b","unit":"b"}],\
        "ended":[{"event":"next#1","into":["b"],"unit":"a"}],"from":"1970-01-03",\
        "functions":[],"identifiers":[],"reclassified":[],"renamed":[],"reparented":[],\
        "to":"1970-01-04"}
        """)
  }

  @Test func `have every key of a timeline`() throws {
    let text = try json(try #require(given(opening).history.history(of: "a")))
    #expect(
      text == """
        {"entries":[{"alternatives":[],"certainty":"stated","citations":[],"event":"opening#1",\
        "instrument":"text","on":"1970-01-02","orderedBy":["text"],"position":2,\
        "recordedAt":"1970-01-01T00:00:00.000000Z","recordedBy":"",\
        "summary":"begins as A (unit) under top","type":"registered"}],"unit":"a"}
        """)
  }

  @Test func `have every key of who, and parents that are not stated by a word of their own`()
    throws
  {
    let history = try given(
      opening, act("charge", on: 2, .functionAssigned([FunctionMention("roads")], to: "a")),
      act("lost", on: 3, .reparented(["a"], under: .notStated))
    ).history
    #expect(
      try json(history.who("roads", asOf: 2)) == """
        {"asOf":"1970-01-03","function":"roads","holders":[{"certainty":"certain",\
        "event":"charge#1","name":"A","role":"leads","scope":null,"since":"1970-01-03",\
        "unit":"a"}],"path":["charge#1"],"unstated":[]}
        """)
    #expect(
      try json(history.diff(from: 2, to: 3).reparented) == """
        [{"after":"unknown","before":"top","event":"lost#1","unit":"a"}]
        """)
  }
}

@Suite("The record as lines")
struct LogLineTests {
  private var records: [Record] {
    let header = ActHeader(
      Act(id: "act", effectiveOn: ImpreciseDay(3), order: 2, instrument: "text", events: []))
    var event = Event.registered(unit("a"))
    event.id = "act#1"
    event.effectiveOn = ImpreciseDay(3)
    let bodies: [Record.Body] = [
      .instrument(Instrument(id: "text")), .act(header),
      .event(EventRecord(event: event, act: 2, status: .enacted, order: 2)),
    ]
    return bodies.enumerated().map {
      Record(
        position: UInt64($0 + 1), recordedAt: SystemTime(rawValue: 0), recordedBy: "me", body: $1)
    }
  }

  @Test func `have every key`() throws {
    #expect(
      try json(records.logLines()) == """
        [{"act":null,"effectiveOn":null,"id":"text","instrument":"text","kind":"instrument",\
        "leaf":null,"order":null,"position":1,"recordedAt":"1970-01-01T00:00:00.000000Z",\
        "recordedBy":"me","type":null},{"act":null,"effectiveOn":"1970-01-04","id":"act",\
        "instrument":"text","kind":"act","leaf":null,"order":2,"position":2,\
        "recordedAt":"1970-01-01T00:00:00.000000Z","recordedBy":"me","type":null},{"act":"act",\
        "effectiveOn":"1970-01-04","id":"act#1","instrument":"text","kind":"event","leaf":null,\
        "order":2,"position":3,"recordedAt":"1970-01-01T00:00:00.000000Z","recordedBy":"me",\
        "type":"registered"}]
        """)
  }

  @Test(
    arguments: [
      (LogFilter(unit: "a"), [3]), (LogFilter(unit: "b"), []), (LogFilter(type: .registered), [3]),
      (LogFilter(type: .merged), []), (LogFilter(instrument: "text"), [1, 2, 3]),
      (LogFilter(instrument: "other"), []), (LogFilter(from: 2), [2, 3]),
      (LogFilter(from: 2, to: 2), [2]), (LogFilter(), [1, 2, 3]),
    ] as [(LogFilter, [UInt64])])
  func `are those that a filter lets through`(filter: LogFilter, positions: [UInt64]) {
    #expect(records.logLines(filter).map(\.position) == positions)
  }
}
