import Testing

@testable import OrgLedger

@Suite("A record's header")
struct RecordHeaderTests {
  @Test(arguments: Samples.all)
  func `says of the bytes what the whole record says`(sample: Sample) throws {
    try expectAgreement(sample.record)
  }

  @Test func `says it of records drawn at random`() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<3_000 { try expectAgreement(Record.random(using: &random)) }
  }

  @Test func `of an event needs no byte behind the type`() throws {
    var event = Event(type: .noted)
    event.details.description = String(repeating: "x", count: 300)
    let record = EventRecord(
      event: event, act: 3, status: .enacted, order: 0, slot: 2, retracts: [1])
    var bytes = RecordCodec.encode(Samples.record(.event(record)))
    let header = try RecordHeader(bytes)
    for index in bytes.count - 300..<bytes.count { bytes[index] = 0xFF }
    #expect(try RecordHeader(bytes) == header)
  }

  @Test(arguments: Samples.all)
  func `of bytes that end early is an error, never a crash`(sample: Sample) {
    let bytes = RecordCodec.encode(sample.record)
    for length in 0..<bytes.count {
      // The header may be whole although the rest is not, but never another one.
      if let header = try? RecordHeader([UInt8](bytes[..<length])) {
        Issue.record("\(length) of \(bytes.count) bytes gave \(header)")
      }
    }
  }

  private func expectAgreement(_ record: Record) throws {
    let header = try RecordHeader(RecordCodec.encode(record))
    try #require(header.position == record.position)
    try #require(header.recordedAt == record.recordedAt)
    try #require(header.kind == record.body.kind)
    try #require(header.retracts == record.retracts)
    switch record.body {
    case .event(let event):
      try #require(header.type == event.event.type)
      try #require(header.effectiveOn == event.event.effectiveOn)
      try #require(header.act == event.act)
      try #require(header.status == event.status)
      try #require(header.order == event.order)
      try #require(header.slot == event.slot && !header.concernsPlans)
    case .act(let act):
      try #require(header.status == act.status)
      try #require(header.order == act.order)
      try #require(header.effectiveOn == act.effectiveOn)
      try #require(header.act == record.position)
      try #require(
        header.concernsPlans
          == (act.status == .proposed || !act.enacts.isEmpty || act.plannedUntil != nil))
      try #require(header.type == nil && header.slot == nil)
    case .instrument, .claim, .conflict, .coverage:
      try #require(header.status == nil && header.act == nil && header.effectiveOn == nil)
      try #require(header.type == nil && header.slot == nil && header.order == 0)
      try #require(!header.concernsPlans)
    }
  }
}
