/// The records of a log up to a position, found as in a store.
struct RecordList: RecordReading {
  private let records: [Record]
  private var retractions: [UInt64: [UInt64]] = [:]
  /// Where each thing was recorded first; only suspensions, which name what they are about, ask.
  private var named: [Name: UInt64]?

  private struct Name: Hashable {
    let kind: Record.Kind
    let id: String
  }

  /// - Precondition: The records are a prefix of a log, in log order.
  init(_ records: [Record]) {
    self.records = records
    for record in records {
      for position in record.retracts { retractions[position, default: []].append(record.position) }
    }
    let isAsked = records.contains { record in
      if case .event(let event) = record.body { event.event.type.isSuspension } else { false }
    }
    guard isAsked else { return }
    named = Dictionary(
      records.lazy.map { (Name(kind: $0.body.kind, id: $0.body.id), $0.position) },
      uniquingKeysWith: { first, _ in first })
  }

  func lastPosition(_: Void) -> UInt64 { UInt64(records.count) }
  func positions(of kind: Record.Kind, _: Void) -> [UInt64] {
    var seen: Set<String> = []
    return records.filter { $0.body.kind == kind && seen.insert($0.body.id).inserted }
      .map(\.position)
  }
  func record(at position: UInt64, _: Void) -> Record { records[Int(position) - 1] }
  func retractions(of position: UInt64, _: Void) -> [UInt64] {
    retractions[position, default: []]
  }

  /// - Complexity: O(1) where there are suspensions, else O(*n*).
  func position(of kind: Record.Kind, id: String, _: Void) -> UInt64? {
    if let named { return named[Name(kind: kind, id: id)] }
    return records.first { $0.body.kind == kind && $0.body.id == id }?.position
  }
}
