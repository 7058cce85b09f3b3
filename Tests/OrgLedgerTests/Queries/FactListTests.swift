import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("A list of facts")
struct FactListTests {
  private static let heading = "kind\tfact\trecord\tid\n"

  @Test func `has each fact once, with all of its records and their lines`() throws {
    let list = try FactList(
      Self.heading + "unit\tf\tunit\ta\r\n\nevent\tg\tevent\te#1\nunit\tf\tunit\tb\n")
    #expect(list.facts.map(\.fact) == ["f", "g"])
    #expect(list.facts[0].records.map(\.id) == ["a", "b"])
    #expect(list.facts[0].records.map(\.line) == [2, 5])
    #expect(list.facts[1].records.map(\.kind) == [.event])
  }

  @Test(
    arguments: [
      ("", FactListError(line: 1, problem: .heading)),
      ("unit\tf\tunit\ta\n", FactListError(line: 1, problem: .heading)),
      ("kind\tfact\trecord\tid\nunit\tf\tunit\n", FactListError(line: 2, problem: .cells(3))),
      ("kind\tfact\trecord\tid\nunit\t\tunit\ta\n", FactListError(line: 2, problem: .cells(4))),
      (
        "kind\tfact\trecord\tid\nunit\tf\tperson\ta\n",
        FactListError(line: 2, problem: .recordKind("person"))
      ),
      (
        "kind\tfact\trecord\tid\nunit\tf\tunit\ta\nunit\tf\tunit\ta\n",
        FactListError(line: 3, problem: .twice(firstLine: 2))
      ),
    ])
  func `is refused with the line that is wrong`(text: String, error: FactListError) {
    #expect(throws: error) { try FactList(text) }
  }

  @Test func `is read from bytes, without their mark, and refused where they are no text`() throws {
    let text = Self.heading + "unit\tSở\tunit\ta\n"
    let marked = try FactList(utf8: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    let plain = try FactList(text)
    #expect(marked == plain)
    #expect(throws: FactListError(line: 3, problem: .encoding)) {
      try FactList(utf8: Array(text.utf8) + [0x61, 0xC3, 0x28])
    }
  }

  @Test func `finds what carries it, what was taken back and what is missing`() throws {
    let store = MemoryStore(clock: StoppedClock(1).now)
    var born = Event.registered(
      unit("a", functions: [FunctionMention("roads")]), unit("b"))
    born.citations = [Citation(lines: "3", quote: "a")]
    let claim = Claim(id: "c", instrument: "text", measure: .figure(what: "rain", unit: nil))
    try store.take(
      text, .act(act("opening", on: 1, born)), .act(act("more", on: 2, .founded(unit("x")))),
      .claim(claim))
    var annulled = Event(id: "undo#1", type: .annulled)
    annulled.details.targets = ["more#1"]
    let undo = Record(
      position: 7, recordedAt: SystemTime(rawValue: 9), recordedBy: "",
      body: .event(
        EventRecord(event: annulled, act: 4, status: .enacted, order: 0, retracts: [5])))
    let list = try FactList(
      Self.heading
        + [
          "unit\tone\tunit\tb", "function\ttwo\tfunction\troads", "event\tthree\tevent\topening#1",
          "text\tfour\tinstrument\ttext", "claim\tfive\tclaim\tc", "unit\tsix\tunit\tx",
          "unit\tseven\tact\topening", "unit\tseven\tconflict\tnothing",
        ].joined(separator: "\n"))
    let carried = (try store.all() + [undo]).carrying(list)
    #expect(
      carried.facts.map { $0.records.map(\.state) } == [
        [.recorded], [.recorded], [.recorded], [.recorded], [.recorded], [.takenBack],
        [.recorded, .missing],
      ])
    #expect(carried.facts.prefix(5).map { $0.records[0].position } == [3, 3, 3, 1, 6])
    #expect(carried.facts[0].records[0].event == "opening#1")
    #expect(
      carried.facts[6].records[0].citations == [
        Citation(instrument: "text", lines: "3", quote: "a")
      ])
    #expect(carried.missing.map(\.fact) == ["six", "seven"])
    #expect(carried.kinds.map(\.kind) == ["unit", "function", "event", "text", "claim"])
    #expect(carried.kinds.map(\.facts) == [3, 1, 1, 1, 1])
    #expect(carried.kinds.map(\.carried) == [1, 1, 1, 1, 1])
  }

  @Test func `has a function carried by the event that gives it to a unit`() throws {
    let store = MemoryStore(clock: StoppedClock(1).now)
    var asked = Event.noted("A question.", about: ["a"])
    asked.details.functions = []
    try store.take(
      text, .act(act("opening", on: 1, .registered(unit("a")))),
      .act(act("plan", on: 1, .functionAssigned([FunctionMention("roads")], to: "a"))))
    let list = try FactList(Self.heading + "function\troads\tfunction\troads\n")
    let carrier = try #require(store.all().carrying(list).facts.first?.records.first)
    #expect(carrier.event == "plan#1")
  }
}

@Suite("A quote in its text")
struct SourceTextTests {
  private let text = SourceText(
    Array("Sở Tài chính \r\n\n trên cơ sở\u{A0}hợp nhất\nSo\u{31B}\u{309} Y tế\n".utf8))

  @Test(
    arguments: [
      ("1", "Sở Tài chính", .holds), ("1-3", "chính trên cơ sở hợp nhất", .holds),
      ("1-2", "trên cơ sở", .elsewhere), ("4", "Sở Y tế", .holds), ("1, 3-4", "nhất Sở", .holds),
      ("1-4", "Sở Nội vụ", .absent), ("9", "Sở", .noSuchLines), ("0", "Sở", .noSuchLines),
      ("3-1", "Sở", .noSuchLines), ("one", "Sở", .noSuchLines), (nil, "Sở  Y\ntế", .holds),
      (nil, "Sở Nội vụ", .absent), ("1", nil, .nothingQuoted),
    ] as [(String?, String?, QuoteResult)])
  func `stands where its lines say, whatever the blanks and the form of letters`(
    lines: String?, quote: String?, result: QuoteResult
  ) throws {
    #expect(try #require(text).look(for: Citation(lines: lines, quote: quote)) == result)
  }

  @Test func `is not looked for in what is no text`() {
    #expect(SourceText([0xC3, 0x28]) == nil)
  }
}
