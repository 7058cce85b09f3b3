import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("Each type of event")
struct EventTypeTests {
  static let ofTheWorld = EventType.allCases.filter { !$0.isAboutTheRecord }
  static let ofTheRecord = EventType.allCases.filter(\.isAboutTheRecord)

  @Test(arguments: ofTheWorld)
  func `is accepted in its smallest form, and nothing is to be said`(type: EventType) throws {
    try Example.history().when(act("act", on: 5, Example.event(of: type))).thenQuiet()
  }

  @Test(arguments: EventType.allCases)
  func `has exactly its effects`(type: EventType) {
    #expect(Example.event(of: type).type == type)
    #expect(Example.event(of: type).effects == Example.effects(of: type))
  }

  @Test(arguments: ofTheRecord)
  func `about the record is for a record, and not for facts alone`(type: EventType) throws {
    let event = Example.event(of: type)
    let found = try Example.history().when(act("act", on: 5, event)).violations
    #expect(found.map(\.rule) == (type == .identified ? [.twoFates, .cycle] : [.unknownTarget]))
  }

  @Test(arguments: EventType.allCases)
  func `is refused with a participant too few or too many`(type: EventType) throws {
    let (whole, specification) = (Example.event(of: type), type.specification)
    var wrong: [Event] = []
    func change(_ count: EventSpecification.Count, _ resize: (inout Event, Int) -> Void) {
      for number in [count.least - 1, (count.most ?? -2) + 1] where number >= 0 {
        var event = whole
        resize(&event, number)
        wrong.append(event)
      }
    }
    let names = ["a", "b", "c"]
    change(specification.ends) { $0.ends = names.prefix($1).map { UnitID($0) } }
    change(specification.persists) { $0.persists = names.prefix($1).map { UnitID($0) } }
    change(specification.born) { $0.born = names.prefix($1).map { unit(UnitID("new-\($0)")) } }
    #expect(wrong.count >= (type == .reorganized ? 0 : 1))
    for event in wrong {
      try Example.history().when(act("act", on: 5, event)).thenRefused(by: .participantCount)
    }
  }

  @Test(arguments: EventType.allCases)
  func `names each key that it lacks`(type: EventType) {
    var event = Example.event(of: type)
    event.details = Event.Details()
    let missing = FormRules.check(act("act", on: 5, event))
      .filter { $0.rule == .keyMissing && $0.about.first == type.rawValue }
      .compactMap { $0.about.last.flatMap(EventKey.init(rawValue:)) }
    #expect(Set(missing) == Set(type.specification.required))
  }

  @Test(arguments: EventType.allCases)
  func `names each key that it does not take`(type: EventType) {
    var event = Example.event(of: type)
    event.details = Example.allKeys
    let refused = FormRules.check(act("act", on: 5, event))
      .filter { $0.rule == .keyNotTaken }
      .compactMap { $0.about.last.flatMap(EventKey.init(rawValue:)) }
    let taken = type.specification.required + type.specification.optional
    #expect(Set(refused) == Set(EventKey.allCases).subtracting(taken))
  }

  @Test func `partitioned has at least two heirs, whether they stand or begin`() throws {
    let history = try Example.history()
    try history.when(act("act", on: 5, .partitioned("b", among: ["c"])))
      .thenRefused(by: .participantCount)
    try history.when(act("act", on: 5, .partitioned("b", among: ["c", "a"]))).thenQuiet()
  }

  @Test func `has a number on the wire of its own`() {
    let numbers = EventType.allCases.map(\.specification.wire)
    #expect(Set(numbers).count == numbers.count)
    #expect(EventType.allCases.allSatisfy { EventType(wire: $0.specification.wire) == $0 })
    #expect(EventType(wire: 99) == nil)
  }
}
