import Testing

@testable import OrgLedger

@Suite("A record's encoding")
struct RecordCodecTests {
  @Test(arguments: Samples.all)
  func `gives back every kind and type, with every key and with none`(sample: Sample) throws {
    let record = sample.record
    let bytes = RecordCodec.encode(record)
    let decoded = try RecordCodec.decode(bytes)
    #expect(decoded == record)
    #expect(RecordCodec.encode(decoded) == bytes)
    #expect(try RecordCodec.decode(bytes.span.bytes) == record)
    #expect(try RecordCodec.checkedEncode(record) == bytes)
  }

  @Test func `gives back records drawn at random`() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<3_000 {
      let record = Record.random(using: &random)
      let bytes = RecordCodec.encode(record)
      let decoded = try RecordCodec.decode(bytes)
      try #require(decoded == record)
      try #require(RecordCodec.encode(decoded) == bytes)
    }
  }

  @Test func `keeps nothing, the empty text and the empty list apart`() throws {
    var encodings: Set<[UInt8]> = []
    for number in [nil, "", "1"] as [String?] {
      for source in [nil, Source(), Source(file: "")] as [Source?] {
        for issuedOn in [nil, ImpreciseDay.notStated] as [ImpreciseDay?] {
          let instrument = Instrument(
            id: "a", number: number, issuedOn: issuedOn, source: source)
          let record = Samples.record(.instrument(instrument))
          let bytes = RecordCodec.encode(record)
          #expect(try RecordCodec.decode(bytes) == record)
          encodings.insert(bytes)
        }
      }
    }
    #expect(encodings.count == 18)
  }

  @Test func `keeps the policies and places apart that say nothing`() throws {
    var encodings: Set<[UInt8]> = []
    for children in [.unstated, .follow, .entries([])] as [Policy<UnitID>] {
      for parent in [nil, .notStated, .top, .under("")] as [Placement?] {
        var event = Event(type: .reparented)
        event.details.children = children
        event.details.parent = parent
        let record = Samples.record(
          .event(EventRecord(event: event, act: 1, status: .enacted, order: 0)))
        let bytes = RecordCodec.encode(record)
        #expect(try RecordCodec.decode(bytes) == record)
        encodings.insert(bytes)
      }
    }
    #expect(encodings.count == 12)
  }

  @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152])
  func `gives every length the room that it needs`(length: Int) throws {
    let note = String(repeating: "a", count: length)
    let record = Samples.record(.instrument(Instrument(id: "a", note: note)))
    #expect(try RecordCodec.decode(RecordCodec.encode(record)) == record)
  }

  @Test func `gives back the ends of every number`() throws {
    let ends = EventRecord(
      event: Event(
        type: .noted,
        effectiveOn: ImpreciseDay(earliest: .distantPast, latest: .distantFuture)),
      act: .max, status: .enacted, order: .min, slot: .max, retracts: [0, .max])
    for (time, body) in [(Int64.min, Record.Body.event(ends)), (.max, .event(ends))] {
      let record = Record(
        position: .max, recordedAt: SystemTime(rawValue: time), recordedBy: "", body: body)
      #expect(try RecordCodec.decode(RecordCodec.encode(record)) == record)
    }
  }

  @Test func `brings keys that have one order into it`() throws {
    var birth = Samples.birth
    birth.codes.reverse()
    var event = Event(type: .founded, born: [birth])
    event.details.children = .entries([.init("z", .ends), .init("a", .ends)])
    let record = Samples.record(
      .event(EventRecord(event: event, act: 1, status: .enacted, order: 0, retracts: [9, 3])))
    guard case .event(let decoded) = try RecordCodec.decode(RecordCodec.encode(record)).body
    else { return }
    #expect(decoded.event.born == [Samples.birth])
    #expect(decoded.event.details.children.entryList.map(\.key) == ["a", "z"])
    #expect(decoded.retracts == [3, 9])
  }
}

@Suite("A record's content")
struct RecordContentTests {
  @Test func `of an act covers its events, and nothing that the store says`() {
    let act = Samples.act.adding([Samples.event(.merged)])
    var other = act
    other.events[0].note = "another"
    #expect(RecordCodec.contentBytes(of: act) == RecordCodec.contentBytes(of: act))
    #expect(RecordCodec.contentBytes(of: act) != RecordCodec.contentBytes(of: other))
    #expect(RecordCodec.contentBytes(of: act) != RecordCodec.contentBytes(of: Samples.act))
    #expect(
      RecordCodec.encodeBody(.act(ActHeader(act))) == RecordCodec.contentBytes(of: Samples.act))
  }

  @Test func `of an event is the same wherever it stands`() {
    let record = Samples.eventRecord(.merged)
    #expect(
      RecordCodec.encodeBody(.event(record)) == RecordCodec.contentBytes(of: record.event))
  }

  @Test(arguments: Samples.full.filter { $0.record.body.kind != .event })
  func `is the record's bytes without position, time and author`(sample: Sample) {
    let body = sample.record.body
    let record = RecordCodec.encode(sample.record)
    let nobody = RecordCodec.encode(
      Record(position: 0, recordedAt: SystemTime(rawValue: 0), recordedBy: "", body: body))
    #expect(RecordCodec.encodeBody(body) == nobody)
    #expect(Array(record.suffix(nobody.count)) == nobody)
    switch body {
    case .instrument(let value): #expect(RecordCodec.contentBytes(of: value) == nobody)
    case .claim(let value): #expect(RecordCodec.contentBytes(of: value) == nobody)
    case .conflict(let value): #expect(RecordCodec.contentBytes(of: value) == nobody)
    case .coverage(let value): #expect(RecordCodec.contentBytes(of: value) == nobody)
    case .act, .event: break
    }
  }
}
