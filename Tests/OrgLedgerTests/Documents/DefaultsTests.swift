import Testing

@testable import OrgLedger

@Suite("What a document leaves out")
struct DefaultsTests {
  /// The one act of a document with lines of its own.
  private func act(_ lines: String) throws -> Act {
    let text = "instrument: {id: i}\nacts:\n  - id: a\n"
    let act = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
    return try #require(documents(text + act).first?.acts.first)
  }

  private func event(_ event: String) throws -> Event {
    try #require(act("effectiveOn: 2025\nevents: [\(event)]").events.first)
  }

  @Test func `is the legal basis: the document's own text, unless the sources do not say`() throws {
    #expect(try act("order: -3").orderedBy == ["i"])
    #expect(try act("orderedBy: []").orderedBy == [])
    #expect(try act("orderedBy: [j]").orderedBy == ["j"])
    #expect(try act("order: -3").order == -3)
  }

  @Test func `is the day of an event: its act's`() throws {
    let act = try act(
      "effectiveOn: 2025\nevents: [{type: noted, description: x}, "
        + "{type: noted, description: x, effectiveOn: 2026}]")
    #expect(act.events.map { $0.effectiveOn?.description } == ["2025", "2026"])
    #expect(act.events.map(\.id) == ["a#1", "a#2"])
  }

  @Test func `may be a day, in a plan and where an event is about the record`() throws {
    #expect(try act("status: proposed\nevents: [{type: noted, description: x}]").events.count == 1)
    let events = [
      "{type: corrected, target: x, reason: erratum, replacement: null}",
      "{type: annulled, targets: [x]}", "{type: identified, ids: [x, y], canonical: x}",
    ]
    #expect(try act("events: [\(events.joined(separator: ", "))]").events.count == 3)
    let text = "instrument: {id: i}\nacts: [{id: a, events: [{type: suspended, targets: [x]}]}]"
    #expect(errors(in: text).map(\.summary) == ["2 acts[0].events[0].effectiveOn missingKey"])
  }

  @Test func `and what says the same are one content`() throws {
    #expect(try act("orderedBy: [i]") == act("status: enacted"))
    #expect(
      try event("{type: noted, description: x, citations: [{instrument: i, lines: 1}]}")
        == event("{type: noted, description: x, citations: [{lines: 1}], certainty: stated}"))
    #expect(
      try event("{type: functionAssigned, persists: [x], functions: [f], role: leads}")
        == event("{type: functionAssigned, persists: [x], functions: [{id: f}]}"))
    let merged = "type: merged, ends: [x, y], born: [{id: z, name: Z, kind: k}]"
    #expect(try event("{\(merged), children: follow}") == event("{\(merged)}"))
  }

  @Test func `is the parent, which is not stated, none, or a unit`() throws {
    let births = try event(
      """
      {type: registered, born: [{id: a, name: A, kind: k}, {id: b, name: B, kind: k, parent: null},
       {id: c, name: C, kind: k, parent: }, {id: d, name: D, kind: k, parent: unknown},
       {id: e, name: E, kind: k, parent: "null"}]}
      """.replacing("\n", with: "")
    ).born
    #expect(births.map(\.parent) == [.notStated, .top, .top, .notStated, .under("null")])
  }

  @Test func `goes where a policy says`() throws {
    let event = try event("{type: dissolved, ends: [x], children: {c: ~, b: unknown, a: y}}")
    #expect(
      event.details.children
        == .entries([
          .init("a", .unit("y")), .init("b", .notStated), .init("c", .ends),
        ]))
  }

  @Test func `in a replacement is told from its keys, and its id is the correction's`() throws {
    func replacement(_ text: String) throws -> Replacement? {
      try event("{type: corrected, target: t, reason: erratum, replacement: \(text)}")
        .details.replacement
    }
    #expect(try replacement("null") == nil)
    var noted = Event(id: "a#1", type: .noted)
    noted.details.description = "x"
    #expect(try replacement("{type: noted, description: x}") == .event(noted))
    #expect(try replacement("{id: t, type: noted, description: x}") == .event(noted))
    #expect(
      try replacement("{kind: x}") == .instrument(Instrument(id: "a#1", kind: "x")))
    #expect(
      try replacement("{figure: {what: x}}")
        == .claim(Claim(id: "a#1", instrument: "i", measure: .figure(what: "x", unit: nil))))
    noted.id = "a#1#1"
    #expect(
      try replacement("{events: [{type: noted, description: x}]}")
        == .act(Act(id: "a#1", instrument: "i", events: [noted])))
  }
}
