/// The records of a log up to a position, found as in a store.
struct RecordList: RecordReading {
  private let records: [Record]
  private var retractions: [UInt64: [UInt64]] = [:]

  /// - Precondition: The records are a prefix of a log, in log order.
  init(_ records: [Record]) {
    self.records = records
    for record in records {
      for position in record.retracts { retractions[position, default: []].append(record.position) }
    }
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

  /// - Complexity: O(*n*), since few are looked for.
  func position(of kind: Record.Kind, id: String, _: Void) -> UInt64? {
    records.first { $0.body.kind == kind && $0.body.id == id }?.position
  }
}
