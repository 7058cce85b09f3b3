import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("One unit on a day")
struct ShowTests {
  private func life() throws -> History {
    try given(
      act(
        "opening", on: 1,
        .registered(unit("top"), unit("a", "A", under: "top"), unit("b", under: "top"))),
      act("new name", on: 3, .renamed("a", to: "A2")),
      act("back and forth", on: 4, .renamed("a", to: "A3"), .renamed("a", to: "A2")),
      act("elsewhere", on: 5, .reparented(["b"], under: .under("a"))),
      act("posts", on: 5, .quotaSet(Quota(scheme: "staff", value: "12"), for: "a")),
      act("more posts", on: 6, .quotaSet(Quota(scheme: "staff", value: "14"), for: "a")),
      act("end", on: 9, .absorbed(["a"], into: "top")),
      act("flash", on: 12, .founded(unit("c", "C", under: "top")), .dissolved("c"))
    ).history
  }

  @Test func `tells names, places and posts up to then`() throws {
    let detail = try #require(try life().show("a", asOf: 5)).unit
    #expect(detail.status == .alive)
    #expect(detail.names.map(\.name) == ["A", "A2"])
    #expect(detail.names.map(\.from) == [ImpreciseDay(1), ImpreciseDay(3)])
    #expect(detail.names.map(\.to) == [ImpreciseDay(3), nil])
    #expect(detail.children == ["b"])
    #expect(detail.quotas.map(\.value) == ["12"])
    #expect(detail.birth.event == "opening#1")
    #expect(detail.end == nil)
  }

  @Test func `says what the events that make it so say of themselves`() throws {
    var guessed = Event.renamed("a", to: "A2")
    guessed.certainty = .inferred
    guessed.note = "From a list."
    guessed.alternatives = [
      Alternative(key: "effectiveOn", value: "1970-01-09", citations: [Citation(lines: "4")])
    ]
    let history = try given(
      act("opening", on: 1, .registered(unit("a", "A"))), act("name", on: 3, guessed)
    ).history
    #expect(try #require(history.show("a", asOf: 2)).qualifications.isEmpty)
    let answer = try #require(history.show("a", asOf: 3))
    let found = try #require(answer.qualifications.first)
    #expect(answer.qualifications.map(\.event) == ["name#1"])
    #expect(found.certainty == .inferred && found.note == "From a list.")
    #expect(found.alternatives.first?.citations.first?.instrument == Given.instrument)
    #expect(try json(answer).contains(#""qualifications":[{"alternatives":"#))
    #expect(try !json(#require(history.show("a", asOf: 2))).contains("qualifications"))
  }

  @Test func `leaves out what was undone on the same day`() throws {
    let detail = try #require(try life().show("a", asOf: 8)).unit
    #expect(detail.names.map(\.name) == ["A", "A2"])
    #expect(detail.quotas.map(\.value) == ["14"])
  }

  @Test func `tells the last state of a unit that has ended`() throws {
    let detail = try #require(try life().show("a", asOf: 50)).unit
    #expect(detail.status == .ended)
    #expect(detail.row.name == "A2")
    #expect(detail.children == ["b"])
    #expect(detail.names.last?.to == ImpreciseDay(9))
    #expect(detail.end?.event == "end#1")
    #expect(detail.end?.type == .absorbed)
  }

  @Test func `tells the first state of a unit that is still to come`() throws {
    let detail = try #require(try life().show("a", asOf: 0)).unit
    #expect(detail.status == .notYet)
    #expect(detail.row.name == "A")
    #expect(detail.row.parent == "top")
    #expect(detail.end == nil)
  }

  @Test func `knows a unit that was born and ended on one day`() throws {
    let history = try life()
    let after = try #require(history.show("c", asOf: 12)).unit
    #expect(after.status == .ended)
    #expect(after.row.name == "C")
    #expect(after.names.isEmpty)
    #expect(history.show("c", asOf: 11)?.unit.status == .notYet)
    #expect(history.show("nobody", asOf: 11) == nil)
  }

