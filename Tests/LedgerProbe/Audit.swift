import OrgLedger

/// Follows a log of acts of one size, and finds what cannot be in one.
struct Audit {
  /// How many events each act of the test has.
  let eventsPerAct: Int
  /// The position after the last one seen.
  private(set) var next: UInt64 = 1
  /// The acts seen, in log order.
  private(set) var acts: [String] = []
  private var lastTime: SystemTime?
  private var act: UInt64 = 0
  private var eventsToCome = 0

  init(eventsPerAct: Int = Workload.eventsPerAct) { self.eventsPerAct = eventsPerAct }

  /// Reads what came since the last time, in one read transaction.
  ///
  /// - Throws: ``Fault`` where a position is missing, an act is not whole or time did not go on.
  mutating func follow(_ store: any LogStore) throws {
    let head = try store.head()
    var fault: Fault?
    var audit = self
    try store.forEachRecord(from: next, through: .max) { record in
      fault = audit.fault(in: record)
      return fault == nil
    }
    self = audit
    if let fault { throw fault }
    guard eventsToCome == 0 else { throw Fault("the act at \(act) lacks \(eventsToCome) events") }
    guard next > head.position else { throw Fault("\(head.position) was the head, but is gone") }
  }

  private mutating func fault(in record: Record) -> Fault? {
    guard record.position == next else { return Fault("\(record.position) stands at \(next)") }
    next += 1
    if case .event(let event) = record.body {
      guard eventsToCome > 0, event.act == act, record.recordedAt == lastTime else {
        return Fault("the event at \(record.position) is no part of the act at \(act)")
      }
      eventsToCome -= 1
      return nil
    }
    guard eventsToCome == 0 else { return Fault("the act at \(act) lacks \(eventsToCome) events") }
    if let lastTime, record.recordedAt <= lastTime {
      return Fault("time stood still at \(record.position)")
    }
    lastTime = record.recordedAt
    if case .act(let header) = record.body {
      (act, eventsToCome) = (record.position, eventsPerAct)
      acts.append(header.id.text)
    }
    return nil
  }

  /// Something that cannot be in a log.
  struct Fault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