  @Test func `shows imprecise days as they were written`() throws {
    let history = try given(
      act("opening", on: try ImpreciseDay("../2015-01-01"), [.registered(unit("a"))])
    ).history
    let early = try #require(history.show("a", asOf: try Day("2010-01-01"))).unit
    #expect(early.status == .alive)
    #expect(early.row.certainty == .possible)
    #expect(early.row.since.description == "../2015-01-01")
    #expect(history.show("a", asOf: try Day("2015-01-01"))?.unit.row.certainty == .certain)
  }
}

@Suite("The timeline of a unit")
struct TimelineTests {
  @Test func `holds what it takes part in and what befalls it through others`() throws {
    let history = try given(
      act(
        "opening", on: 1,
        .registered(
          unit("top"), unit("a", "A", under: "top", functions: [FunctionMention("roads")]),
          unit("b", "B", under: "top"), unit("room", "Room", under: "a"))),
      act("merger", on: 3, .merged(["a", "b"], into: unit("c", "C", under: "top"))),
      act("note", on: 4, .noted("A review.", about: ["room"]))
    ).history
    let room = try #require(history.history(of: "room"))
    #expect(room.entries.map(\.event) == ["opening#1", "merger#1", "note#1"])
    #expect(
      room.entries.map(\.summary.description) == [
        "begins as Room (unit) under A", "stands under C", "A review.",
      ])
    #expect(
      history.history(of: "c")?.entries.map(\.summary.description) == [
        "begins as C (unit) under top; receives from A, B; leads roads"
      ])
    #expect(
      history.history(of: "a")?.entries.last?.summary.description
        == "goes on in C; no longer holds roads, which goes to C; ends (merged)")
    #expect(history.history(of: "b")?.entries.count == 2)
    #expect(history.history(of: "nobody") == nil)
  }

  @Test func `says what others do for its ground, where it is only the scope`() throws {
    let roads = FunctionMention("roads", name: "the roads", scope: "town")
    let history = try given(
      act(
        "opening", on: 1,
        .registered(unit("town", "Town"), unit("a", "A"), unit("b", "B"))),
      act("start", on: 2, .functionAssigned([roads], to: "a")),
      act("move", on: 3, .functionTransferred([roads], from: "a", to: "b")),
      act("stop", on: 4, .functionEnded([roads], of: "b"))
    ).history
    let entries = try #require(history.history(of: "town")).entries
    #expect(
      entries.dropFirst().map(\.summary.description) == [
        "is where A leads the roads", "is where the roads goes from A to B",
        "is where B no longer holds the roads",
      ])
    #expect(
      history.history(of: "b")?.entries[1].summary.description == "leads the roads in Town")
  }

  @Test func `stands in the order of effect, whatever the order of the record`() throws {
    let history = try given(
      act("opening", on: 1, .registered(unit("a", "A"))),
      act("second", on: 5, .renamed("a", to: "A3")),
      act("first", on: 3, .renamed("a", to: "A2")),
      act("also", on: 5, order: -1, .renamed("a", to: "A4"))
    ).history
    let entries = try #require(history.history(of: "a")).entries
    #expect(entries.map(\.event) == ["opening#1", "first#1", "also#1", "second#1"])
    #expect(entries.map(\.position) == [2, 6, 8, 4])
  }

  @Test func `cites the document where it says no other text`() throws {
    var event = Event.registered(unit("a"))
    event.citations = [Citation(lines: "3"), Citation(instrument: "law", article: "1")]
    let entries = try #require(
      try given(
        act("opening", on: 1, event), instruments: [Instrument(id: "law")]
      ).history.history(of: "a")
    ).entries
    #expect(entries.first?.citations.map(\.instrument) == [Given.instrument, "law"])
  }
}
